import assert from 'node:assert/strict';
import { ask, type Item } from '../../support/ask';
import { signedIn, type Socket } from '../../support/socket';
import { eachWithServer } from '../../support/standIn';
import { noon, said, town } from './town';
import { isObject } from '../../server/isObject';

const data = town({
  messages: [said('one', 60), said('main', 50), said('r1', 40, { thread: 'main', from: 'bob' })],
});

const all = '__my_messages__';
const messages = 'stream-room-messages';

describe('what happens in a room', () => {
  const server = eachWithServer({ data, now: noon });
  let ann: Socket;
  const post = (method: string, body: Item, as = 'bob') => ask(server(), `POST ${method}`, { as, body });
  const say = (message: Item, as = 'bob') =>
    post('chat.sendMessage', { message: { rid: 'dev', msg: 'x', ...message } }, as);
  const told = async (event = all) => (await ann.heard(messages, event)).map(([message]) => itemOf(message));
  const heard = async (event: string) => (await ann.heard('stream-notify-room', event)).map(([what]) => what);

  beforeEach(async () => {
    ann = await signedIn(server(), 'ann');
    await ann.listen(messages, all);
  });

  it('comes with the moments as the protocol writes them', async () => {
    await say({ _id: 'new' });

    const [message] = await told();
    assert.equal(message?.['_id'], 'new');
    assert.deepEqual(message['ts'], { $date: Date.parse(noon) });
  });

  it('comes with where that is', async () => {
    await say({});
    await say({ rid: 'open' });

    assert.deepEqual(
      (await ann.heard(messages, all)).map(([, place]) => place),
      [
        { roomParticipant: true, roomType: 'c', roomName: 'dev' },
        { roomParticipant: false, roomType: 'c', roomName: 'open' },
      ],
    );
  });

  it('is not told to who cannot see the room', async () => {
    const carol = await signedIn(server(), 'carol');
    await carol.listen(messages, all);

    await say({ rid: 'secret' });

    assert.deepEqual(await carol.heard(messages, all), []);
  });

  it('comes to who wrote it as well', async () => {
    await say({ _id: 'mine' }, 'ann');

    assert.deepEqual(
      (await told()).map(({ _id }) => _id),
      ['mine'],
    );
  });

  it('of one room comes under its id', async () => {
    await ann.listen(messages, 'dev');

    await say({ _id: 'here' });
    await say({ rid: 'secret' });

    assert.deepEqual(
      (await told('dev')).map(({ _id }) => _id),
      ['here'],
    );
  });

  const changes: readonly [what: string, method: string, body: Item, as: string, keys: Item][] = [
    ['an edit', 'chat.update', { roomId: 'dev', msgId: 'one', text: 'two' }, 'ann', { msg: 'two' }],
    [
      'a reaction',
      'chat.react',
      { messageId: 'one', emoji: 'smile' },
      'bob',
      { reactions: { ':smile:': { usernames: ['bob'] } } },
    ],
    [
      'a star, other people’s too',
      'chat.starMessage',
      { messageId: 'one' },
      'bob',
      { starred: [{ _id: 'bob-id' }] },
    ],
    ['someone who follows', 'chat.followMessage', { mid: 'one' }, 'bob', { replies: ['bob-id'] }],
  ];
  for (const [what, method, body, as, keys] of changes) {
    it(`is ${what}, told by the message whole`, async () => {
      await post(method, body, as);

      const [message] = await told();
      assert.deepEqual([message?.['_id'], message?.['rid']], ['one', 'dev']);
      for (const [key, value] of Object.entries(keys)) assert.deepEqual(message?.[key], value);
    });
  }

  it('is a pin, told by its note alone', async () => {
    await post('chat.pinMessage', { messageId: 'one' }, 'ann');

    assert.deepEqual(
      (await told()).map(({ t }) => t),
      ['message_pinned'],
    );
  });

  it('is the end of a pin, told by the message', async () => {
    await post('chat.pinMessage', { messageId: 'one' }, 'ann');
    await post('chat.unPinMessage', { messageId: 'one' }, 'ann');

    const { _id, pinned } = (await told())[1] ?? {};
    assert.deepEqual([_id, pinned], ['one', false]);
  });

  it('is a reply, and what it makes of its thread', async () => {
    await say({ _id: 'r2', tmid: 'main' });

    assert.deepEqual(
      (await told()).map(({ _id, tcount }) => [_id, tcount]),
      [
        ['r2', undefined],
        ['main', 2],
      ],
    );
  });

  it('is the loss of the last reply', async () => {
    await post('chat.delete', { roomId: 'dev', msgId: 'r1' });

    assert.deepEqual(
      (await told()).map(({ _id, tcount }) => [_id, tcount]),
      [['main', 0]],
    );
  });

  it('is a deletion', async () => {
    await ann.listen('stream-notify-room', 'dev/deleteMessage');

    await post('chat.delete', { roomId: 'dev', msgId: 'one' }, 'ann');

    assert.deepEqual(await heard('dev/deleteMessage'), [{ _id: 'one' }]);
  });

  it('is a message shown as removed', async () => {
    server().world.changeSetting('Message_ShowDeletedStatus', true);

    await post('chat.delete', { roomId: 'dev', msgId: 'one' }, 'ann');

    assert.deepEqual(
      (await told()).map(({ _id, t }) => [_id, t]),
      [['one', 'rm']],
    );
  });

  it('is the deletion of a stretch', async () => {
    await ann.listen('stream-notify-room', 'dev/deleteMessageBulk');
    const [oldest, latest] = ['2026-03-02T00:00:00.000Z', '2026-03-02T11:05:00.000Z'];

    await post('rooms.cleanHistory', { roomId: 'dev', oldest, latest }, 'root');

    const [bulk] = await heard('dev/deleteMessageBulk');
    const { rid, ts, users, excludePinned } = itemOf(bulk);
    assert.deepEqual([rid, users, excludePinned], ['dev', [], false]);
    assert.deepEqual(ts, { $gt: { $date: Date.parse(oldest) }, $lt: { $date: Date.parse(latest) } });
  });

  it('is not told where the workspace hides it', async () => {
    server().world.changeSetting('Hide_System_Messages', ['message_pinned']);

    await post('chat.pinMessage', { messageId: 'one' }, 'ann');

    assert.deepEqual(await told(), []);
  });

  it('is that everyone has read', async () => {
    server().world.licences.add('message-read-receipt');
    server().world.changeSetting('Message_Read_Receipt_Enabled', true);
    await ann.listen('stream-notify-room', 'dev/messagesRead');
    await say({}, 'ann');

    await post('subscriptions.read', { rid: 'dev' });
    await post('subscriptions.read', { rid: 'dev' }, 'ann');

    assert.deepEqual(await heard('dev/messagesRead'), [{ until: { $date: Date.parse(noon) } }]);
  });

  it('has times that grow even where the clock stands', async () => {
    await post('chat.react', { messageId: 'one', emoji: 'smile' });
    await post('chat.react', { messageId: 'one', emoji: 'heart' });

    const times = (await told()).map(({ _updatedAt }) => _updatedAt);
    assert.deepEqual(times, [{ $date: Date.parse(noon) }, { $date: Date.parse(noon) + 1 }]);
  });
});

