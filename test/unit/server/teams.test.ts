import assert from 'node:assert/strict';
import { each, itemIn, listIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { asking, refuses } from './refusals';
import { noon, room, roomIn, seenBy, town } from './town';

const data = town({
  rooms: [
    room('pub', { team: { id: 'pub-team', main: true }, members: ['ann', 'bob'] }),
    room('pubchat', { team: { id: 'pub-team', main: false } }),
  ],
});
const core = {
  _id: 'core-team',
  name: 'core',
  type: 1,
  roomId: 'core',
  createdBy: { _id: 'ann-id', username: 'ann' },
};

describe('teams.create', () => {
  const server = eachWithServer({ data, now: noon });

  const create = async (over: object = {}, as = 'bob') => {
    const { body } = await asking(server(), 'POST teams.create', as, { name: 'crew', type: 1, ...over });
    return itemIn(body, 'team');
  };

  it('makes a team with a main room of its own', async () => {
    const team = await create();

    const main = roomIn(server().world, String(team['roomId']));
    assert.deepEqual(
      ['name', 'type', 'createdBy', 'createdAt'].map((key) => team[key]),
      ['crew', 1, { _id: 'bob-id', username: 'bob' }, noon],
    );
    assert.deepEqual([main.t, main.name, main.teamId, main.teamMain], ['p', 'crew', team['_id'], true]);
    assert.deepEqual(seenBy(server().world, 'bob', main._id).roles, ['owner']);
  });

  it('takes members by id and by name', async () => {
    const { roomId } = await create({ members: ['ann-id', 'carol', 'nobody'] });

    const people = server().world.subscriptions.inRoom(String(roomId));
    assert.deepEqual(
      people.map(({ u }) => u.username),
      ['ann', 'carol', 'bob'],
    );
  });

  it('gives the team to somebody else', async () => {
    const { roomId, createdBy } = await create({ owner: 'carol-id', type: 0 });

    assert.deepEqual(seenBy(server().world, 'carol', String(roomId)).roles, ['owner']);
    assert.deepEqual(
      [createdBy, roomIn(server().world, String(roomId)).t],
      [{ _id: 'bob-id', username: 'bob' }, 'c'],
    );
  });

  it('makes a team of a room', async () => {
    const { roomId, name } = await create({ name: 'dev', type: 0, room: { id: 'dev' } }, 'ann');

    const { t } = server().world.messages.inRoom('dev').at(-1) ?? assert.fail();
    assert.deepEqual([roomId, name, t], ['dev', 'dev', 'user-converted-to-team']);
    assert.equal(roomIn(server().world, 'dev').teamMain, true);
  });

  const method = 'POST teams.create';
  const missing = 'User does not have the permissions required for this action [error-unauthorized]';
  const team = (name: string, over: object = {}) => ({ name, type: 0, ...over });
  refuses(server, [
    ['guests', method, 'gast', team('x'), missing, 403],
    ['the name of a team', method, 'ann', team('core'), 'team-name-already-exists'],
    ['the name of a person', method, 'ann', team('carol'), 'team-name-already-exists'],
    ['the name of a room', method, 'ann', team('dev'), 'room-name-already-exists'],
    ['a name that no room may have', method, 'ann', team('a b'), 'error-team-creation'],
    [
      'a room that one may not edit',
      method,
      'bob',
      team('dev', { room: { id: 'dev' } }),
      'unauthorized',
      403,
    ],
    ['another kind', method, 'ann', { name: 'x', type: 2 }, 'must be equal to one of the allowed values'],
  ]);
});

describe('teams.info, teams.list and teams.listAll', () => {
  const server = eachWithServer({ data, now: noon });

  it('tell a team by id and by name', async () => {
    const byId = await asking(server(), 'GET teams.info', 'ann', { teamId: 'core-team' });
    const byName = await asking(server(), 'GET teams.info', 'ann', { teamName: 'core' });

    const { _updatedAt, createdAt, ...told } = itemIn(byId.body, 'teamInfo');
    assert.deepEqual(told, core);
    assert.deepEqual([typeof _updatedAt, typeof createdAt], ['string', 'string']);
    assert.deepEqual(byName.body['teamInfo'], byId.body['teamInfo']);
  });

  it('tell how many rooms and people a team has', async () => {
    const { body } = await asking(server(), 'GET teams.list', 'ann');

    const counted = listIn(body, 'teams').map(({ name, rooms, numberOfUsers }) => [
      name,
      rooms,
      numberOfUsers,
    ]);
    assert.deepEqual(counted, [
      ['core', 1, 2],
      ['pub', 1, 2],
    ]);
  });

  it('tell a person the own teams, an administrator all', async () => {
    const [carol, root] = [
      await asking(server(), 'GET teams.list', 'carol'),
      await asking(server(), 'GET teams.listAll', 'root', { count: 1, offset: 1 }),
    ];

    assert.deepEqual([carol.body['teams'], carol.body['total']], [[], 0]);
    assert.deepEqual([each(listIn(root.body, 'teams'), 'name'), root.body['total']], [['pub'], 2]);
  });

  const missing = 'User does not have the permissions required for this action [error-unauthorized]';
  refuses(server, [
    ['who does not look after teams', 'GET teams.listAll', 'ann', {}, missing, 403],
    ['a team that is not there', 'GET teams.info', 'ann', { teamName: 'x' }, 'Team not found'],
    ['a private team to others', 'GET teams.info', 'carol', { teamName: 'core' }, 'unauthorized', 403],
  ]);
});

describe('teams.autocomplete', () => {
  const server = eachWithServer({ data, now: noon });

  it('finds public teams and own ones by the beginning of their names', async () => {
    const names = async (name: string, as: string) => {
      const { body } = await asking(server(), 'GET teams.autocomplete', as, { name });
      return each(listIn(body, 'teams'), 'teamId');
    };

    const found = [await names('CO', 'ann'), await names('co', 'carol'), await names('p', 'carol')];

    assert.deepEqual(found, [['core-team'], [], ['pub-team']]);
  });
});

describe('teams.update', () => {
  const server = eachWithServer({ data, now: noon });

  it('changes the main room with the team', async () => {
    const parameters = { teamName: 'core', data: { name: 'kernel', type: 0 } };

    await asking(server(), 'POST teams.update', 'ann', parameters);

    const { body } = await asking(server(), 'GET teams.info', 'carol', { teamName: 'kernel' });
    const { name, t } = roomIn(server().world, 'core');
    assert.deepEqual([name, t, itemIn(body, 'teamInfo')['type']], ['kernel', 'c', 0]);
  });

  const method = 'POST teams.update';
  const named = (teamName: string) => ({ teamName, data: { name: 'y' } });
  refuses(server, [
    ['members', method, 'bob', named('core'), 'unauthorized', 403],
    ['a team that is not there', method, 'ann', named('x'), 'team-does-not-exist'],
  ]);
});

describe('the end of a team', () => {
  const server = eachWithServer({ data, now: noon });

  const end = (how: string, over: object = {}) =>
    asking(server(), `POST teams.${how}`, 'ann', { teamName: 'pub', ...over });

  it('leaves its rooms as plain channels', async () => {
    await end('convertToChannel');

    const { world } = server();
    const [pub, chat] = [roomIn(world, 'pub'), roomIn(world, 'pubchat')];
    assert.deepEqual([pub.teamId, pub.teamMain, chat.teamId], [undefined, undefined, undefined]);
    assert.equal(world.messages.inRoom('pub').at(-1)?.t, 'user-converted-to-channel');
  });

  it('takes those rooms along that are named', async () => {
    await end('convertToChannel', { roomsToRemove: ['pubchat', 'dev'] });

    const { world } = server();
    assert.deepEqual([world.rooms.byId('pubchat'), world.rooms.byId('dev')?.name], [undefined, 'dev']);
  });

  it('takes the main room along if it is deleted', async () => {
    await end('delete');

    const { world } = server();
    assert.deepEqual([world.rooms.byId('pub'), roomIn(world, 'pubchat').teamId], [undefined, undefined]);
  });

  it('leaves its name to others', async () => {
    await end('delete');

    const { status } = await asking(server(), 'POST teams.create', 'ann', { name: 'pub', type: 0 });

    assert.equal(status, 200);
  });

  refuses(server, [
    ['members', 'POST teams.delete', 'bob', { teamName: 'pub' }, 'unauthorized', 403],
    ['members', 'POST teams.convertToChannel', 'bob', { teamName: 'pub' }, 'unauthorized', 403],
    ['what is not there', 'POST teams.delete', 'ann', { teamId: 'x' }, 'team-does-not-exist'],
  ]);
});

describe('channels.convertToTeam and groups.convertToTeam', () => {
  const server = eachWithServer({ data, now: noon });

  it('make the main room of a team, with all who are in it', async () => {
    const channel = await asking(server(), 'POST channels.convertToTeam', 'ann', { channelName: 'dev' });
    const group = await asking(server(), 'POST groups.convertToTeam', 'ann', { roomId: 'secret' });

    const members = await asking(server(), 'GET teams.members', 'ann', { teamName: 'secret' });
    assert.deepEqual(
      [channel, group].map(({ body }) => itemIn(body, 'team')['type']),
      [0, 1],
    );
    assert.equal(members.body['total'], 2);
  });

  refuses(server, [
    ['who may not edit it', 'POST channels.convertToTeam', 'bob', { channelId: 'dev' }, 'unauthorized', 403],
    ['guests', 'POST channels.convertToTeam', 'gast', { channelId: 'dev' }, 'unauthorized', 403],
  ]);
});
