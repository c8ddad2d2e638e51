import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import type { Trouble } from '../../server/http/faults';
import { connect } from '../../../src/api/connect';
import { clientOf, credentialsOf, failureFrom } from '../../support/clientOf';
import { Echo } from '../../support/echo';
import { FakeClock } from '../../support/fakeClock';
import { eachWithServer } from '../../support/standIn';
import { strayErrors } from '../../support/strayErrors';
import { person, tokenOf } from '../../support/workspace';

const token = tokenOf('ann');

/** Every request that the echo got holds nothing of ours. */
function assertNoSecret(echo: Echo): void {
  const told = JSON.stringify(echo.arrivals);
  assert.ok(!told.includes(token) && !told.includes('ann-id') && !told.includes('x-user-id'), told);
}

describe('the token', () => {
  const server = eachWithServer({ rootPath: '/team/chat' });
  let other: Echo;
  beforeEach(async () => (other = await Echo.start()));
  afterEach(() => other.close());

  it('goes to the server under its path', async () => {
    await clientOf(server()).session.me({});

    const [request] = server().requests.all();
    assert.equal(request?.path, '/team/chat/api/v1/me');
    assert.equal(request.headers['x-auth-token'], token);
  });

  for (const status of [301, 302, 303, 307, 308]) {
    it(`does not follow a redirect ${status} to another server`, async () => {
      server().faults.add({ kind: 'redirect', to: `${other.url}/api/v1/me`, status, path: '/api/v1/*' });

      const { failure } = await failureFrom(clientOf(server()).session.me({}));

      assert.deepEqual(failure, { kind: 'protocol', redirectedTo: `${other.url}/api/v1/me` });
      assert.deepEqual(other.arrivals, []);
    });
  }

  it('does not follow a redirect out of the path of the server', async () => {
    server().faults.add({ kind: 'redirect', to: '/wiki/', path: '/api/v1/*' });

    await failureFrom(clientOf(server()).session.me({}));

    assert.equal(server().requests.all().length, 1);
  });

  it('is not sent with what needs none', async () => {
    const { password } = person('ann');
    const client = clientOf(server());

    await client.server.info({});
    await client.session.login({ user: 'ann', password });

    const headers = server()
      .requests.all()
      .map((request) => request.headers);
    assert.ok(headers.every((sent) => !('x-auth-token' in sent) && !('x-user-id' in sent)));
  });

  it('is refused without a request if no header can hold it', async () => {
    const authToken = 'pasted\nwith the next line';
    const client = connect(server().url, { credentials: { userId: 'ann-id', authToken } });

    const error = await failureFrom(client.session.me({}));

    assert.deepEqual(error.failure, { kind: 'signedOut' });
    assert.deepEqual(server().requests.all(), []);
    assert.ok(!inspect(error, { depth: Infinity, showHidden: true, getters: true }).includes('pasted'));
  });

  describe('of a download', () => {
    for (const path of [
      'https://elsewhere.example/file-upload/x/y.png',
      'http://127.0.0.1/team/chat/avatar/ann',
      '/team/chat/../secret',
      '/../secret',
      '/%2e%2e/secret',
      '/..%2Fsecret',
      '/avatar/..%2f..%2f..%2fsecret',
      '/avatar/..\\..\\..\\secret',
      '/avatar/%2e%2e%5c%2e%2e%5csecret',
      'data:text/plain,hello',
      'file:///etc/passwd',
    ]) {
      it(`stays at home, whatever is asked: ${path}`, async () => {
        const { failure } = await failureFrom(clientOf(server()).download(path));

        assert.deepEqual(failure, { kind: 'invalid', code: 'foreign-address' });
        assert.deepEqual(server().requests.all(), []);
      });
    }

    for (const path of ['/avatar/ann', '/team/chat/avatar/ann', 'avatar/ann']) {
      it(`goes with ${path}`, async () => {
        await clientOf(server()).download(path);

        const [request] = server().requests.all();
        assert.equal(request?.path, '/team/chat/avatar/ann');
        assert.equal(request.headers['x-auth-token'], token);
      });
    }

    it('goes with a whole address of the server', async () => {
      await clientOf(server()).download(`${server().url}/avatar/ann`);

      assert.equal(server().requests.all().length, 1);
    });

    it('does not read two slashes as another server', async () => {
      const path = `//${new URL(other.url).host}/x`;

      await Promise.allSettled([clientOf(server()).download(path)]);

      assert.equal(server().requests.all().length, 1);
      assert.deepEqual(other.arrivals, []);
    });

    it('is not shown to the storage that the server sends to', async () => {
      server().faults.add({
        kind: 'redirect',
        to: `${other.url}/bucket/1?signed=yes`,
        path: '/file-upload/*',
      });

      const blob = await clientOf(server()).download('/file-upload/1/a.png');

      assert.equal(await blob.text(), '{"success":true}');
      assert.equal(other.arrivals[0]?.path, '/bucket/1?signed=yes');
      assertNoSecret(other);
    });
  });
});

