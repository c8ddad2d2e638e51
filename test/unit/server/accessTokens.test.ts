import assert from 'node:assert/strict';
import { ask, each, listIn, textIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { workspace } from '../../support/workspace';

const start = '2026-03-02T09:00:00.000Z';
const settings = { Accounts_TwoFactorAuthentication_Enabled: false };

describe('personal access tokens', () => {
  const server = eachWithServer({ settings });
  const call = (method: string, body?: object, as = 'ann') => ask(server(), method, { as, body });
  const make = (tokenName: string) => call('POST users.generatePersonalAccessToken', { tokenName });
  const me = (token: string) =>
    ask(server(), 'GET me', { headers: { 'X-User-Id': 'ann-id', 'X-Auth-Token': token } });

  it('work with the own id', async () => {
    const { body } = await make('laptop');

    assert.equal((await me(textIn(body, 'token'))).body['username'], 'ann');
  });

  it('are listed without their values', async () => {
    const { body } = await make('laptop');
    const token = textIn(body, 'token');

    const tokens = listIn((await call('GET users.getPersonalAccessTokens')).body, 'tokens');

    assert.deepEqual(tokens.at(-1), {
      name: 'laptop',
      createdAt: start,
      lastTokenPart: token.slice(-6),
      bypassTwoFactor: false,
    });
  });

  it('keep their names to themselves', async () => {
    await make('laptop');

    const { status, body } = await make('laptop');

    assert.equal(status, 400);
    assert.equal(body['error'], 'A token with this name already exists [error-token-already-exists]');
  });

  it('can be renewed: the former value is dead', async () => {
    const former = textIn((await make('laptop')).body, 'token');
    const renewed = await call('POST users.regeneratePersonalAccessToken', { tokenName: 'laptop' });

    assert.equal((await me(former)).status, 401);
    assert.equal((await me(textIn(renewed.body, 'token'))).status, 200);
  });

  it('can be taken away', async () => {
    const token = textIn((await make('laptop')).body, 'token');

    await call('POST users.removePersonalAccessToken', { tokenName: 'laptop' });

    assert.equal((await me(token)).status, 401);
  });

  for (const verb of ['regenerate', 'remove']) {
    it(`cannot be ${verb}d if they are not there`, async () => {
      const { status, body } = await call(`POST users.${verb}PersonalAccessToken`, { tokenName: 'x' });

      assert.deepEqual([status, body['errorType']], [400, 'error-token-does-not-exists']);
    });
  }

  it('are not for everyone', async () => {
    server().world.permissions.grant('create-personal-access-tokens', { roles: ['admin'], at: start });

    const made = await make('laptop');
    const listed = await call('GET users.getPersonalAccessTokens');

    assert.deepEqual([made.status, made.body['error']], [400, 'Not Authorized [not-authorized]']);
    assert.equal(listed.status, 403);
  });

  it('go with a sign-out by them', async () => {
    const token = textIn((await make('laptop')).body, 'token');

    await ask(server(), 'POST logout', { headers: { 'X-User-Id': 'ann-id', 'X-Auth-Token': token } });

    assert.equal((await me(token)).status, 401);
  });
});

describe('a sign-in', () => {
  let time = Date.parse(start);
  beforeEach(() => {
    time = Date.parse(start);
  });
  const server = eachWithServer({ clock: 'runs', wallClock: () => time });

  async function signedIn() {
    const { body } = await ask(server(), 'POST login', { body: { user: 'ann', password: 'ann-password' } });
    // What a successful sign-in answers.
    const { authToken } = body['data'] as { authToken: string };
    return { 'X-User-Id': 'ann-id', 'X-Auth-Token': authToken };
  }

  it('ends by itself after the days of the setting', async () => {
    const headers = await signedIn();
    server().settings.set('Accounts_LoginExpiration', 2);
    time += 2 * 24 * 60 * 60_000 - 1;
    const before = await ask(server(), 'GET me', { headers });
    time += 1;
    const after = await ask(server(), 'GET me', { headers });
    const resumed = await ask(server(), 'POST login', { body: { resume: headers['X-Auth-Token'] } });

    assert.deepEqual([before.status, after.status, resumed.status], [200, 401, 401]);
    assert.equal((await ask(server(), 'GET me', { as: 'ann' })).status, 200);
  });

  it('can end all others, and says when it ends itself', async () => {
    const [own, other] = [await signedIn(), await signedIn()];

    const { body } = await ask(server(), 'POST users.logoutOtherClients', { headers: own });

    assert.deepEqual(body, {
      token: own['X-Auth-Token'],
      tokenExpires: new Date(Date.parse(start) + 90 * 24 * 60 * 60_000).toISOString(),
      success: true,
    });
    assert.equal((await ask(server(), 'GET me', { headers: other })).status, 401);
    assert.equal((await ask(server(), 'GET me', { as: 'ann' })).status, 200);
  });

  it('can end everywhere', async () => {
    const own = await signedIn();

    const { body } = await ask(server(), 'POST users.logout', { headers: own, body: {} });

    assert.equal(body['message'], 'User ann-id has been logged out!');
    assert.equal((await ask(server(), 'GET me', { as: 'ann' })).status, 401);
  });

  it('of others is the administrator’s business', async () => {
    const body = { userId: 'bob-id' };

    const refused = await ask(server(), 'POST users.logout', { as: 'ann', body });
    const done = await ask(server(), 'POST users.logout', { as: 'root', body });

    assert.deepEqual([refused.status, refused.body['error'], done.status], [403, 'unauthorized', 200]);
  });
});

describe('permissions.update', () => {
  const server = eachWithServer({ data: workspace() });
  const update = (permissions: object[], as = 'root') =>
    ask(server(), 'POST permissions.update', { as, body: { permissions } });

  it('gives a permission to other roles', async () => {
    const { status, body } = await update([{ _id: 'message-impersonate', roles: ['admin'] }]);

    const found = listIn(body, 'permissions').find(({ _id }) => _id === 'message-impersonate');
    const root = server().world.users.byUsername('root') ?? assert.fail();
    assert.deepEqual([status, found?.['roles']], [200, ['admin']]);
    assert.equal(server().world.hasPermission(root, 'message-impersonate'), true);
  });

  const refusals: [object, string][] = [
    [{ _id: 'nothing', roles: ['admin'] }, 'error-invalid-permission'],
    [{ _id: 'create-c', roles: ['king'] }, 'error-invalid-role'],
  ];
  for (const [change, errorType] of refusals) {
    it(`refuses ${JSON.stringify(change)}`, async () => {
      assert.equal((await update([change])).body['errorType'], errorType);
    });
  }

  it('is not for everyone', async () => {
    assert.equal((await update([], 'ann')).status, 403);
  });

  it('can be seen in the list of what has changed', async () => {
    const query = { updatedSince: start };
    await update([{ _id: 'create-c', roles: ['admin'] }]);
    const change = server()
      .world.permissions.all()
      .find(({ _id }) => _id === 'create-c');
    server().world.permissions.grant('create-c', { roles: ['admin'], at: '2026-03-02T10:00:00.000Z' });

    const { body } = await ask(server(), 'GET permissions.listAll', { as: 'ann', query });

    assert.equal(change?._updatedAt, start);
    assert.deepEqual(each(listIn(body, 'update'), '_id'), ['create-c']);
  });
});
