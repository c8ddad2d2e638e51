import assert from 'node:assert/strict';
import { each, itemIn, listIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { asking, refuses } from './refusals';
import { noon, room, roomIn, said, seenBy, town } from './town';

const data = town({
  rooms: [room('lounge', { kind: 'p', team: { id: 'core-team', main: false } })],
});
const team = { teamName: 'core' };

describe('teams.members', () => {
  const server = eachWithServer({ data, now: noon });

  const members = (parameters: object = {}, as = 'bob') =>
    asking(server(), 'GET teams.members', as, { teamId: 'core-team', ...parameters });

  it('gives people with their roles and who let them in', async () => {
    await asking(server(), 'POST teams.addMembers', 'ann', { ...team, members: [{ userId: 'carol-id' }] });

    const { body } = await members();

    const [ann, , carol] = listIn(body, 'members');
    assert.deepEqual(
      [
        each(
          listIn(body, 'members').map((one) => itemIn(one, 'user')),
          'username',
        ),
        body['total'],
      ],
      [['ann', 'bob', 'carol'], 3],
    );
    assert.deepEqual([ann?.['roles'], carol?.['createdBy']], [['owner'], { _id: 'ann-id', username: 'ann' }]);
  });

  it('finds by parts of names and by presence', async () => {
    const [named, there] = [await members({ username: 'BO' }), await members({ 'status[]': 'online' })];

    assert.deepEqual([named.body['total'], there.body['total']], [1, 0]);
  });

  it('is paged, and takes empty texts for none', async () => {
    const { body } = await members({ name: '', username: '', count: 1, offset: 1 });

    assert.deepEqual([listIn(body, 'members').length, body['offset'], body['total']], [1, 1, 2]);
  });

  refuses(server, [
    ['others', 'GET teams.members', 'carol', { teamId: 'core-team' }, 'unauthorized', 403],
    ['a team that is not there', 'GET teams.members', 'ann', { teamId: 'x' }, 'team-does-not-exist'],
  ]);
});

describe('teams.addMembers', () => {
  const server = eachWithServer({ data, now: noon });

  const add = (over: object = {}) =>
    asking(server(), 'POST teams.addMembers', 'ann', { ...team, members: [{ userId: 'carol-id', ...over }] });

  it('lets people into the main room, with roles', async () => {
    await add({ roles: ['moderator'] });

    const { t, u, msg } = server().world.messages.inRoom('core').at(-1) ?? assert.fail();
    assert.deepEqual(seenBy(server().world, 'carol', 'core').roles, ['moderator']);
    assert.deepEqual([t, u.username, msg], ['added-user-to-team', 'ann', 'carol']);
  });

  it('lets them into the rooms that are for everyone in the team', async () => {
    roomIn(server().world, 'lounge').teamDefault = true;

    await add();

    assert.equal(seenBy(server().world, 'carol', 'lounge').inviter?.username, 'ann');
    assert.equal(server().world.subscriptions.of('carol-id', 'corechat'), undefined);
  });

  it('only gives roles to who is there already', async () => {
    const members = [{ userId: 'bob-id', roles: ['leader'] }];

    await asking(server(), 'POST teams.addMembers', 'ann', { ...team, members });

    assert.deepEqual(seenBy(server().world, 'bob', 'core').roles, ['leader']);
    assert.equal(roomIn(server().world, 'core').usersCount, 2);
  });

  const method = 'POST teams.addMembers';
  refuses(server, [
    ['members', method, 'bob', { ...team, members: [{ userId: 'carol-id' }] }, 'unauthorized', 403],
    [
      'who is not there',
      method,
      'ann',
      { ...team, members: [{ userId: 'x' }] },
      "Cannot read properties of null (reading '_id')",
    ],
    ['nobody', method, 'ann', { ...team, members: [] }, 'must NOT have fewer than 1 items'],
  ]);
});

describe('teams.updateMember', () => {
  const server = eachWithServer({ data, now: noon });

  it('gives these roles and no others', async () => {
    const member = { userId: 'bob-id', roles: ['owner'] };

    await asking(server(), 'POST teams.updateMember', 'ann', { ...team, member });

    assert.deepEqual(seenBy(server().world, 'bob', 'core').roles, ['owner']);
  });

  refuses(server, [
    [
      'members',
      'POST teams.updateMember',
      'bob',
      { ...team, member: { userId: 'bob-id' } },
      'unauthorized',
      403,
    ],
  ]);
});

describe('teams.removeMember and teams.leave', () => {
  const server = eachWithServer({ data, now: noon });

  const wayOut = (rid: string) => server().world.messages.inRoom(rid).at(-1)?.t;

  it('send a person out of the team and out of rooms of it', async () => {
    const parameters = { ...team, userId: 'bob-id', rooms: ['corechat', 'dev'] };

    await asking(server(), 'POST teams.removeMember', 'ann', parameters);

    const { subscriptions } = server().world;
    const left = ['core', 'corechat', 'lounge', 'dev'].filter((rid) => !subscriptions.of('bob-id', rid));
    assert.deepEqual([left, wayOut('core')], [['core', 'corechat'], 'removed-user-from-team']);
  });

  it('let a person go', async () => {
    await asking(server(), 'POST teams.leave', 'bob', { ...team, rooms: ['corechat'] });

    assert.deepEqual([wayOut('core'), wayOut('corechat')], ['ult', 'ul']);
  });

  const remove = 'POST teams.removeMember';
  refuses(server, [
    ['members', remove, 'bob', { ...team, userId: 'ann-id' }, 'unauthorized', 403],
    ['who is not there', remove, 'ann', { ...team, userId: 'x' }, 'invalid-user'],
    ['who is not in the team', remove, 'ann', { ...team, userId: 'carol-id' }, 'member-does-not-exist'],
    [
      'an empty list of rooms',
      remove,
      'ann',
      { ...team, userId: 'bob-id', rooms: [] },
      'must NOT have fewer than 1 items',
    ],
    ['the last owner', 'POST teams.leave', 'ann', team, 'last-owner-can-not-be-removed'],
    ['strangers', 'POST teams.leave', 'carol', team, 'member-does-not-exist'],
  ]);
});

describe('a message to a team', () => {
  const licensed = town({ messages: [said('call', 10, { text: 'tea, @core?' })] });
  const server = eachWithServer({ data: licensed, now: noon });

  it('names it', () => {
    const { mentions } = server().world.messages.byId('call') ?? assert.fail();

    assert.deepEqual(
      mentions?.map(({ _id, type }) => [_id, type]),
      [['core-team', 'team']],
    );
  });
});
