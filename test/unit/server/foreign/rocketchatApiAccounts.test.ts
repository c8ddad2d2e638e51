import assert from 'node:assert/strict';
import { each, itemIn, listIn, textIn } from '../../../support/ask';
import { refusalOf, rocketchatApi } from '../../../support/foreign/rocketchatApi';
import { eachWithServer } from '../../../support/standIn';

const kim = {
  name: 'Kim',
  email: 'kim@example.com',
  password: 'Kim-Password-1',
  username: 'kim',
  sendWelcomeEmail: false,
  joinDefaultChannels: false,
  verified: false,
  requirePasswordChange: false,
  roles: ['user'],
};

describe('the community client with accounts', () => {
  const server = eachWithServer();
  const signedIn = async (name: string) => {
    const client = rocketchatApi(server());
    await client.login(name, `${name}-password`);
    return client;
  };

  it('makes, changes and deletes an account', async () => {
    const root = await signedIn('root');
    const userId = textIn(itemIn(await root.users.create(kim), 'user'), '_id');

    const { user } = await root.users.update(userId, { name: 'Kim K.' });
    const info = itemIn(await root.users.info({ username: 'kim' }), 'user');
    const presence = await root.users.getPresence(userId);
    await root.users.delete(userId);

    assert.deepEqual(
      [itemIn({ user }, 'user')['name'], info['name'], info['active']],
      ['Kim K.', 'Kim K.', true],
    );
    assert.equal(presence['presence'], 'offline');
    assert.deepEqual(await refusalOf(root.users.info({ userId })), [400, 'User not found.']);
    assert.equal(server().world.users.byUsername('kim'), undefined);
  });

  it('lists accounts a page at a time', async () => {
    const page = await (await signedIn('ann')).users.list(1, 2, undefined);

    assert.deepEqual(each(listIn(page, 'users'), 'username'), ['bob', 'rocket.cat']);
    assert.deepEqual([page['offset'], page['count'], page['total']], [1, 2, 4]);
  });

  it('may not make accounts unless it is the administrator', async () => {
    const ann = await signedIn('ann');

    assert.deepEqual(await refusalOf(ann.users.create(kim)), [
      400,
      'Adding user is not allowed [error-action-not-allowed]',
    ]);
  });

  it('reads a setting that concerns nobody here', async () => {
    const { value } = await (await signedIn('root')).settings.get('Livechat_enabled');

    assert.equal(value, false);
  });

  it('is nobody after it has signed out', async () => {
    const ann = await signedIn('ann');

    await ann.logout();

    assert.deepEqual(await refusalOf(ann.channels.list({})), [
      401,
      'Requested method requires an authentication',
    ]);
  });

  it('says only that a password is wrong', async () => {
    const refused = await refusalOf(rocketchatApi(server()).login('ann', 'nope'));

    assert.deepEqual(refused, [undefined, 'Could not login. Check username and password']);
  });
});
