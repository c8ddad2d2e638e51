import assert from 'node:assert/strict';
import { listIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { asking, refuses } from './refusals';
import { noon, roomIn, town } from './town';

const data = town();
const notThere = 'User is not in this room [error-user-not-in-room]';
const notAllowed = 'Not allowed [error-not-allowed]';

describe('rooms.muteUser and rooms.unmuteUser', () => {
  const server = eachWithServer({ data, now: noon });

  it('silence a person, and let the person speak again', async () => {
    const muted: unknown[] = [];
    for (const method of ['POST rooms.muteUser', 'POST rooms.unmuteUser']) {
      await asking(server(), method, 'ann', { roomId: 'dev', username: 'bob' });
      muted.push(roomIn(server().world, 'dev').muted);
    }

    assert.deepEqual(muted, [['bob'], []]);
  });

  it('say so in the room', async () => {
    await asking(server(), 'POST rooms.muteUser', 'ann', { roomId: 'dev', userId: 'bob-id' });

    const { t, msg, u } = server().world.messages.inRoom('dev').at(-1) ?? assert.fail();
    assert.deepEqual([t, msg, u.username], ['user-muted', 'bob', 'ann']);
  });

  const method = 'POST rooms.muteUser';
  refuses(server, [
    ['who keeps no order there', method, 'bob', { roomId: 'dev', username: 'ann' }, notAllowed],
    ['who is not in the room', method, 'ann', { roomId: 'dev', username: 'carol' }, notThere],
    [
      'a direct message',
      method,
      'root',
      { roomId: 'ann-bob', username: 'bob' },
      'd is not a valid room type [error-invalid-room-type]',
    ],
    [
      'a person who is not there',
      method,
      'ann',
      { roomId: 'dev', username: 'nobody' },
      'The required "userId" or "username" param provided does not match any users [error-invalid-user]',
    ],
  ]);
});

describe('rooms.banUser and rooms.unbanUser', () => {
  const server = eachWithServer({ data, now: noon });

  const ban = (username = 'bob') =>
    asking(server(), 'POST rooms.banUser', 'ann', { roomId: 'dev', username });
  const banned = () => asking(server(), 'GET rooms.bannedUsers', 'ann', { roomId: 'dev' });

  it('send a person away, who is then listed', async () => {
    await ban();

    const { body } = await banned();

    assert.deepEqual(body['bannedUsers'], [{ _id: 'bob-id', username: 'bob', name: 'Bob' }]);
    assert.equal(server().world.subscriptions.of('bob-id', 'dev'), undefined);
  });

  it('let the person come back, who is not in the room by that', async () => {
    await ban();

    await asking(server(), 'POST rooms.unbanUser', 'ann', { roomId: 'dev', username: 'bob' });

    assert.deepEqual(listIn((await banned()).body, 'bannedUsers'), []);
    assert.equal(server().world.subscriptions.of('bob-id', 'dev'), undefined);
  });

  it('refuse to do it twice', async () => {
    await ban();

    const { body } = await ban();

    assert.deepEqual(body, { success: false, error: 'User is already banned from this room' });
  });

  const lastOwner = 'You are the last owner. Please set new owner before banning the user.';
  const dev = (username: string) => ({ roomId: 'dev', username });
  refuses(server, [
    ['who keeps no order there', 'POST rooms.banUser', 'bob', dev('ann'), 'Not allowed'],
    ['who is not in the room', 'POST rooms.banUser', 'ann', dev('carol'), 'User is not in this room'],
    ['the last owner', 'POST rooms.banUser', 'root', dev('ann'), lastOwner],
    ['a member', 'POST rooms.unbanUser', 'ann', dev('bob'), 'error-user-not-banned'],
    ['a stranger', 'POST rooms.unbanUser', 'ann', dev('carol'), 'error-invalid-subscription'],
    ['who may not see it', 'GET rooms.bannedUsers', 'carol', { roomId: 'secret' }, 'unauthorized', 401],
  ]);
});
