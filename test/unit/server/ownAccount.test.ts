import assert from 'node:assert/strict';
import { passwordDigest } from '../../server/world/users';
import { ask, itemIn, listIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { town } from './town';

const data = town();

describe('users.updateOwnBasicInfo', () => {
  const server = eachWithServer({ data });
  const update = (changes: object) =>
    ask(server(), 'POST users.updateOwnBasicInfo', { as: 'bob', body: { data: changes } });
  const bob = () => server().world.users.byId('bob-id') ?? assert.fail();

  it('changes what one says of oneself', async () => {
    const { body } = await update({
      name: 'Rob',
      bio: 'Hi',
      nickname: 'R',
      statusText: 'here',
      statusType: 'busy',
    });

    const { name, bio, nickname, statusText, status } = bob();
    assert.deepEqual([name, bio, nickname, statusText, status], ['Rob', 'Hi', 'R', 'here', 'busy']);
    assert.equal(itemIn(body, 'user')['name'], 'Rob');
  });

  it('changes the password for who knows it, and signs out elsewhere', async () => {
    const login = () => ask(server(), 'POST login', { body: { user: 'bob', password: 'bob-password' } });
    const { body } = await login();
    const { authToken } = body['data'] as { authToken: string };

    const refused = await update({ newPassword: 'Another-one-14' });
    const done = await update({
      newPassword: 'Another-one-14',
      currentPassword: passwordDigest('bob-password'),
    });

    assert.equal(refused.body['error'], 'TOTP Required [totp-required]');
    assert.deepEqual([done.status, (await login()).status], [200, 401]);
    assert.equal(server().world.users.byToken(authToken), undefined);
  });

  it('changes the address for who knows the password', async () => {
    await update({ email: 'rob@example.com', currentPassword: passwordDigest('bob-password') });

    assert.deepEqual(bob().emails, [{ address: 'rob@example.com', verified: false }]);
  });

  const refusals: [object, string][] = [
    [{ bio: 'x'.repeat(261) }, 'Bio size exceeds 260 characters [error-bio-size-exceeded]'],
    [{ name: '<b>' }, 'Name contains invalid characters'],
    [
      { statusType: 'gone' },
      'Valid status types include online, away, offline, and busy. [error-invalid-status]',
    ],
    [{ roles: ['admin'] }, 'must NOT have additional properties'],
    [
      { newPassword: 'bob-password', currentPassword: passwordDigest('bob-password') },
      'Entered password same as current password [error-password-same-as-current]',
    ],
  ];
  for (const [changes, error] of refusals) {
    it(`refuses ${JSON.stringify(changes).slice(0, 40)}`, async () => {
      const { status, body } = await update(changes);

      assert.deepEqual([status, body['error']], [400, error]);
    });
  }

  it('may be switched off', async () => {
    server().settings.set('Accounts_AllowUserProfileChange', false);

    assert.equal((await update({ bio: 'x' })).body['error'], 'Not allowed [error-not-allowed]');
  });
});

describe('users.setPreferences', () => {
  const server = eachWithServer({ data });
  const set = (preferences: object, userId?: string) =>
    ask(server(), 'POST users.setPreferences', { as: 'bob', body: { userId, data: preferences } });

  it('keeps what is given beside what was', async () => {
    await set({ useEmojis: false, language: 'de' });
    const { body } = await set({ clockMode: 2 });

    const expected = { useEmojis: false, language: 'de', clockMode: 2 };
    assert.deepEqual(body['user'], { _id: 'bob-id', settings: { preferences: expected } });
    const got = await ask(server(), 'GET users.getPreferences', { as: 'bob' });
    assert.deepEqual(got.body['preferences'], expected);
  });

  it('lets the rooms follow', async () => {
    await set({ desktopNotifications: 'nothing', highlights: ['tea'] });

    const seen = server().world.subscriptions.of('bob-id', 'dev');
    assert.deepEqual(
      [seen?.desktopNotifications, seen?.desktopPrefOrigin, seen?.userHighlights],
      ['nothing', 'user', ['tea']],
    );
  });

  it('refuses what is no preference', async () => {
    assert.equal((await set({ colour: 'red' })).body['errorType'], 'invalid-params');
  });

  it('leaves those of others alone', async () => {
    assert.equal(
      (await set({ useEmojis: false }, 'ann-id')).body['error'],
      'Editing user is not allowed [error-action-not-allowed]',
    );
  });
});

describe('a user name', () => {
  const server = eachWithServer({ data });
  const check = (username: string) =>
    ask(server(), 'GET users.checkUsernameAvailability', { as: 'bob', query: { username } });

  it('is free, the own one, or in use', async () => {
    const answers = await Promise.all(['fresh', 'bob', 'ANN', 'core'].map(check));

    assert.deepEqual(
      answers.map(({ body }) => body['result']),
      [true, true, false, false],
    );
  });

  it('may be blocked', async () => {
    const { body } = await check('here');

    assert.equal(body['error'], "here is blocked and can't be used! [error-blocked-username]");
  });

  it('is suggested from what is known', async () => {
    server().world.users.byId('bob-id')?.emails.splice(0);

    const { body } = await ask(server(), 'GET users.getUsernameSuggestion', { as: 'bob' });

    assert.equal(body['result'], 'bob-0');
  });
});

describe('users.forgotPassword', () => {
  const server = eachWithServer({ data });
  const forget = () => ask(server(), 'POST users.forgotPassword', { body: { email: 'nobody@example.com' } });

  it('tells nobody which addresses are known', async () => {
    assert.deepEqual((await forget()).body, { success: true });
  });

  it('wants an address, and minds nothing else', async () => {
    const without = await ask(server(), 'POST users.forgotPassword', { body: { data: {} } });
    const body = { email: 'ann@example.com', data: {} };
    const withIt = await ask(server(), 'POST users.forgotPassword', { body });

    assert.equal(without.body['error'], "The 'email' param is required");
    assert.equal(withIt.status, 200);
  });

  it('may be switched off', async () => {
    server().settings.set('Accounts_PasswordReset', false);

    assert.equal((await forget()).body['error'], 'Password reset is not enabled');
  });
});

describe('users.autocomplete', () => {
  const server = eachWithServer({ data });
  const complete = async (selector: object | string, as = 'bob') => {
    const text = typeof selector === 'string' ? selector : JSON.stringify(selector);
    const answer = await ask(server(), 'GET users.autocomplete', { as, query: { selector: text } });
    return { ...answer, names: listIn(answer.body, 'items').map(({ username }) => username) };
  };

  it('finds by a part of the name, acquaintances first', async () => {
    assert.deepEqual((await complete({ term: 'a', exceptions: ['gast'] })).names, ['ann', 'carol']);
  });

  it('finds only people of own rooms for who may not look outside', async () => {
    const world = server().world;
    world.permissions.grant('view-outside-room', { roles: [], at: world.timestamp() });

    assert.deepEqual((await complete({ term: 'a' })).names, ['ann']);
  });

  it('takes conditions on what everybody may know', async () => {
    const { names } = await complete({ term: '', conditions: { username: { $ne: 'ann' }, type: 'user' } });

    assert.deepEqual(names, ['bob', 'carol', 'gast', 'root']);
  });

  it('refuses conditions on the rest, and what is no JSON', async () => {
    const query = (selector: string) =>
      ask(server(), 'GET users.autocomplete', { as: 'bob', query: { selector } });

    assert.equal((await query('{"conditions":{"roles":"admin"}}')).body['error'], 'error-invalid-query');
    assert.equal((await query('{')).status, 400);
  });
});
