import assert from 'node:assert/strict';
import { post, postSystemMessage } from '../../server/world/posting';
import { ask, each, itemIn, listIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { noon, room, roomIn, said, town } from './town';

/** The same talk in a room of each kind: m0 is the oldest, and m4 was said in the same millisecond as m3. */
const talk = ['dev', 'secret', 'ann-bob'].flatMap((rid) => {
  const id = (name: string) => `${rid}-${name}`;
  const inRoom = { room: rid };
  return [
    said(id('m0'), 60, inRoom),
    said(id('m1'), 50, { ...inRoom, text: 'the thread' }),
    said(id('m2'), 40, {
      ...inRoom,
      thread: id('m1'),
      from: 'bob',
      starredBy: ['ann', 'bob'],
      alsoInChannel: true,
    }),
    said(id('hidden'), 35, { ...inRoom, thread: id('m1'), from: 'bob' }),
    said(id('m3'), 30, inRoom),
    said(id('m4'), 30, inRoom),
    said(id('joined'), 10, { ...inRoom, type: 'uj' }),
  ];
});

const data = town({
  messages: talk,
  rooms: [room('den', { kind: 'p', members: ['bob'] }), room('crowd', { kind: 'p' })],
});
const ago = (minutes: number) => new Date(Date.parse(noon) - minutes * 60_000).toISOString();

const families = [
  ['channels', 'dev'],
  ['groups', 'secret'],
  ['im', 'ann-bob'],
  ['dm', 'ann-bob'],
] as const;

describe('history', () => {
  const server = eachWithServer({ data, now: noon });

  async function history(family: string, query: Record<string, string>, as = 'ann') {
    const { status, body } = await ask(server(), `GET ${family}.history`, { as, query });
    const messages = 'messages' in body ? listIn(body, 'messages') : [];
    // `dev-m1` is `m1`: the talk is the same everywhere.
    const ids = messages.map((message) => String(message['_id']).replace(`${query['roomId'] ?? ''}-`, ''));
    return { status, body, messages, ids: ids.join(' ') };
  }

  const newestFirst = 'joined m4 m3 m2 m1 m0';
  const withReplies = 'joined m4 m3 hidden m2 m1 m0';

  for (const [family, roomId] of families) {
    const usual = family === 'groups' ? withReplies : newestFirst;

    const cases: readonly [what: string, query: Record<string, string>, ids: string][] = [
      ['newest first', {}, usual],
      ['with replies', { showThreadMessages: 'true' }, withReplies],
      ['without replies but those shown in the room', { showThreadMessages: 'false' }, newestFirst],
      ['a page', { count: '2', offset: '1', showThreadMessages: 'false' }, 'm4 m3'],
      ['everything for a count of 0', { count: '0', showThreadMessages: 'false' }, newestFirst],
      ['before a time', { latest: ago(30), showThreadMessages: 'false' }, 'm2 m1 m0'],
      [
        'before a time and at it',
        { latest: ago(30), inclusive: 'true', showThreadMessages: 'false' },
        'm4 m3 m2 m1 m0',
      ],
      ['after a time', { oldest: ago(30), showThreadMessages: 'false' }, 'joined'],
      [
        'after a time and at it',
        { oldest: ago(30), inclusive: 'true', showThreadMessages: 'false' },
        'joined m4 m3',
      ],
      ['between two times', { oldest: ago(60), latest: ago(30), showThreadMessages: 'false' }, 'm2 m1'],
    ];
    for (const [what, query, ids] of cases) {
      it(`of ${family}: ${what}`, async () => {
        const answer = await history(family, { roomId, ...query });

        assert.deepEqual([answer.status, answer.ids], [200, ids]);
      });
    }

    it(`of ${family} has neither total nor count, and only own stars`, async () => {
      const { body, messages } = await history(family, { roomId });

      assert.deepEqual(Object.keys(body).sort(), ['messages', 'success']);
      const starred = messages.find((message) => message['starred'] !== undefined);
      assert.deepEqual(starred?.['starred'], [{ _id: 'ann-id' }]);
    });

    it(`of ${family} tells what is unread and not in the page`, async () => {
      const query = { roomId, unreads: 'true', showThreadMessages: 'false', count: '1' };

      const without = await history(family, query);
      const since = await history(family, { ...query, oldest: ago(55) });

      assert.deepEqual([without.body['unreadNotLoaded'], without.body['firstUnread']], [0, undefined]);
      const first = itemIn(since.body, 'firstUnread');
      assert.deepEqual([since.body['unreadNotLoaded'], first['_id']], [4, `${roomId}-m1`]);
    });

    it(`of ${family} refuses a date that is none`, async () => {
      const { body } = await history(family, { roomId, latest: 'yesterday' });

      assert.equal(body['errorType'], 'error-invalid-date');
    });
  }

  it('takes a message said in this very millisecond', async () => {
    await ask(server(), 'POST chat.sendMessage', {
      as: 'ann',
      body: { message: { _id: 'now', rid: 'dev', msg: 'x' } },
    });

    const { ids } = await history('channels', { roomId: 'dev', count: '1' });

    assert.equal(ids, 'now');
  });

  it('of a channel needs no membership, but a look at it', async () => {
    const carol = await history('channels', { roomId: 'dev' }, 'carol');
    const guest = await history('channels', { roomId: 'dev' }, 'gast');

    assert.equal(carol.status, 200);
    assert.deepEqual([guest.status, guest.body], [403, { success: false, error: 'unauthorized' }]);
  });

  it('is there for archived rooms', async () => {
    const channel = await history('channels', { roomId: 'old' });
    const group = await history('groups', { roomId: 'oldsecret' });

    assert.deepEqual([channel.status, group.status], [200, 200]);
  });

  it('of a group is 20 long, and as long as one likes', async () => {
    const { world } = server();
    const body = (index: number) => ({ message: { _id: `n${index}`, rid: 'crowd', msg: 'x' } });
    for (let index = 0; index < 120; index++) {
      await ask(server(), 'POST chat.sendMessage', { as: 'ann', body: body(index) });
    }

    const usual = await history('groups', { roomId: 'crowd' });
    const more = await history('groups', { roomId: 'crowd', count: '110', _: '123' });

    assert.equal(world.rooms.byId('crowd')?.msgs, 120);
    assert.deepEqual([usual.messages.length, more.messages.length], [20, 110]);
  });

  it('of a group is read by its name, or by the access to its parent', async () => {
    const byName = await ask(server(), 'GET groups.history', { as: 'ann', query: { roomName: 'secret' } });
    const discussion = await history('groups', { roomId: 'talk' }, 'carol');

    assert.deepEqual([byName.status, discussion.status], [200, 200]);
  });

  it('of a direct message makes the room that it is asked for', async () => {
    const { status } = await history('im', { roomId: 'carol' });

    assert.equal(status, 200);
    assert.notEqual(server().world.rooms.byId('ann-idcarol-id'), undefined);
  });

  const noChannel =
    'The required "roomId" or "roomName" param provided does not match any channel [error-room-not-found]';
  const noGroup =
    'The required "roomId" or "roomName" param provided does not match any group [error-room-not-found]';
  const refusals: readonly [family: string, query: Record<string, string>, error: string][] = [
    ['channels', { roomId: 'nowhere' }, noChannel],
    ['channels', { roomId: 'secret' }, noChannel],
    ['groups', { roomId: 'nowhere' }, noGroup],
    ['groups', { roomId: 'dev' }, noGroup],
    ['groups', { roomId: 'den' }, noGroup],
    ['groups', {}, 'The parameter "roomId" or "roomName" is required [error-room-param-not-provided]'],
    ['im', { roomId: 'nowhere' }, '[invalid-channel]'],
    ['im', { roomId: 'dev' }, '[invalid-channel]'],
  ];
  for (const [family, query, error] of refusals) {
    it(`of ${family} refuses ${JSON.stringify(query)}`, async () => {
      const { status, body } = await history(family, query);

      assert.deepEqual([status, body['error']], [400, error]);
    });
  }

  it('of a direct message of others is forbidden', async () => {
    const { status, body } = await history('im', { roomId: 'ann-bob' }, 'carol');

    assert.deepEqual([status, body['error']], [403, 'unauthorized']);
  });

  for (const [family, errorType] of [
    ['channels', 'invalid-params'],
    ['im', 'error-invalid-params'],
  ] as const) {
    it(`of ${family} knows no other keys`, async () => {
      const { status, body } = await history(family, { roomId: 'dev', _: '123' });

      assert.deepEqual([status, body['errorType']], [400, errorType]);
    });
  }
});

describe('history of a workspace that hides types', () => {
  const settings = { Hide_System_Messages: ['uj', 'mute_unmute'] };
  const server = eachWithServer({ data, now: noon, settings });

  it('leaves them out, and what is hidden by itself', async () => {
    const { world } = server();
    const dev = world.rooms.byId('dev') ?? assert.fail();
    const author = world.users.byUsername('ann') ?? assert.fail();
    postSystemMessage(world, { type: 'user-muted', room: dev, author, text: 'bob' });
    post(world, { author, room: dev, draft: { _id: 'ghost', msg: 'x', _hidden: true } });

    const query = { roomId: 'dev', count: '1' };
    const { body } = await ask(server(), 'GET channels.history', { as: 'ann', query });

    assert.deepEqual(each(listIn(body, 'messages'), '_id'), ['dev-m4']);
  });

  it('leaves it to the room where the room has a list of its own', async () => {
    const dev = roomIn(server().world, 'dev');
    const query = { roomId: 'dev', count: '1' };

    dev.sysMes = ['room_changed_topic'];
    const others = await ask(server(), 'GET channels.history', { as: 'ann', query });
    dev.sysMes = ['uj'];
    const these = await ask(server(), 'GET channels.history', { as: 'ann', query });

    const ids = [others, these].map(({ body }) => each(listIn(body, 'messages'), '_id'));
    assert.deepEqual(ids, [['dev-joined'], ['dev-m4']]);
  });
});
