import assert from 'node:assert/strict';
import { emptySeed } from '../../server/data/empty';
import { ask, itemIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { said, town } from './town';

const settings = { Accounts_TwoFactorAuthentication_Enabled: false };
const plain = town({
  messages: [
    said('main', 60, { text: 'hi @bob', reactions: { ':tada:': ['ann'] } }),
    said('reply', 50, { from: 'bob', thread: 'main' }),
    said('direct', 40, { room: 'ann-bob', from: 'bob' }),
  ],
});
const data = { ...plain, users: [...emptySeed.users, ...plain.users] };
const eve = { email: 'Eve@example.com', name: 'Eve', password: 'A-secret-of-14', username: 'eve' };

describe('users.create', () => {
  const env = { CREATE_TOKENS_FOR_USERS: 'true', CREATE_TOKENS_FOR_USERS_SECRET: 'word' };
  const server = eachWithServer({ data, settings, env });
  const create = (over: object = {}, as = 'root') =>
    ask(server(), 'POST users.create', { as, body: { ...eve, ...over } });

  it('makes an account that can sign in', async () => {
    const { status, body } = await create({ verified: true, bio: 'Hello', nickname: 'Evi' });
    const login = await ask(server(), 'POST login', { body: { user: 'eve', password: 'A-secret-of-14' } });

    const { emails, roles, bio, nickname, active } = itemIn(body, 'user');
    assert.equal(status, 200);
    assert.deepEqual(emails, [{ address: 'eve@example.com', verified: true }]);
    assert.deepEqual([roles, bio, nickname, active], [['user'], 'Hello', 'Evi', true]);
    assert.equal(login.status, 200);
  });

  it('gives roles and leaves the account inactive on request', async () => {
    const { body } = await create({ roles: ['guest'], active: false });

    const { roles, active } = itemIn(body, 'user');
    assert.deepEqual([roles, active], [['guest'], false]);
  });

  it('thinks of a password on request', async () => {
    const { body } = await create({ setRandomPassword: true });

    assert.equal(itemIn(body, 'user')['requirePasswordChange'], true);
    assert.equal(
      (await ask(server(), 'POST login', { body: { user: 'eve', password: 'A-secret-of-14' } })).status,
      401,
    );
  });

  it('takes a password from an administrator that the policy for others refuses', async () => {
    server().settings.set('Accounts_Password_Policy_Enabled', true);

    const { status } = await create({ password: 'weak' });
    const login = await ask(server(), 'POST login', { body: { user: 'eve', password: 'weak' } });

    assert.deepEqual([status, login.status], [200, 200]);
  });

  const refusals: [string, object, string][] = [
    ['a name in use', { username: 'Bob' }, 'Bob is already in use :( [error-field-unavailable]'],
    [
      'an address in use',
      { email: 'bob@example.com' },
      'bob@example.com is already in use :( [error-field-unavailable]',
    ],
    [
      'a name that is none',
      { username: 'e<b>' },
      'e&lt;b&gt; is not a valid username [error-input-is-not-a-valid-field]',
    ],
    ['a blocked name', { username: 'all' }, "all is blocked and can't be used! [error-blocked-username]"],
    [
      'an unknown role',
      { roles: ['king'] },
      'The field Roles consist invalid role id [error-action-not-allowed]',
    ],
    ['markup in the name', { name: '<b>' }, 'Name contains invalid characters'],
    ['a key too many', { pass: 'x' }, 'must NOT have additional properties'],
  ];
  for (const [name, over, error] of refusals) {
    it(`refuses ${name}`, async () => {
      const { status, body } = await create(over);

      assert.deepEqual([status, body['error']], [400, error]);
    });
  }

  it('is not for everyone', async () => {
    const { status, body } = await create({}, 'ann');

    assert.deepEqual([status, body['error']], [400, 'Adding user is not allowed [error-action-not-allowed]']);
  });
});

describe('users.update', () => {
  const server = eachWithServer({ data, settings });
  const update = (changes: object, as = 'root', userId = 'bob-id') =>
    ask(server(), 'POST users.update', { as, body: { userId, data: changes } });

  it('renames in messages', async () => {
    await update({ username: 'rob' });

    const { messages } = server().world;
    assert.equal(messages.byId('reply')?.u.username, 'rob');
    assert.equal(messages.byId('main')?.mentions?.[0]?.username, 'rob');
  });

  it('renames in rooms, and where others see the person', async () => {
    await update({ username: 'rob', name: 'Robert' });

    const { subscriptions, rooms } = server().world;
    assert.deepEqual(rooms.byId('quiet')?.muted, ['rob']);
    assert.deepEqual(rooms.byId('ann-bob')?.usernames, ['ann', 'rob']);
    const { name, fname } = subscriptions.of('ann-id', 'ann-bob') ?? assert.fail();
    assert.deepEqual([name, fname], ['rob', 'Robert']);
  });

  it('changes address, password and roles', async () => {
    await update({ email: 'rob@example.com', password: 'Another-one-14', roles: ['guest'] });

    const login = await ask(server(), 'POST login', {
      body: { user: 'rob@example.com', password: 'Another-one-14' },
    });
    const bob = server().world.users.byUsername('bob');
    assert.equal(login.status, 200);
    assert.deepEqual([bob?.roles, bob?.emails[0]?.verified], [['guest'], false]);
  });

  for (const [what, data] of [
    ['names in use to who has them', { username: 'ann' }],
    ['names of the system to the system', { username: 'Admin' }],
    ['people a name that can be seen', { name: ' ' }],
  ] as const) {
    it(`leaves ${what}`, async () => {
      const { body } = await update(data);

      assert.equal(body['error'], 'Could not save user identity [error-could-not-save-identity]');
    });
  }

  it('is not for everyone', async () => {
    const { body } = await update({ name: 'Robert' }, 'ann');

    assert.equal(body['error'], 'Editing user is not allowed [error-action-not-allowed]');
  });

  it('lets nobody take more rights', async () => {
    const own = await update({ roles: ['admin'] }, 'bob');
    const verified = await update({ verified: true }, 'bob');

    assert.equal(own.body['error'], 'Assigning admin is not allowed [error-action-not-allowed]');
    assert.equal(
      verified.body['error'],
      'Editing email verification is not allowed [error-action-not-allowed]',
    );
  });

  it('keeps what the workspace closes', async () => {
    server().settings.set('Accounts_AllowRealNameChange', false);

    const { body } = await update({ name: 'Robert' }, 'bob');

    assert.equal(body['error'], 'Edit user real name is not allowed [error-action-not-allowed]');
  });
});

describe('users.delete', () => {
  const server = eachWithServer({ data, settings });
  const remove = (body: object, as = 'root') => ask(server(), 'POST users.delete', { as, body });

  it('takes the person’s messages and conversations along', async () => {
    const { body } = await remove({ username: 'bob', confirmRelinquish: true });

    const { users, messages, rooms } = server().world;
    assert.deepEqual(body['deletedRooms'], ['open', 'talk', 'ann-bob']);
    assert.deepEqual([users.byId('bob-id'), messages.byId('reply')], [undefined, undefined]);
    assert.deepEqual([rooms.byId('dev')?.usersCount, messages.byId('main')?.tcount], [1, 0]);
  });

  const treatments = { Keep: 'bob', Unlink: 'rocket.cat' };
  for (const [treatment, username] of Object.entries(treatments)) {
    it(`leaves the messages to ${username} under ${treatment}`, async () => {
      server().settings.set('Message_ErasureType', treatment);

      await remove({ username: 'bob', confirmRelinquish: true });

      assert.equal(server().world.messages.byId('reply')?.u.username, username);
    });
  }

  it('asks before rooms lose their owner', async () => {
    const { status, body } = await remove({ userId: 'ann-id' });

    const details = itemIn(body, 'details');
    assert.deepEqual([status, body['error']], [400, '[user-last-owner]']);
    assert.deepEqual(details['shouldBeRemoved'], []);
    assert.equal((details['shouldChangeOwner'] as string[]).includes('dev'), true);
  });

  it('hands the rooms on', async () => {
    await remove({ userId: 'ann-id', confirmRelinquish: true });

    assert.deepEqual(server().world.subscriptions.of('bob-id', 'dev')?.roles, ['owner']);
  });

  it('is not for everyone, and wants to know who', async () => {
    const stranger = await remove({ username: 'bob' }, 'ann');
    const nobody = await remove({ username: 'x' });

    assert.equal(stranger.status, 403);
    assert.equal(nobody.body['errorType'], 'error-invalid-user');
  });
});

describe('users.setActiveStatus', () => {
  const server = eachWithServer({ data, settings });
  const set = (userId: string, activeStatus: boolean, more: object = {}) =>
    ask(server(), 'POST users.setActiveStatus', { as: 'root', body: { userId, activeStatus, ...more } });

  it('ends every sign-in, and the talk with the person', async () => {
    const { body } = await set('bob-id', false, { confirmRelinquish: true });

    assert.deepEqual(body['user'], { _id: 'bob-id', active: false });
    assert.equal((await ask(server(), 'GET me', { as: 'bob' })).status, 401);
    assert.equal(server().world.rooms.byId('ann-bob')?.ro, true);
  });

  it('brings the person back', async () => {
    await set('bob-id', false, { confirmRelinquish: true });
    await set('bob-id', true);

    const login = await ask(server(), 'POST login', { body: { user: 'bob', password: 'bob-password' } });
    assert.equal(login.status, 200);
    assert.equal(server().world.rooms.byId('ann-bob')?.ro, false);
  });

  it('never leaves the workspace without an administrator', async () => {
    const { body } = await set('root-id', false);

    assert.equal(
      body['error'],
      'Leaving the app without an active admin is not allowed [error-action-not-allowed]',
    );
  });
});

describe('users.deactivateIdle', () => {
  const server = eachWithServer({ data, settings });

  it('switches off who has not come for long', async () => {
    const { world } = server();
    const bob = world.users.byUsername('bob') ?? assert.fail();
    bob.lastLogin = new Date(world.now() - 10 * 24 * 60 * 60_000).toISOString();

    const { body } = await ask(server(), 'POST users.deactivateIdle', { as: 'root', body: { daysIdle: 5 } });

    assert.deepEqual([body['count'], bob.active], [1, false]);
  });
});

describe('users.createToken', () => {
  const env = { CREATE_TOKENS_FOR_USERS: 'true', CREATE_TOKENS_FOR_USERS_SECRET: 'word' };
  const server = eachWithServer({ data, settings, env });
  const create = (body: object, as = 'root') => ask(server(), 'POST users.createToken', { as, body });

  it('signs another in', async () => {
    const { body } = await create({ userId: 'bob-id', secret: 'word' });

    const { userId, authToken } = itemIn(body, 'data');
    const headers = { 'X-User-Id': String(userId), 'X-Auth-Token': String(authToken) };
    assert.equal((await ask(server(), 'GET me', { headers })).body['username'], 'bob');
  });

  it('wants the word, and the right', async () => {
    const wrong = await create({ userId: 'bob-id', secret: 'x' });
    const stranger = await create({ userId: 'bob-id', secret: 'word' }, 'ann');

    const refused = 'Not authorized [error-not-authorized]';
    assert.deepEqual([wrong.body['error'], stranger.body['error']], [refused, refused]);
  });
});
