import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { ask, itemIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { person, workspace } from '../../support/workspace';

const password = 'ann-password';
const digest = createHash('sha256').update(password).digest('hex');

interface LoginData {
  readonly userId: string;
  readonly authToken: string;
  readonly me: Record<string, unknown>;
}

function dataOf(body: Record<string, unknown>): LoginData {
  // What a successful sign-in answers.
  return body['data'] as LoginData;
}

describe('login', () => {
  const server = eachWithServer({
    data: workspace(person('cat', { roles: [] }), person('poll', { type: 'app' })),
  });
  const login = (body: object) => ask(server(), 'POST login', { body });

  const forms: [string, object][] = [
    ['a user name', { user: 'ann', password }],
    ['a user name of other case', { user: 'ANN', password }],
    ['an e-mail address', { user: 'ann@example.com', password }],
    ['username', { username: 'ann', password }],
    ['email', { email: 'ann@example.com', password }],
    ['a user object with a name', { user: { username: 'ann' }, password }],
    ['a user object with an address', { user: { email: 'ann@example.com' }, password }],
    ['a hashed password', { user: 'ann', password: { digest, algorithm: 'sha-256' } }],
    ['a code that nobody asked for', { user: 'ann', password, code: '123456' }],
  ];
  for (const [name, body] of forms) {
    it(`takes ${name}`, async () => {
      const answer = await login(body);

      assert.equal(answer.status, 200);
      assert.equal(answer.body['status'], 'success');
      assert.equal(answer.body['success'], true);
      assert.equal(dataOf(answer.body).userId, 'ann-id');
    });
  }

  it('takes a form', async () => {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };

    const { status } = await ask(server(), 'POST login', { body: `user=ann&password=${password}`, headers });

    assert.equal(status, 200);
  });

  it('hands out a token that works', async () => {
    const { authToken, userId } = dataOf((await login({ user: 'ann', password })).body);
    const headers = { 'X-Auth-Token': authToken, 'X-User-Id': userId };

    const { body } = await ask(server(), 'GET me', { headers });

    assert.equal(body['username'], 'ann');
  });

  it('resumes with the same token', async () => {
    const { body } = await login({ resume: 'ann-token' });

    assert.equal(dataOf(body).authToken, 'ann-token');
    assert.equal(dataOf(body).userId, 'ann-id');
  });

  it('says who one is, with everything that `me` says', async () => {
    const { body } = await login({ user: 'ann', password });
    const me = await ask(server(), 'GET me', { as: 'ann' });

    assert.deepEqual({ ...dataOf(body).me, success: true }, me.body);
  });

  const unauthorized = { error: 'Unauthorized', message: 'Unauthorized' };
  const failures: [string, object, object][] = [
    ['a wrong password', { user: 'ann', password: 'no' }, unauthorized],
    ['an unknown user', { user: 'nobody', password }, unauthorized],
    [
      'a dead token',
      { resume: 'gone' },
      { error: 403, message: "You've been logged out by the server. Please log in again." },
    ],
    ['nothing at all', {}, { error: 400, message: 'Unrecognized options for login request' }],
    ['no password', { user: 'ann' }, { error: 400, message: 'Unrecognized options for login request' }],
    ['an empty password', { user: 'rocket.cat', password: '' }, { error: 400, message: 'Match failed' }],
    ['a key too many', { user: 'ann', password, remember: true }, { error: 400, message: 'Match failed' }],
    [
      'a user without a role',
      { user: 'cat', password: 'cat-password' },
      { error: 'error-user-has-no-roles', message: 'User has no roles' },
    ],
    [
      'the user of an app',
      { user: 'poll', password: 'poll-password' },
      { error: 'error-app-user-is-not-allowed-to-login', message: 'App user is not allowed to login' },
    ],
  ];
  for (const [name, body, keys] of failures) {
    it(`answers 401 to ${name}`, async () => {
      const answer = await login(body);

      assert.equal(answer.status, 401);
      assert.deepEqual(answer.body, { success: false, status: 'error', ...keys });
    });
  }

  it('refuses a deactivated user', async () => {
    const user = server().world.users.byUsername('ann') ?? assert.fail();
    user.active = false;

    const { status, body } = await login({ user: 'ann', password });

    assert.equal(status, 401);
    assert.equal(body['error'], 'error-user-is-not-activated');
    assert.equal(body['message'], 'User is not activated');
  });

  it('refuses a user whose address nobody has verified, if the server wants that', async () => {
    server().settings.set('Accounts_EmailVerification', true);
    const email = server().world.users.byUsername('ann')?.emails[0] ?? assert.fail();
    email.verified = false;

    const { body } = await login({ user: 'ann', password });

    assert.equal(body['error'], 'error-invalid-email');
    assert.equal(body['message'], 'Invalid email __email__');
  });

  it('refuses passwords where they are switched off', async () => {
    server().settings.set('Accounts_ShowFormLogin', false);

    assert.equal((await login({ user: 'ann', password })).status, 401);
    assert.equal((await login({ resume: 'ann-token' })).status, 200);
  });
});