describe('what a failure tells', () => {
  const server = eachWithServer();
  const echoing: Trouble[] = [
    {
      kind: 'status',
      status: 400,
      body: { success: false, error: `bad: ${token}`, errorType: `x-${token}` },
    },
    { kind: 'status', status: 400, body: { success: false, error: token } },
    { kind: 'status', status: 401, body: { success: false, error: `no such token ${token}` } },
    { kind: 'status', status: 403, body: { success: false, message: `${token} may not` } },
    { kind: 'status', status: 500, body: { success: false, error: `at ${token}` } },
    { kind: 'status', status: 200, body: `{"authToken":"${token}" oops` },
    { kind: 'status', status: 200, body: `<p>${token}</p>` },
    { kind: 'redirect', to: `https://sso.example/?next=${token}#${token}` },
    { kind: 'drop' },
    { kind: 'cut' },
  ];

  for (const trouble of echoing) {
    it(`never holds the token: ${JSON.stringify(trouble)}`, async () => {
      server().faults.add({ ...trouble, path: '/api/v1/*' });

      const error = await failureFrom(clientOf(server()).chat.postMessage({ roomId: 'GENERAL' }));

      const told = inspect(error, { depth: Infinity, showHidden: true, getters: true });
      assert.ok(!told.includes(token), told);
    });
  }

  const secret = 'p@ss wörd/1';
  for (const form of [secret, encodeURIComponent(secret), encodeURI(secret)]) {
    it(`never holds a password, not even as ${form}`, async () => {
      const to = `https://sso.example/${form}/x`;
      server().faults.add({ kind: 'redirect', to, path: '/api/v1/login' });
      const body = { success: false, error: `bad: ${form}` };
      server().faults.add({ kind: 'status', status: 400, body, path: '/api/v1/users.register' });
      const client = clientOf(server(), { as: null });
      const about = { username: 'ann', email: 'ann@example.org', name: 'Ann' };

      const moved = await failureFrom(client.session.login({ user: 'ann', password: secret }));
      const refused = await failureFrom(client.users.register({ ...about, pass: secret }));

      const told = inspect([moved, refused], { depth: Infinity, showHidden: true });
      assert.ok(
        ![secret, encodeURIComponent(secret), encodeURI(secret)].some((one) => told.includes(one)),
        told,
      );
    });
  }

  it('takes a password that no address can hold', async () => {
    const body = { success: false, error: 'no such \ud800 here' };
    server().faults.add({ kind: 'status', status: 401, body, path: '/api/v1/login' });

    const error = await failureFrom(clientOf(server()).session.login({ user: 'ann', password: '\ud800' }));

    assert.deepEqual([error.failure.kind, error.call.serverText], ['signedOut', '***']);
  });

  it("never holds a room's code", async () => {
    const body = { success: false, error: 'open-sesame is wrong' };
    server().faults.add({ kind: 'status', status: 400, body, path: '/api/v1/channels.join' });

    const { call } = await failureFrom(
      clientOf(server()).channels.join({ roomId: 'GENERAL', joinCode: 'open-sesame' }),
    );

    assert.equal(call.serverText, '*** is wrong');
  });

  it('has no words that hold a short password', async () => {
    const body = { success: false, error: 'x1z-wrong', message: 'not x1z' };
    server().faults.add({ kind: 'status', status: 401, body, path: '/api/v1/login' });

    const error = await failureFrom(clientOf(server()).session.login({ user: 'ann', password: 'x1z' }));

    assert.ok(!inspect(error, { depth: Infinity, showHidden: true }).includes('x1z'));
  });

  for (const password of ['totp', 'required', 'p']) {
    it(`knows the server's code all the same if the password is ${password}`, async () => {
      const body = { status: 'error', error: 'totp-required', message: 'TOTP Required' };
      server().faults.add({ kind: 'status', status: 401, body, path: '/api/v1/login' });

      const { failure } = await failureFrom(clientOf(server()).session.login({ user: 'ann', password }));

      assert.equal(failure.kind, 'totpRequired');
    });
  }

  it('never holds a password', async () => {
    const body = { success: false, error: 'hunter2 is wrong', message: 'hunter2 is wrong' };
    server().faults.add({ kind: 'status', status: 401, body, path: '/api/v1/login' });

    const error = await failureFrom(
      clientOf(server(), { as: null }).session.login({ user: 'ann', password: 'hunter2' }),
    );

    assert.ok(!inspect(error, { depth: Infinity, showHidden: true }).includes('hunter2'));
    assert.equal(error.call.serverText, '*** is wrong');
  });

  it('never holds the digest of a password', async () => {
    const body = { success: false, error: 'd1ge57 is wrong' };
    server().faults.add({ kind: 'status', status: 401, body, path: '/api/v1/login' });
    const password = { digest: 'd1ge57', algorithm: 'sha-256' } as const;

    const { call } = await failureFrom(clientOf(server()).session.login({ user: 'ann', password }));

    assert.equal(call.serverText, '*** is wrong');
  });
});

