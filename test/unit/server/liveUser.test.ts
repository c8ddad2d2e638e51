import assert from 'node:assert/strict';
import { isObject } from '../../server/isObject';
import { ask, type Item } from '../../support/ask';
import { connected, signedIn, type Socket } from '../../support/socket';
import { eachWithServer } from '../../support/standIn';
import { tokenOf } from '../../support/workspace';
import { longAgo, noon, said, town } from './town';

const data = town({
  messages: [said('one', 60), said('main', 50), said('r1', 40, { thread: 'main', from: 'bob' })],
  views: longAgo,
});
const own = 'stream-notify-user';
const logged = 'stream-notify-logged';

/** The keys that matter of what was told, one list for each time. */
const each = (told: readonly unknown[][], ...keys: readonly string[]) =>
  told.map(([change, document]) => [
    change,
    ...keys.map((key) => (isObject(document) ? document[key] : document)),
  ]);

describe('what concerns one person', () => {
  const server = eachWithServer({ data, now: noon });
  let bob: Socket;
  const post = (method: string, body: Item, as = 'bob') => ask(server(), `POST ${method}`, { as, body });
  const heard = (event: string) => bob.heard(own, `bob-id/${event}`);

  beforeEach(async () => {
    bob = await signedIn(server(), 'bob');
    for (const event of ['subscriptions-changed', 'rooms-changed', 'message']) {
      await bob.listen(own, `bob-id/${event}`);
    }
  });

  it('is what is unread', async () => {
    await post('chat.sendMessage', { message: { rid: 'dev', msg: 'hi @bob' } }, 'ann');

    assert.deepEqual(each(await heard('subscriptions-changed'), 'rid', 'unread', 'userMentions'), [
      ['updated', 'dev', 1, 1],
    ]);
  });

  it('is the last message of each room', async () => {
    await post('chat.sendMessage', { message: { _id: 'new', rid: 'dev', msg: 'x' } }, 'ann');

    const [[, room]] = (await heard('rooms-changed')) as [[string, Item]];
    assert.equal((room['lastMessage'] as Item)['_id'], 'new');
    assert.deepEqual(room['lm'], { $date: Date.parse(noon) });
  });

  const changes: readonly [what: string, method: string, body: Item, key: string, value: unknown][] = [
    ['a favourite', 'rooms.favorite', { roomId: 'dev', favorite: true }, 'f', true],
    ['a hidden room', 'rooms.hide', { roomId: 'dev' }, 'open', false],
    ['what was read', 'subscriptions.read', { rid: 'dev' }, 'ls', { $date: Date.parse(noon) }],
    ['a thread that is followed no more', 'chat.unfollowMessage', { mid: 'main' }, 'tunread', []],
  ];
  for (const [what, method, body, key, value] of changes) {
    it(`is ${what}`, async () => {
      await post('chat.sendMessage', { message: { rid: 'dev', msg: 'x', tmid: 'main' } }, 'ann');
      const before = (await heard('subscriptions-changed')).length;

      await post(method, body);

      const [last] = each((await heard('subscriptions-changed')).slice(before), 'rid', key);
      assert.deepEqual(last, ['updated', 'dev', value]);
    });
  }

  it('is a reply in a thread that is followed', async () => {
    await post('chat.sendMessage', { message: { rid: 'dev', msg: 'x', tmid: 'main' } }, 'ann');

    assert.deepEqual(each(await heard('subscriptions-changed'), 'tunread'), [['updated', ['main']]]);
  });

  it('is a room that one has come into, with the room itself', async () => {
    await post('channels.create', { name: 'tea', members: ['bob'] }, 'ann');

    assert.deepEqual(each(await heard('subscriptions-changed'), 'name')[0], ['inserted', 'tea']);
    assert.deepEqual(each(await heard('rooms-changed'), 'name')[0], ['inserted', 'tea']);
  });

  it('is a room that one has lost, by no more than its keys', async () => {
    await post('channels.kick', { roomId: 'dev', userId: 'bob-id' }, 'ann');

    const [[change, told] = []] = await heard('subscriptions-changed');
    assert.equal(change, 'removed');
    assert.deepEqual(Object.keys(told as Item).sort(), ['_id', 'rid', 't', 'u']);
  });

  it('is a topic', async () => {
    await post('channels.setTopic', { roomId: 'dev', topic: 'tea' }, 'ann');

    assert.deepEqual(each(await heard('rooms-changed'), 'topic').at(-1), ['updated', 'tea']);
  });

  it('is not what happens in rooms of others', async () => {
    await post('channels.create', { name: 'tea' }, 'ann');

    assert.deepEqual(await heard('rooms-changed'), []);
  });

  it('is why a message was refused, which the call itself does not say', async () => {
    server().world.changeSetting('Message_MaxAllowedSize', 3);

    const answer = await bob.call('sendMessage', { _id: 'one', rid: 'quiet', msg: 'x' });

    assert.ok(!('result' in answer) && !('error' in answer));
    const [[note]] = (await heard('message')) as [[Item]];
    const { rid, msg, u } = note;
    assert.deepEqual(
      [rid, note['private'], msg],
      ['quiet', true, 'You have been muted and cannot speak in this room'],
    );
    assert.deepEqual(u, { _id: 'rocket.cat', username: 'rocket.cat' });
  });
});

