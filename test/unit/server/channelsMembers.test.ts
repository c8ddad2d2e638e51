import assert from 'node:assert/strict';
import { ask, each, listIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { person } from '../../support/workspace';
import { asking, refuses } from './refusals';
import { noon, room, seenBy, town } from './town';

const base = town({
  rooms: [
    room('crew', { members: ['bob', 'ann', 'zoe'], moderators: ['ann'] }),
    room('club', { kind: 'p', members: ['bob', 'ann', 'zoe'], moderators: ['ann'] }),
  ],
});
const data = { ...base, users: [...base.users, person('zoe', { status: 'online' })] };
const families = [
  ['channels', 'crew'],
  ['groups', 'club'],
] as const;

for (const [name, roomId] of families) {
  describe(`who is in a room of ${name}`, () => {
    const server = eachWithServer({ data, now: noon });

    const members = (query: object = {}) =>
      asking(server(), `GET ${name}.members`, 'ann', { roomId, ...query });

    it('comes in order of being there, then by name', async () => {
      const { body } = await members();

      assert.deepEqual(each(listIn(body, 'members'), 'username'), ['zoe', 'ann', 'bob']);
      assert.deepEqual([body['count'], body['offset'], body['total']], [3, 0, 3]);
    });

    it('comes in pages, the other way round if asked to', async () => {
      const { body } = await members({ sort: '{"username":-1}', offset: 1, count: 1 });

      assert.deepEqual([each(listIn(body, 'members'), 'username'), body['total']], [['bob'], 3]);
    });

    it('is found by a part of the name and by presence', async () => {
      const named = await members({ filter: 'BO' });
      const there = await members({ 'status[]': 'online' });

      assert.deepEqual(each(listIn(named.body, 'members'), '_id'), ['bob-id']);
      assert.deepEqual(each(listIn(there.body, 'members'), '_id'), ['zoe-id']);
    });

    it('has a role or has none, by name', async () => {
      const { body } = await asking(server(), `GET ${name}.roles`, 'ann', { roomId });

      const held = listIn(body, 'roles').map(({ _id, rid, roles }) => [_id, rid, roles]);
      const places = ['ann', 'bob'].map((username) => seenBy(server().world, username, roomId)._id);
      assert.deepEqual(held, [
        [places[0], roomId, ['moderator']],
        [places[1], roomId, ['owner']],
      ]);
    });

    it('keeps order there', async () => {
      const { body } = await asking(server(), `GET ${name}.moderators`, 'ann', { roomId });

      assert.deepEqual(each(listIn(body, 'moderators'), 'username'), ['ann']);
    });

    it('is online', async () => {
      const { body } = await asking(server(), `GET ${name}.online`, 'ann', { _id: roomId });

      assert.deepEqual(listIn(body, 'online'), [{ _id: 'zoe-id', username: 'zoe' }]);
    });

    it('is not told of a broadcast room', async () => {
      Object.assign(server().world.rooms.byId(roomId) ?? assert.fail(), { broadcast: true });

      const { status, body } = await asking(server(), `GET ${name}.members`, 'zoe', { roomId });

      assert.deepEqual([status, body['error']], [403, 'unauthorized']);
    });

    const wantsList = 'Match error: Expected array, got "online" in field status';
    refuses(server, [
      ['one presence', `GET ${name}.members`, 'ann', { roomId, status: 'online' }, wantsList],
      ['no room', `GET ${name}.online`, 'ann', {}, 'Invalid query'],
    ]);
  });
}

describe('a list of rooms', () => {
  const server = eachWithServer({ data, now: noon });

  const names = async (method: string, as: string, query: Record<string, string> = {}) => {
    const { body } = await ask(server(), `GET ${method}`, { as, query });
    return each(listIn(body, method.startsWith('channels') ? 'channels' : 'groups'), 'name');
  };

  it('channels.list.joined has the channels that one is in', async () => {
    const joined = await names('channels.list.joined', 'bob', { count: '3', _: 'any' });

    assert.deepEqual(joined, ['corechat', 'crew', 'dev']);
  });

  it('groups.list has the groups that one is in, with discussions and rooms of teams', async () => {
    const joined = await names('groups.list', 'bob');

    assert.deepEqual(joined, ['cipher', 'club', 'core', 'oldsecret', 'secret', 'talk']);
  });

  it('groups.listAll has those that one is not in', async () => {
    const all = await names('groups.listAll', 'root', { sort: '{"name":-1}', count: '1' });

    assert.deepEqual(all, ['talk']);
  });

  const mayNot = 'User does not have the permissions required for this action [error-unauthorized]';
  refuses(server, [
    ['who is no administrator', 'GET groups.listAll', 'ann', {}, mayNot, 403],
    ['a group', 'GET channels.online', 'ann', { _id: 'club' }, 'Channel does not exists'],
    ['a channel', 'GET groups.online', 'ann', { _id: 'crew' }, 'Group does not exists'],
    ['a stranger', 'GET groups.online', 'carol', { _id: 'club' }, 'Not Allowed [error-not-allowed]'],
    ['who may not see it', 'GET channels.members', 'carol', { roomId: 'corechat' }, 'unauthorized', 403],
    ['who may not see it', 'GET channels.moderators', 'carol', { roomId: 'corechat' }, 'unauthorized', 403],
    [
      'who may not see it',
      'GET channels.roles',
      'carol',
      { roomId: 'corechat' },
      'Invalid user [error-invalid-user]',
    ],
  ]);
});
