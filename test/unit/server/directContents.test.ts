import assert from 'node:assert/strict';
import { each, listIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { asking, refuses } from './refusals';
import { noon, said, town } from './town';

const inDirect = { room: 'ann-bob' };
const file = { id: 'plan', name: 'plan.txt', type: 'text/plain', size: 3 };
const data = town({
  messages: [
    said('hello', 60, inDirect),
    said('hi', 50, { ...inDirect, from: 'bob', text: 'hi @ann', starredBy: ['ann', 'bob'] }),
    said('plan', 40, { ...inDirect, file, pinnedBy: 'ann' }),
  ],
  views: [{ user: 'ann', room: 'ann-bob', seen: 55 }],
});

describe('im.messages', () => {
  const server = eachWithServer({ data, now: noon });

  async function messages(parameters: object, as = 'ann', family = 'im') {
    const { body } = await asking(server(), `GET ${family}.messages`, as, { ...parameters });
    return { body, ids: each(listIn(body, 'messages'), '_id') };
  }

  it('gives all messages, newest first, by room or by person', async () => {
    const byRoom = await messages({ roomId: 'ann-bob', count: 3 });
    const byPerson = await messages({ username: 'bob', offset: 1 }, 'ann', 'dm');

    assert.deepEqual([byRoom.ids.slice(1), byRoom.body['total']], [['plan', 'hi'], 4]);
    assert.deepEqual(byPerson.ids, ['plan', 'hi', 'hello']);
  });

  it('gives those that name or are starred by someone, or are pinned', async () => {
    const answers = await Promise.all([
      messages({ roomId: 'ann-bob', mentionIds: 'ann-id' }),
      messages({ roomId: 'ann-bob', starredIds: 'bob-id, carol-id' }),
      messages({ roomId: 'ann-bob', pinned: 'true' }),
    ]);

    assert.deepEqual(
      answers.map(({ ids }) => ids),
      [['hi'], ['hi'], ['plan']],
    );
  });

  it('makes the room for two who have never spoken', async () => {
    const { ids } = await messages({ username: 'carol' });

    assert.deepEqual(ids, []);
    assert.ok(server().world.rooms.directBetween(['ann-id', 'carol-id']));
  });

  refuses(server, [
    ['who is not in it', 'GET im.messages', 'carol', { roomId: 'ann-bob' }, 'unauthorized', 403],
    ['a channel', 'GET im.messages', 'ann', { roomId: 'dev' }, '[invalid-channel]'],
  ]);
});

describe('im.messages.others', () => {
  const server = eachWithServer({ data, now: noon });
  const method = 'GET im.messages.others';
  const disabled = 'This endpoint is disabled [error-endpoint-disabled]';
  const missing = 'User does not have the permissions required for this action [error-unauthorized]';

  refuses(server, [
    ['who does not administer rooms', method, 'ann', { roomId: 'ann-bob' }, missing, 403],
    ['even who does', method, 'root', { roomId: 'ann-bob' }, disabled],
  ]);
});

describe('im.messages.others where that is allowed', () => {
  const settings = { API_Enable_Direct_Message_History_EndPoint: true };
  const server = eachWithServer({ data, now: noon, settings });

  it('gives what others have said to each other', async () => {
    const { body } = await asking(server(), 'GET dm.messages.others', 'root', { roomId: 'ann-bob' });

    assert.equal(body['total'], 4);
  });

  refuses(server, [
    [
      'a channel',
      'GET im.messages.others',
      'root',
      { roomId: 'dev' },
      'No direct message room found by the id of: dev [error-room-not-found]',
    ],
    [
      'no room',
      'GET im.messages.others',
      'root',
      {},
      'The parameter "roomId" is required [error-roomid-param-not-provided]',
    ],
  ]);
});

describe('im.files', () => {
  const server = eachWithServer({ data, now: noon });

  it('gives the files of the room', async () => {
    const { body } = await asking(server(), 'GET im.files', 'bob', { username: 'ann' });

    assert.deepEqual([each(listIn(body, 'files'), '_id'), body['total']], [['plan'], 1]);
  });

  refuses(server, [
    ['a room that is not there', 'GET im.files', 'ann', { roomId: 'nowhere' }, '[invalid-channel]'],
  ]);
});

describe('im.members', () => {
  const server = eachWithServer({ data, now: noon });

  it('gives who takes part, each with the membership', async () => {
    const { body } = await asking(server(), 'GET im.members', 'ann', { roomId: 'ann-bob' });

    const members = listIn(body, 'members');
    assert.deepEqual([each(members, 'username'), body['total']], [['ann', 'bob'], 2]);
    assert.equal(typeof members[0]?.['subscription'], 'object');
  });

  it('finds by a part of the name', async () => {
    const { body } = await asking(server(), 'GET im.members', 'ann', { username: 'bob', filter: 'BO' });

    assert.deepEqual(each(listIn(body, 'members'), '_id'), ['bob-id']);
  });

  refuses(server, [
    ['who is not in it', 'GET im.members', 'carol', { roomId: 'ann-bob' }, 'unauthorized', 403],
  ]);
});

describe('im.counters', () => {
  const server = eachWithServer({ data, now: noon });

  it('counts for the caller', async () => {
    const message = { rid: 'ann-bob', msg: 'hi @ann' };
    await asking(server(), 'POST chat.sendMessage', 'bob', { message });

    const { body } = await asking(server(), 'GET im.counters', 'ann', { roomId: 'ann-bob' });

    assert.deepEqual(body, {
      joined: true,
      members: 2,
      unreads: 1,
      unreadsFrom: '2026-03-02T11:20:00.000Z',
      msgs: 5,
      latest: noon,
      userMentions: 1,
      success: true,
    });
  });

  it('takes keys along that it does not know', async () => {
    const parameters = { roomId: 'ann-bob', username: 'bob' };

    const { body } = await asking(server(), 'GET dm.counters', 'ann', parameters);

    assert.deepEqual([body['success'], body['joined']], [true, true]);
  });

  it('counts for somebody else to who administers rooms', async () => {
    const { body } = await asking(server(), 'GET im.counters', 'root', {
      roomId: 'ann-bob',
      userId: 'bob-id',
    });

    assert.deepEqual([body['joined'], body['unreads'], body['members']], [true, 0, 2]);
  });

  const method = 'GET im.counters';
  refuses(server, [
    ['who is not in it', method, 'carol', { roomId: 'ann-bob' }, 'unauthorized', 403],
    ['to count for others', method, 'ann', { roomId: 'ann-bob', userId: 'bob-id' }, 'unauthorized', 403],
    ['no room', method, 'ann', {}, 'Query param "roomId" is required [error-room-param-not-provided]'],
  ]);
});

describe('im.list.everyone', () => {
  const server = eachWithServer({ data, now: noon });

  it('gives the direct messages of others to who administers rooms', async () => {
    const { body } = await asking(server(), 'GET dm.list.everyone', 'root');

    assert.deepEqual([each(listIn(body, 'ims'), '_id'), body['total']], [['ann-bob'], 1]);
  });

  refuses(server, [
    [
      'everyone else',
      'GET im.list.everyone',
      'ann',
      {},
      'User does not have the permissions required for this action [error-unauthorized]',
      403,
    ],
  ]);
});
