import assert from 'node:assert/strict';
import { addressOf, clientOf, failureFrom } from '../../support/clientOf';
import { Echo } from '../../support/echo';
import { PlainServer } from '../../support/plainServer';
import { FakeClock } from '../../support/fakeClock';
import { eachWithServer } from '../../support/standIn';

describe('a download', () => {
  const server = eachWithServer();

  it('gives the bytes and their type', async () => {
    const blob = await clientOf(server()).download('/avatar/ann?size=32');

    assert.match(blob.type, /^image\//);
    assert.ok(blob.size > 0);
  });

  for (const [status, kind] of [
    [403, 'forbidden'],
    [404, 'notFound'],
    [500, 'server'],
    [401, 'protocol'],
  ] as const) {
    it(`is ${kind} with status ${status}, whose answer is empty`, async () => {
      server().faults.add({ kind: 'status', status, path: '/file-upload/*' });

      const { failure, call } = await failureFrom(clientOf(server()).download('/file-upload/1/a.png'));

      assert.deepEqual([failure.kind, call.status], [kind, status]);
    });
  }

  it('is tried again after a lost answer', async () => {
    const clock = new FakeClock();
    server().faults.add({ kind: 'drop', path: '/avatar/*', times: 1 });

    const loading = clientOf(server(), { clock, random: () => 0.5 }).download('/avatar/ann');
    await clock.untilPending(300);
    await clock.advance(300);

    assert.ok((await loading).size > 0);
  });

  it('has two minutes', async () => {
    const clock = new FakeClock();
    const held = server().faults.add({ kind: 'hold', path: '/avatar/*' });

    const failing = failureFrom(clientOf(server(), { clock }).download('/avatar/ann'));
    await held.reached;
    await clock.advance(119_999);
    const before = clock.pending;
    await clock.advance(1);

    assert.deepEqual(before, [1]);
    assert.equal((await failing).failure.kind, 'timeout');
  });

  it('is not the page on which a storage asks to sign in', async () => {
    const storage = await PlainServer.start((_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8').end('<h1>Sign in</h1>');
    });
    server().faults.add({ kind: 'redirect', to: storage.url, path: '/file-upload/*' });
    const client = clientOf(server());

    const { failure } = await failureFrom(client.download('/file-upload/1/a.png'));
    const page = await client.download('/file-upload/1/a.html', { accept: 'text/html' });
    await storage.close();

    assert.deepEqual(failure, { kind: 'protocol' });
    assert.equal(await page.text(), '<h1>Sign in</h1>');
  });

  it('is of the type that was wanted', async () => {
    server().faults.add({ kind: 'contentType', type: 'application/json', path: '/avatar/bob' });
    const client = clientOf(server());

    const blob = await client.download('/avatar/ann', { accept: 'image/' });
    const { failure } = await failureFrom(client.download('/avatar/bob', { accept: 'image/' }));

    assert.match(blob.type, /^image\//);
    assert.deepEqual(failure, { kind: 'protocol' });
  });

  it('is read no further than it may be long', async () => {
    const content = new ReadableStream<Uint8Array>({ pull: (pen) => pen.enqueue(new Uint8Array(1000)) });
    const fetch = () => Promise.resolve(new Response(content));
    const client = clientOf(server(), { fetch });

    const { failure, call } = await failureFrom(client.download('/file-upload/1/a', { maxBytes: 5000 }));

    assert.deepEqual([failure, call.status], [{ kind: 'refused', code: 'error-file-too-large' }, 200]);
  });

  it('is there whole where it is no longer than it may be', async () => {
    const client = clientOf(server());
    const whole = await client.download('/avatar/ann');

    const blob = await client.download('/avatar/ann', { maxBytes: whole.size });

    assert.deepEqual([blob.size, blob.type], [whole.size, whole.type]);
  });

  it('does not go by the limits of a storage', async () => {
    const clock = new FakeClock();
    const headers = {
      date: new Date(clock.now()).toUTCString(),
      'x-ratelimit-limit': 1,
      'x-ratelimit-remaining': 0,
      'x-ratelimit-reset': clock.now() + 60_000,
    };
    const storage = await PlainServer.start(({ url }, response) => {
      response.writeHead(url === '/busy' ? 429 : 200, headers).end('bytes');
    });
    server().faults.add({ kind: 'redirect', to: `${storage.url}/a`, path: '/file-upload/a' });
    server().faults.add({ kind: 'redirect', to: `${storage.url}/busy`, path: '/file-upload/busy' });
    const client = clientOf(server(), { clock });

    await client.download('/file-upload/a');
    const { failure, call } = await failureFrom(client.download('/file-upload/busy'));
    await client.download('/file-upload/a');
    await storage.close();

    assert.deepEqual([failure, call.status], [{ kind: 'server' }, 429]);
    assert.equal(client.limitOf('GET download'), undefined);
    assert.equal(storage.requests.length, 3);
  });

  it('follows one redirect and no more', async () => {
    const storage = await Echo.start();
    server().faults.add({ kind: 'redirect', to: '/avatar/again', path: '/file-upload/*' });
    server().faults.add({ kind: 'redirect', to: `${storage.url}/x`, path: '/avatar/again' });

    const { failure } = await failureFrom(clientOf(server()).download('/file-upload/1/a.png'));
    await storage.close();

    assert.deepEqual(failure, { kind: 'protocol', redirectedTo: `${storage.url}/x` });
    assert.deepEqual(storage.arrivals, []);
  });

  for (const to of ['http://storage.example/x', 'ftp://storage.example/x', 'file:///etc/passwd']) {
    it(`is not sent on to ${to}`, async () => {
      const asked: string[] = [];
      const fetch: typeof globalThis.fetch = (input, init) => {
        asked.push(addressOf(input));
        return globalThis.fetch(input, init);
      };
      server().faults.add({ kind: 'redirect', to, path: '/file-upload/*' });

      const { failure } = await failureFrom(clientOf(server(), { fetch }).download('/file-upload/1/a.png'));

      assert.equal(failure.kind, 'protocol');
      assert.deepEqual(asked, [`${server().url}/file-upload/1/a.png`]);
    });
  }

  it('is sent on to this machine only by a server on it', async () => {
    const asked: string[] = [];
    const fetch: typeof globalThis.fetch = (input) => {
      asked.push(addressOf(input));
      const headers = { location: 'http://127.0.0.1:9/admin' };
      return Promise.resolve(new Response(null, { status: 302, headers }));
    };

    await failureFrom(clientOf({ url: 'https://chat.example.org' }, { fetch }).download('/file-upload/1/a'));

    assert.deepEqual(asked, ['https://chat.example.org/file-upload/1/a']);
  });
});