describe('what concerns everyone', () => {
  const server = eachWithServer({ data, now: noon });
  const told = async (event: string, run: () => unknown) => {
    const ann = await signedIn(server(), 'ann');
    await ann.listen(logged, event);
    await run();
    return ann.heard(logged, event);
  };
  const post = (method: string, body: Item, as = 'root') => ask(server(), `POST ${method}`, { as, body });

  it('is how someone is doing', async () => {
    const status = { status: 'busy', message: 'deep in it' };

    const [args] = await told('user-status', () => post('users.setStatus', status, 'bob'));

    assert.deepEqual(args, [['bob-id', 'bob', 3, 'deep in it', 'Bob', ['user']]]);
  });

  it('is the name of someone', async () => {
    const [args] = await told('Users:NameChanged', () =>
      post('users.updateOwnBasicInfo', { data: { name: 'Bobby' } }, 'bob'),
    );

    assert.deepEqual(args, [{ _id: 'bob-id', name: 'Bobby', username: 'bob' }]);
  });

  it('is who has gone for good', async () => {
    const [args] = await told('Users:Deleted', () => post('users.delete', { userId: 'carol-id' }));

    assert.deepEqual(args, [{ userId: 'carol-id' }]);
  });

  it('is a picture', async () => {
    const { events } = server().world;

    const [args] = await told('updateAvatar', () => events.emit('avatar', { username: 'bob' }, 'x'));

    assert.deepEqual(args, [{ username: 'bob', etag: 'x' }]);
  });

  it('is a role in a room', async () => {
    const [args] = await told('roles-change', () =>
      post('channels.addModerator', { roomId: 'dev', userId: 'bob-id' }, 'ann'),
    );

    const u = { _id: 'bob-id', username: 'bob', name: 'Bob' };
    assert.deepEqual(args, [{ type: 'added', _id: 'moderator', u, scope: 'dev' }]);
  });

  it('is a permission', async () => {
    const permissions = [{ _id: 'create-c', roles: ['admin'] }];

    const [args] = await told('permissions-changed', () => post('permissions.update', { permissions }));

    assert.deepEqual(args, ['updated', permissions[0]]);
  });

  it('is an emoji of the workspace', async () => {
    const { world } = server();
    const emoji = { _id: 'e', name: 'tea', aliases: [], extension: 'png', etag: 'x', _updatedAt: noon };

    const come = await told('updateEmojiCustom', () => world.events.emit('customEmoji', 'inserted', emoji));
    const gone = await told('deleteEmojiCustom', () => world.events.emit('customEmoji', 'removed', emoji));

    const [emojiData] = [{ ...emoji, _updatedAt: { $date: Date.parse(noon) } }];
    assert.deepEqual([come, gone], [[[{ emojiData }]], [[{ emojiData }]]]);
  });

  it('is a setting that all may read, told to strangers as well', async () => {
    const stranger = await connected(server());
    await stranger.listen('stream-notify-all', 'public-settings-changed');

    server().world.changeSetting('Site_Name', 'Tea');
    server().world.changeSetting('Message_AlwaysSearchRegExp', true);

    assert.deepEqual(await stranger.heard('stream-notify-all', 'public-settings-changed'), [
      ['updated', { _id: 'Site_Name', value: 'Tea' }],
    ]);
  });
});

describe('being there', () => {
  const server = eachWithServer({ data, now: noon });
  const statusOf = (username: string) => server().world.users.byUsername(username)?.status;

  it('follows from a socket, and ends with the last one', async () => {
    const [first, second] = [await connected(server()), await signedIn(server(), 'bob')];
    await first.call('login', { user: { username: 'bob' }, password: 'bob-password' });
    const open = statusOf('bob');
    await first.call('logout');
    const still = statusOf('bob');

    const changed = new Promise((resolve) => server().world.events.once('user', resolve));
    second.close();
    await changed;

    assert.deepEqual([open, still, statusOf('bob')], ['online', 'online', 'offline']);
  });

  it('on one of several is being there', async () => {
    const [first, second] = [await signedIn(server(), 'bob'), await signedIn(server(), 'bob')];

    await first.call('UserPresence:away');
    const one = statusOf('bob');
    await second.call('UserPresence:away');
    const both = statusOf('bob');
    await first.call('UserPresence:online');

    assert.deepEqual([one, both, statusOf('bob')], ['online', 'away', 'online']);
  });

  it('is no more than what was chosen', async () => {
    const bob = await signedIn(server(), 'bob');

    await bob.call('UserPresence:setDefaultStatus', 'busy');
    await bob.call('UserPresence:away');

    assert.equal(statusOf('bob'), 'busy');
  });

  it('ends with the sign-out', async () => {
    const bob = await signedIn(server(), 'bob');

    await bob.call('logout');

    assert.equal(statusOf('bob'), 'offline');
  });

  it('is told of those who are watched', async () => {
    const ann = await signedIn(server(), 'ann');
    await ann.listen('stream-user-presence', '', { added: ['bob-id', 'carol-id'] });
    await ann.listen('stream-user-presence', '', { removed: ['carol-id'] });

    await signedIn(server(), 'bob');
    await signedIn(server(), 'carol');

    assert.deepEqual(await ann.heard('stream-user-presence', 'bob-id'), [[['bob', 1, '']]]);
    assert.deepEqual(await ann.heard('stream-user-presence', 'carol-id'), []);
  });

  it('is told to oneself with what else has changed', async () => {
    const bob = await signedIn(server(), 'bob');
    await bob.listen(own, 'bob-id/userData');

    await ask(server(), 'POST users.setPreferences', { as: 'bob', body: { data: { idleTimeLimit: 90 } } });

    const [[told]] = (await bob.heard(own, 'bob-id/userData')) as [[Item]];
    assert.deepEqual(told, {
      type: 'updated',
      id: 'bob-id',
      diff: { 'settings.preferences.idleTimeLimit': 90 },
      unset: {},
    });
  });

  it('changes over when another person signs in on the socket', async () => {
    const socket = await signedIn(server(), 'bob');

    await socket.call('login', { resume: tokenOf('carol') });
    await socket.settled();

    assert.deepEqual([statusOf('bob'), statusOf('carol')], ['offline', 'online']);
  });
});