describe('onDidSignOut', () => {
  const server = eachWithServer();

  async function timesFired(credentials: { userId: string; authToken: string }, trouble?: Trouble) {
    if (trouble) server().faults.add({ ...trouble, path: '/api/v1/me' });
    const client = connect(server().url, { credentials, clock: new FakeClock() });
    let fired = 0;
    client.onDidSignOut(() => (fired += 1));
    await Promise.all([failureFrom(client.session.me({})), failureFrom(client.session.me({}))]);
    await failureFrom(client.session.login({ user: 'ann', password: 'wrong' }));
    return fired;
  }

  it('fires once, at the first call with a dead token', async () => {
    assert.equal(await timesFired({ userId: 'ann-id', authToken: 'dead' }), 1);
  });

  it('leaves the failure of the call alone when a listener throws', async () => {
    const client = connect(server().url, { credentials: { userId: 'ann-id', authToken: 'dead' } });
    client.onDidSignOut(() => assert.fail('broken listener'));

    const strays = await strayErrors(async () => {
      const { failure } = await failureFrom(client.session.me({}));

      assert.equal(failure.kind, 'signedOut');
    });

    assert.equal(strays.length, 1);
  });

  for (const [name, trouble] of Object.entries<Trouble>({
    'a missing right': { kind: 'status', status: 401, body: { success: false, error: 'unauthorized' } },
    'a sign-in page in between': { kind: 'status', status: 401, body: '<h1>Hotel Wi-Fi</h1>' },
    "a gateway's wish to sign in": { kind: 'status', status: 401, body: { message: 'Unauthorized' } },
    "a gateway's ban": { kind: 'status', status: 403, body: { error: 'forbidden' } },
    'a wrong password': { kind: 'status', status: 400, body: { success: false, error: 'no' } },
  })) {
    it(`stays silent at ${name}`, async () => {
      assert.equal(await timesFired(credentialsOf('ann'), trouble), 0);
    });
  }
});
