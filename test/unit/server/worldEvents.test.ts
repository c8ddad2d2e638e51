import assert from 'node:assert/strict';
import { ask, type Item } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { noon, said, seenBy, town } from './town';

const data = town({
  messages: [said('one', 60), said('main', 50), said('r1', 40, { thread: 'main', from: 'bob' })],
});

/** What a live feed will be made of: told once for each thing that happens. */
describe('what the world tells', () => {
  const server = eachWithServer({ data, now: noon });
  let told: string[];
  const during = async (method: string, as: string, body: Item) => {
    await ask(server(), method, { as, body });
    return told;
  };

  beforeEach(() => {
    told = [];
    const { events } = server().world;
    events.on('message', ({ t, _id }) => told.push(`message ${t ?? _id}`));
    events.on('subscription', (change, { u, rid }) => told.push(`${change} ${u.username} in ${rid}`));
    events.on('room', (change, { _id }) => told.push(`${change} room ${_id}`));
    events.on('deletion', ({ _id }) => told.push(`deletion ${_id}`));
    events.on('cleaning', (rid, { excludePinned }, ids) => {
      told.push(`cleaning of ${rid}${excludePinned ? ' but pins' : ''}: ${ids?.join() ?? 'all'}`);
    });
    events.on('allRead', (rid, until) => told.push(`all read in ${rid} until ${until}`));
    events.on('permission', (id, roles) => told.push(`${id} for ${roles.join()}`));
    events.on('roomRole', (role, change, { username }, rid) => {
      told.push(`${change} ${role} ${username} in ${rid}`);
    });
    events.on('ephemeral', (userId, { rid, msg }) => told.push(`to ${userId} in ${rid}: ${msg}`));
  });

  const stories: readonly [what: string, method: string, as: string, body: Item, told: string[]][] = [
    [
      'a message',
      'chat.sendMessage',
      'ann',
      { message: { _id: 'new', rid: 'dev', msg: 'x' } },
      ['message new', 'updated ann in dev', 'updated bob in dev', 'updated room dev'],
    ],
    [
      'a reply',
      'chat.sendMessage',
      'bob',
      { message: { _id: 'new', rid: 'dev', msg: 'x', tmid: 'main', tshow: true } },
      ['message new', 'message main', 'updated ann in dev', 'updated bob in dev', 'updated room dev'],
    ],
    ['an edit', 'chat.update', 'ann', { roomId: 'dev', msgId: 'one', text: 'two' }, ['message one']],
    ['a reaction', 'chat.react', 'bob', { messageId: 'one', emoji: 'smile' }, ['message one']],
    ['a star', 'chat.starMessage', 'bob', { messageId: 'one' }, ['message one']],
    [
      'a pin, by its note alone',
      'chat.pinMessage',
      'ann',
      { messageId: 'one' },
      ['message message_pinned', 'updated room dev'],
    ],
    [
      'a deletion',
      'chat.delete',
      'ann',
      { roomId: 'dev', msgId: 'one' },
      ['deletion one', 'updated room dev'],
    ],
    [
      'the loss of the last reply',
      'chat.delete',
      'bob',
      { roomId: 'dev', msgId: 'r1' },
      ['message main', 'updated ann in dev', 'deletion r1', 'updated room dev'],
    ],
    [
      'someone new, to whom the room is told first',
      'channels.join',
      'carol',
      { roomId: 'dev' },
      ['inserted carol in dev', 'message uj', 'updated room dev'],
    ],
    [
      'a new conversation',
      'im.create',
      'ann',
      { username: 'carol' },
      ['inserted ann in ann-idcarol-id', 'inserted carol in ann-idcarol-id', 'inserted room ann-idcarol-id'],
    ],
    [
      'a role in a room',
      'channels.addModerator',
      'ann',
      { roomId: 'dev', userId: 'bob-id' },
      [
        'updated bob in dev',
        'added moderator bob in dev',
        'message subscription-role-added',
        'updated room dev',
      ],
    ],
    [
      'a right that others have now',
      'permissions.update',
      'root',
      { permissions: [{ _id: 'create-c', roles: ['admin'] }] },
      ['create-c for admin'],
    ],
    [
      'why a message was refused, to its author',
      'chat.sendMessage',
      'bob',
      { message: { rid: 'quiet', msg: 'x' } },
      ['to bob-id in quiet: You have been muted and cannot speak in this room'],
    ],
    [
      'why everyone cannot be called',
      'chat.sendMessage',
      'hook',
      { message: { rid: 'dev', msg: '@here' } },
      ['to hook-id in dev: Notify all in this room is not allowed'],
    ],
    ['nothing of what is no message at all', 'chat.sendMessage', 'ann', { message: { msg: 'x' } }, []],
  ];
  for (const [what, method, as, body, expected] of stories) {
    it(`is ${what}`, async () => {
      seenBy(server().world, 'ann').tunread = ['main'];

      assert.deepEqual((await during(`POST ${method}`, as, body)).toSorted(), expected.toSorted());
    });
  }

  it('is a new room when everyone is in it', async () => {
    let people: number | undefined;
    server().world.events.once('room', (_change, { usersCount }) => (people = usersCount));

    await during('POST channels.create', 'ann', { name: 'fresh', members: ['bob'] });

    const events = told.map((event) => event.split(' ')[0]);
    assert.deepEqual([events, people], [['inserted', 'inserted', 'inserted'], 2]);
  });

  it('is nothing of what is hidden', async () => {
    const message = server().world.messages.byId('one') ?? assert.fail();
    message['_hidden'] = true;

    assert.deepEqual(await during('POST chat.starMessage', 'ann', { messageId: 'one' }), []);
  });

  it('is no second time that a room has something new', async () => {
    await during('POST chat.sendMessage', 'ann', { message: { rid: 'dev', msg: 'x' } });
    told = [];

    await during('POST chat.sendMessage', 'ann', { message: { _id: 'new', rid: 'dev', msg: 'x' } });

    assert.deepEqual(told, ['message new', 'updated ann in dev', 'updated room dev']);
  });

  it('is no change of a thread that has replies left', async () => {
    await during('POST chat.sendMessage', 'bob', {
      message: { _id: 'r2', rid: 'dev', msg: 'x', tmid: 'main' },
    });
    told = [];

    await during('POST chat.delete', 'bob', { roomId: 'dev', msgId: 'r2' });

    const main = server().world.messages.byId('main');
    assert.deepEqual([main?.tcount, told.includes('message main')], [1, false]);
  });

  for (const [what, over, ids] of [
    ['the cleaning of a room', {}, 'all'],
    ['the cleaning of the oldest', { limit: 2 }, 'one,main'],
  ] as const) {
    it(`is ${what}, once`, async () => {
      const span = { oldest: '2020-01-01T00:00:00.000Z', latest: '2030-01-01T00:00:00.000Z' };

      await during('POST rooms.cleanHistory', 'root', {
        roomId: 'dev',
        ...span,
        excludePinned: true,
        ...over,
      });

      assert.deepEqual(told, ['updated room dev', `cleaning of dev but pins: ${ids}`]);
    });
  }

  it('is that everyone has seen what was said', async () => {
    server().world.licences.add('message-read-receipt');
    server().world.changeSetting('Message_Read_Receipt_Enabled', true);
    await during('POST chat.sendMessage', 'ann', { message: { rid: 'dev', msg: 'x' } });
    told = [];

    await during('POST subscriptions.read', 'bob', { rid: 'dev' });

    assert.deepEqual(told, ['updated bob in dev', `all read in dev until ${noon}`, 'updated room dev']);
  });
});
