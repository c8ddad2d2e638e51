import assert from 'node:assert/strict';
import { each, listIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { person } from '../../support/workspace';
import { asking, refuses } from './refusals';
import { noon, room, roomIn, town } from './town';

const base = town({
  rooms: [room('crew', { members: ['ann', 'bob', 'zoe', 'yan'], moderators: ['yan'] })],
});
const others = [person('zoe', { status: 'away' }), person('yan')];
const data = { ...base, users: [...base.users, ...others] };
const nowhere = 'The required "roomId" or "roomName" param provided does not match any room';

describe('rooms.isMember', () => {
  const server = eachWithServer({ data, now: noon });

  it('tells who is in a room, named by id or user name', async () => {
    const answers = await Promise.all([
      asking(server(), 'GET rooms.isMember', 'carol', { roomId: 'dev', userId: 'bob-id' }),
      asking(server(), 'GET rooms.isMember', 'carol', { roomId: 'dev', username: 'carol' }),
    ]);

    assert.deepEqual(
      answers.map(({ body }) => body['isMember']),
      [true, false],
    );
  });

  refuses(server, [
    [
      'who may not see the room',
      'GET rooms.isMember',
      'carol',
      { roomId: 'secret', username: 'bob' },
      'unauthorized',
      403,
    ],
    [
      'a person who is not there',
      'GET rooms.isMember',
      'carol',
      { roomId: 'dev', username: 'nobody' },
      'error-user-not-found',
    ],
  ]);
});

describe('rooms.membersOrderedByRole', () => {
  const server = eachWithServer({ data, now: noon });

  const members = (query: object = {}) =>
    asking(server(), 'GET rooms.membersOrderedByRole', 'ann', { roomName: 'crew', ...query });

  it('puts owners first, then moderators, then who is there', async () => {
    const { body } = await members();

    assert.deepEqual(each(listIn(body, 'members'), 'username'), ['ann', 'yan', 'zoe', 'bob']);
    assert.deepEqual([body['count'], body['offset'], body['total']], [4, 0, 4]);
  });

  it('tells the roles and the membership', async () => {
    const { body } = await members({ count: 1 });

    const [first] = listIn(body, 'members');
    assert.deepEqual([first?.['roles'], body['total']], [['owner'], 4]);
    assert.equal(first && 'subscription' in first, true);
  });

  it('finds by a part of the name and by presence', async () => {
    const named = await members({ filter: 'YA' });
    const there = await members({ 'status[]': 'away' });

    assert.deepEqual(each(listIn(named.body, 'members'), '_id'), ['yan-id']);
    assert.deepEqual(each(listIn(there.body, 'members'), '_id'), ['zoe-id']);
  });

  it('hides the members of a broadcast', async () => {
    roomIn(server().world, 'crew').broadcast = true;

    const { status, body } = await asking(server(), 'GET rooms.membersOrderedByRole', 'bob', {
      roomId: 'crew',
    });

    assert.deepEqual([status, body['error']], [401, 'unauthorized']);
  });

  const method = 'GET rooms.membersOrderedByRole';
  refuses(server, [
    ['who may not see the room', method, 'carol', { roomId: 'secret' }, nowhere, 404],
    ['a direct message', method, 'ann', { roomId: 'ann-bob' }, 'error-room-type-not-supported'],
  ]);
});

describe('rooms.roles', () => {
  const server = eachWithServer({ data, now: noon });

  it('tells who has a role in the room', async () => {
    const { body } = await asking(server(), 'GET rooms.roles', 'carol', { rid: 'crew' });

    const held = listIn(body, 'roles').map(({ rid, roles }) => [rid, roles]);
    assert.deepEqual(held, [
      ['crew', ['owner']],
      ['crew', ['moderator']],
    ]);
  });

  refuses(server, [
    ['a room that is not there', 'GET rooms.roles', 'ann', { rid: 'x' }, 'Invalid room [error-invalid-room]'],
    [
      'who may not see the room',
      'GET rooms.roles',
      'carol',
      { rid: 'secret' },
      'Invalid user [error-invalid-user]',
    ],
  ]);
});