describe('too many failed sign-ins', () => {
  let time = 0;
  const server = eachWithServer({
    wallClock: () => time,
    settings: {
      Block_Multiple_Failed_Logins_Enabled: true,
      Block_Multiple_Failed_Logins_Attempts_Until_Block_by_User: 2,
      Block_Multiple_Failed_Logins_Attempts_Until_Block_By_Ip: 3,
    },
  });
  const login = (user: string, word = `${user}-password`) =>
    ask(server(), 'POST login', { body: { user, password: word } });

  it('block the user for a while', async () => {
    await login('ann', 'no');
    await login('ann', 'no');
    const blocked = await login('ann');
    time += 5 * 60_000;
    const later = await login('ann');

    assert.equal(blocked.status, 401);
    assert.equal(blocked.body['error'], 'error-login-blocked-for-user');
    assert.equal(blocked.body['message'], 'Login has been temporarily blocked For User');
    assert.equal(later.status, 200);
  });

  it('block the address', async () => {
    for (const user of ['x', 'y', 'z']) await login(user);

    const { body } = await login('ann');

    assert.equal(body['error'], 'error-login-blocked-for-ip');
  });
});

describe('logout', () => {
  const server = eachWithServer();

  for (const verb of ['GET', 'POST']) {
    it(`takes the token away: ${verb}`, async () => {
      const { status, body } = await ask(server(), `${verb} logout`, { as: 'ann' });
      const after = await ask(server(), 'GET me', { as: 'ann' });

      assert.equal(status, 200);
      assert.deepEqual(body, { status: 'success', data: { message: "You've been logged out!" } });
      assert.equal(after.status, 401);
    });
  }

  it('leaves the other tokens alone', async () => {
    const { body } = await ask(server(), 'POST login', { body: { user: 'ann', password } });
    const headers = { 'X-Auth-Token': dataOf(body).authToken, 'X-User-Id': 'ann-id' };

    await ask(server(), 'POST logout', { headers });

    assert.equal((await ask(server(), 'GET me', { as: 'ann' })).status, 200);
  });
});

describe('me', () => {
  const preferences = { sidebarSortby: 'alphabetical' };
  const server = eachWithServer({ data: workspace(person('eve', { preferences })) });

  it('holds every preference, the own ones before the defaults', async () => {
    const { body } = await ask(server(), 'GET me', { as: 'eve' });

    const preferences = itemIn(itemIn(body, 'settings'), 'preferences');
    assert.equal(preferences['sidebarSortby'], 'alphabetical');
    assert.deepEqual(
      ['sidebarGroupByType', 'sidebarShowUnread', 'sendOnEnter', 'idleTimeLimit', 'desktopNotifications'].map(
        (name) => preferences[name],
      ),
      [true, false, 'normal', 300, 'all'],
    );
  });

  it('names the picture and the address', async () => {
    const { body } = await ask(server(), 'GET me', { as: 'ann' });

    assert.equal(body['avatarUrl'], `${server().url}/avatar/ann`);
    assert.equal(body['email'], 'ann@example.com');
  });

  it('has a place for the fields of the workspace', async () => {
    const { body } = await ask(server(), 'GET me', { as: 'ann' });

    assert.deepEqual(body['customFields'], {});
  });

  it('never holds a secret', async () => {
    const { body } = await ask(server(), 'GET me', { as: 'ann' });

    assert.doesNotMatch(JSON.stringify(body), new RegExp(`${digest}|ann-token|bcrypt`));
  });
});
