import assert from 'node:assert/strict';
import { each, itemIn, listIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { asking, refuses } from './refusals';
import { noon, room, roomIn, seenBy, town } from './town';

const inCore = { team: { id: 'core-team', main: false } };
const data = town({
  rooms: [
    room('den', { kind: 'p', members: ['ann'], ...inCore }),
    room('attic', { members: ['ann'], ...inCore }),
    room('pub', { team: { id: 'pub-team', main: true }, members: ['ann'] }),
    room('bar', { team: { id: 'pub-team', main: false }, members: ['ann'] }),
  ],
});
const team = { teamId: 'core-team' };
const strangers = 'user-not-on-private-team';

describe('teams.listRooms', () => {
  const server = eachWithServer({ data, now: noon });

  async function names(parameters: object, as = 'ann') {
    const { body } = await asking(server(), 'GET teams.listRooms', as, { ...parameters });
    return each(listIn(body, 'rooms'), 'name');
  }

  it('gives owners all rooms, members those that they may see', async () => {
    const [ann, bob] = [await names(team), await names(team, 'bob')];

    assert.deepEqual(
      [ann, bob],
      [
        ['corechat', 'den', 'attic'],
        ['corechat', 'attic'],
      ],
    );
  });

  it('finds by a part of the name, and those for everyone', async () => {
    roomIn(server().world, 'attic').teamDefault = true;

    const found = [await names({ ...team, filter: 'DE' }), await names({ ...team, type: 'autoJoin' })];

    assert.deepEqual(found, [['den'], ['attic']]);
  });

  it('gives the rooms of a public team to everyone', async () => {
    assert.deepEqual(await names({ teamName: 'pub', type: '', filter: '' }, 'carol'), ['bar']);
  });

  refuses(server, [
    ['a private team to others', 'GET teams.listRooms', 'carol', team, strangers],
    ['a team that is not there', 'GET teams.listRooms', 'ann', { teamName: 'x' }, 'team-does-not-exist'],
  ]);
});

describe('teams.listRoomsOfUser', () => {
  const server = eachWithServer({ data, now: noon });

  const list = async (parameters: object, as = 'ann') => {
    const { body } = await asking(server(), 'GET teams.listRoomsOfUser', as, { ...team, ...parameters });
    return listIn(body, 'rooms').map(({ name, isLastOwner }) => [name, isLastOwner]);
  };

  it('gives the rooms that a person is in', async () => {
    const [bob, ann] = [await list({ userId: 'bob-id' }, 'bob'), await list({ userId: 'ann-id' })];

    assert.deepEqual(bob, [['corechat', false]]);
    assert.deepEqual(ann, [
      ['corechat', true],
      ['den', true],
      ['attic', true],
    ]);
  });

  it('gives those alone that the person may delete', async () => {
    assert.deepEqual(await list({ userId: 'bob-id', canUserDelete: 'true' }), []);
    assert.equal((await list({ userId: 'ann-id', canUserDelete: 'true' })).length, 3);
  });

  refuses(server, [
    [
      'to look into others',
      'GET teams.listRoomsOfUser',
      'bob',
      { ...team, userId: 'ann-id' },
      'unauthorized',
      403,
    ],
  ]);
});

describe('teams.addRooms', () => {
  const server = eachWithServer({ data, now: noon });

  it('takes own rooms in, channels with a word in the main room', async () => {
    const { body } = await asking(server(), 'POST teams.addRooms', 'ann', {
      ...team,
      rooms: ['secret', 'dev'],
    });

    const notes = server().world.messages.inRoom('core');
    assert.deepEqual(each(listIn(body, 'rooms'), 'teamId'), ['core-team', 'core-team']);
    assert.deepEqual(
      notes.map(({ t, msg }) => [t, msg]),
      [['user-added-room-to-team', 'dev']],
    );
    assert.equal(seenBy(server().world, 'bob', 'dev').teamId, 'core-team');
  });

  const method = 'POST teams.addRooms';
  const add = (...rooms: string[]) => ({ ...team, rooms });
  refuses(server, [
    ['members', method, 'bob', add('open'), 'error-no-permission-team-channel', 403],
    ['a room of somebody else', method, 'ann', add('dev', 'open'), 'error-no-owner-channel'],
    ['a room of another team', method, 'ann', add('bar'), 'room-already-on-team'],
    ['a room that is not there', method, 'ann', add('nowhere'), 'invalid-room'],
  ]);
});

describe('teams.removeRoom', () => {
  const server = eachWithServer({ data, now: noon });

  it('lets a room go', async () => {
    const { body } = await asking(server(), 'POST teams.removeRoom', 'ann', { ...team, roomId: 'corechat' });

    assert.equal('teamId' in itemIn(body, 'room'), false);
    assert.equal(server().world.messages.inRoom('core').at(-1)?.t, 'user-removed-room-from-team');
  });

  const method = 'POST teams.removeRoom';
  refuses(server, [
    ['members', method, 'bob', { ...team, roomId: 'corechat' }, 'unauthorized', 403],
    ['a room of another team', method, 'ann', { ...team, roomId: 'bar' }, 'room-not-on-that-team'],
  ]);
});

describe('teams.updateRoom', () => {
  const server = eachWithServer({ data, now: noon });

  it('makes a room one for everyone in the team', async () => {
    const { body } = await asking(server(), 'POST teams.updateRoom', 'ann', {
      roomId: 'den',
      isDefault: true,
    });

    assert.equal(itemIn(body, 'room')['teamDefault'], true);
    assert.equal(seenBy(server().world, 'bob', 'den').inviter?.username, 'ann');
  });

  const method = 'POST teams.updateRoom';
  refuses(server, [
    ['members', method, 'bob', { roomId: 'corechat', isDefault: true }, 'unauthorized', 403],
    ['a room of no team', method, 'ann', { roomId: 'dev', isDefault: true }, 'room-not-on-team'],
    ['a room that is not there', method, 'ann', { roomId: 'x', isDefault: true }, 'invalid-room'],
  ]);
});
