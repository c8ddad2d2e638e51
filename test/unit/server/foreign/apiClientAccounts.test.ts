import assert from 'node:assert/strict';
import { each, itemIn, listIn, textIn } from '../../../support/ask';
import { type ApiClient, apiClient, refusalOf, register, signIn } from '../../../support/foreign/apiClient';
import { eachWithUnusedServer } from '../../../support/foreign/unusedServer';

const kim = { username: 'kim', name: 'Kim', email: 'kim@example.com', password: 'Kim-Password-1' };

describe("Rocket.Chat's own client, with accounts and settings", () => {
  const server = eachWithUnusedServer();
  let admin: ApiClient;
  let adminId: string;
  beforeEach(async () => {
    admin = apiClient(server());
    adminId = await register(admin, 'rita');
  });

  const created = async () =>
    textIn(itemIn(await admin.post('/v1/users.create', { ...kim, verified: true }), 'user'), '_id');

  it('is the administrator if it registers first', async () => {
    const sam = apiClient(server());
    await register(sam, 'sam');

    const [first, second] = [await admin.get('/v1/me'), await sam.get('/v1/me')];

    assert.deepEqual([first['roles'], second['roles']], [['user', 'admin'], ['user']]);
    assert.equal(itemIn(first, 'settings')['preferences'] !== undefined, true);
  });

  it('makes an account that can sign in', async () => {
    await created();

    const me = await signIn(apiClient(server()), 'kim@example.com', kim.password);

    assert.deepEqual([me['username'], me['name'], me['roles']], ['kim', 'Kim', ['user']]);
  });

  it('renames an account, makes it inactive and deletes it', async () => {
    const userId = await created();
    await admin.post('/v1/users.update', { userId, data: { name: 'Kim K.', username: 'kimk' } });
    await admin.post('/v1/users.setActiveStatus', { userId, activeStatus: false });
    const renamed = itemIn(await admin.get('/v1/users.info', { userId }), 'user');

    await admin.post('/v1/users.delete', { userId });

    const { status, body } = await refusalOf(admin.get('/v1/users.info', { userId }));
    assert.deepEqual([renamed['username'], renamed['name'], renamed['active']], ['kimk', 'Kim K.', false]);
    assert.deepEqual([status, body['error']], [400, 'User not found.']);
    assert.equal(server().world.users.byUsername('kimk'), undefined);
  });

  it('lists accounts by name, a page at a time', async () => {
    await created();

    const page = await admin.get('/v1/users.list', { count: 1, offset: 1, sort: '{"username":-1}' });

    assert.deepEqual(each(listIn(page, 'users'), 'username'), ['rita']);
    assert.deepEqual([page['count'], page['offset'], page['total']], [1, 1, 3]);
  });

  it('looks up presences by a list', async () => {
    const kimId = await created();
    await signIn(apiClient(server()), 'kim', kim.password);
    await admin.post('/v1/users.setStatus', { status: 'away' });

    const { users, full } = await admin.get('/v1/users.presence', { ids: [adminId, kimId] });

    assert.deepEqual(each(listIn({ users }, 'users'), '_id'), [adminId]);
    assert.equal(full, false);
  });

  it('reads and changes a setting', async () => {
    await admin.post('/v1/settings/Site_Name', { value: 'The Heronry' });

    const one = await admin.get('/v1/settings/Site_Name');
    const open = await apiClient(server()).get('/v1/settings.public', { _id: 'Site_Name' });

    assert.equal(one['value'], 'The Heronry');
    assert.equal(listIn(open, 'settings')[0]?.['value'], 'The Heronry');
    assert.equal(server().settings.get('Site_Name'), 'The Heronry');
  });

  it('is nobody after it has signed out', async () => {
    const { status, data } = await admin.post('/v1/logout');

    const refused = await refusalOf(admin.get('/v1/me'));

    assert.deepEqual([status, data], ['success', { message: "You've been logged out!" }]);
    assert.equal(refused.status, 401);
    assert.equal(refused.body['message'], 'You must be logged in to do this.');
  });

  it('is told that a password is wrong', async () => {
    const { status, body } = await refusalOf(signIn(apiClient(server()), 'rita', 'nope'));

    assert.deepEqual([status, body['error'], body['message']], [401, 'Unauthorized', 'Unauthorized']);
  });
});