describe('who is typing', () => {
  const server = eachWithServer({ data, now: noon });
  const collection = 'stream-notify-room';

  it('is told to the others, and not to the own connection', async () => {
    const [ann, bob] = [await signedIn(server(), 'ann'), await signedIn(server(), 'bob')];
    for (const socket of [ann, bob]) await socket.listen(collection, 'dev/user-activity');

    await bob.call(collection, 'dev/user-activity', 'bob', ['user-typing'], {});
    await bob.call(collection, 'dev/user-activity', 'bob', [], {});

    assert.deepEqual(await ann.heard(collection, 'dev/user-activity'), [
      ['bob', ['user-typing'], {}],
      ['bob', [], {}],
    ]);
    assert.deepEqual(await bob.heard(collection, 'dev/user-activity'), []);
  });

  it('is told under its former name as well', async () => {
    const [ann, bob] = [await signedIn(server(), 'ann'), await signedIn(server(), 'bob')];
    await ann.listen(collection, 'dev/typing');

    await bob.call(collection, 'dev/user-activity', 'bob', ['user-typing'], {});

    assert.deepEqual(await ann.heard(collection, 'dev/typing'), [['bob', true]]);
  });

  it('is said in one’s own name', async () => {
    const bob = await signedIn(server(), 'bob');

    const { error } = await bob.call(collection, 'dev/user-activity', 'ann', ['user-typing'], {});

    assert.equal(itemOf(error)['error'], 'not-allowed');
  });
});

function itemOf(value: unknown): Item {
  return isObject(value) ? value : assert.fail('That is no object');
}
