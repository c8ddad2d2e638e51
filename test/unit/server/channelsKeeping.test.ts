import assert from 'node:assert/strict';
import { each, itemIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { asking, refuses } from './refusals';
import { noon, room, roomIn, said, seenBy, town } from './town';

const data = town({
  rooms: [
    room('pub', { team: { id: 'pub-team', main: true } }),
    room('pubchat', { team: { id: 'pub-team', main: false } }),
  ],
  messages: [
    said('opener', 30, { discussion: 'talk' }),
    said('note', 20, { room: 'talk', from: 'bob' }),
    said('file', 10, { file: { id: 'plan', name: 'plan.pdf', type: 'application/pdf', size: 7 } }),
  ],
});
const families = [
  ['channels', 'dev'],
  ['groups', 'secret'],
] as const;

describe('the end of a room', () => {
  const server = eachWithServer({ data, now: noon });

  const erase = (method: string, roomId: string, as = 'ann') =>
    asking(server(), `POST ${method}.delete`, as, { roomId });

  for (const [name, roomId] of families) {
    it(`by ${name}.delete takes its people's places with it`, async () => {
      const { body } = await erase(name, roomId);

      const { world } = server();
      assert.deepEqual(body, { success: true });
      assert.deepEqual([world.rooms.byId(roomId), world.rooms.byName(roomId)], [undefined, undefined]);
      assert.equal(world.subscriptions.of('bob-id', roomId), undefined);
    });
  }

  it('is the end of what was said there and of its discussions', async () => {
    await erase('channels', 'dev');

    const { world } = server();
    assert.deepEqual([world.messages.byId('opener'), world.messages.byId('note')], [undefined, undefined]);
    assert.deepEqual([world.rooms.byId('talk'), world.uploads.byId('plan')], [undefined, undefined]);
  });

  it('makes a plain message of the one that opened the discussion', async () => {
    await erase('groups', 'talk', 'bob');

    const opener = server().world.messages.byId('opener');
    assert.deepEqual([opener?.drid, opener?.dcount], [undefined, undefined]);
  });

  it('is told to those who listen', async () => {
    const heard: string[] = [];
    server().world.events.on('room', (change, { _id }) => heard.push(`${change} ${_id}`));

    await erase('channels', 'open', 'bob');

    assert.deepEqual(heard, ['removed open']);
  });

  it('comes to archived rooms as well', async () => {
    const { status } = await erase('channels', 'old');

    assert.equal(status, 200);
  });

  it('is noted in the main room of its team', async () => {
    await erase('channels', 'pubchat');

    assert.deepEqual(each(server().world.messages.inRoom('pub'), 't'), ['user-deleted-room-from-team']);
  });

  refuses(server, [
    [
      'who does not own it',
      'POST channels.delete',
      'bob',
      { roomId: 'dev' },
      'Not allowed [error-not-allowed]',
    ],
    [
      'the main room of a team',
      'POST channels.delete',
      'ann',
      { roomId: 'pub' },
      'Cannot delete a team channel [error-cannot-delete-team-channel]',
    ],
    [
      'a group by the other name',
      'POST channels.delete',
      'ann',
      { roomId: 'secret' },
      'The required "roomId" or "roomName" param provided does not match any channel [error-room-not-found]',
    ],
  ]);
});

describe('an archived room', () => {
  const server = eachWithServer({ data, now: noon });

  for (const [name, roomId] of families) {
    it(`of ${name} leaves everyone's list until it is brought back`, async () => {
      await asking(server(), `POST ${name}.archive`, 'ann', { roomId });
      const { archived, open } = seenBy(server().world, 'bob', roomId);
      await asking(server(), 'POST rooms.changeArchivationState', 'root', {
        rid: roomId,
        action: 'unarchive',
      });

      assert.deepEqual([archived, open], [true, false]);
      assert.equal(seenBy(server().world, 'bob', roomId).open, true);
      assert.deepEqual(each(server().world.messages.inRoom(roomId), 't').slice(-2), [
        'room-archived',
        'room-unarchived',
      ]);
    });
  }

  it('comes back by the hand of an administrator', async () => {
    const { body } = await asking(server(), 'POST channels.unarchive', 'root', { roomId: 'old' });

    assert.deepEqual([body, roomIn(server().world, 'old').archived], [{ success: true }, false]);
  });

  refuses(server, [
    [
      'who does not own it',
      'POST channels.archive',
      'bob',
      { roomId: 'dev' },
      'Not authorized [error-not-authorized]',
    ],
    [
      'what is archived',
      'POST channels.archive',
      'ann',
      { roomId: 'old' },
      'The channel, old, is archived [error-room-archived]',
    ],
    [
      'what is archived',
      'POST groups.archive',
      'ann',
      { roomId: 'oldsecret' },
      'The private group, oldsecret, is archived [error-room-archived]',
    ],
    [
      'what is not',
      'POST channels.unarchive',
      'root',
      { roomId: 'dev' },
      'The channel, dev, is not archived',
    ],
    [
      'its owner',
      'POST groups.unarchive',
      'ann',
      { roomId: 'oldsecret' },
      'Not authorized [error-not-authorized]',
    ],
  ]);
});

describe('the place of a member', () => {
  const server = eachWithServer({ data, now: noon });

  for (const [name, roomId] of families) {
    it(`is hidden by ${name}.close and shown by ${name}.open`, async () => {
      const closed = await asking(server(), `POST ${name}.close`, 'bob', { roomId });
      const { open } = seenBy(server().world, 'bob', roomId);
      const opened = await asking(server(), `POST ${name}.open`, 'bob', { roomId });

      assert.deepEqual([closed.body, open], [{ success: true }, false]);
      assert.deepEqual([opened.body, seenBy(server().world, 'bob', roomId).open], [{ success: true }, true]);
    });
  }

  it('ends by channels.leave, which answers the channel', async () => {
    const { body } = await asking(server(), 'POST channels.leave', 'bob', { roomId: 'dev' });

    assert.equal(itemIn(body, 'channel')['usersCount'], 1);
    assert.deepEqual(each(server().world.messages.inRoom('dev'), 't').at(-1), 'ul');
  });

  it('ends by groups.leave, which answers nothing', async () => {
    const { body } = await asking(server(), 'POST groups.leave', 'bob', { roomId: 'secret' });

    assert.deepEqual(
      [body, server().world.subscriptions.of('bob-id', 'secret')],
      [{ success: true }, undefined],
    );
  });

  it('in a team ends with another note', async () => {
    await asking(server(), 'POST channels.leave', 'bob', { roomId: 'pub' });

    assert.deepEqual(each(server().world.messages.inRoom('pub'), 't'), ['ult']);
  });

  const lastOwner =
    'You are the last owner. Please set new owner before leaving the room. [error-you-are-last-owner]';
  refuses(server, [
    [
      'what is open',
      'POST channels.open',
      'bob',
      { roomId: 'dev' },
      'The channel, dev, is already open to the sender',
    ],
    [
      'what is open',
      'POST groups.open',
      'bob',
      { roomId: 'secret' },
      'The private group, secret, is already open for the sender',
    ],
    [
      'a stranger',
      'POST channels.open',
      'carol',
      { roomId: 'dev' },
      'The user/callee is not in the channel "dev".',
    ],
    [
      'a stranger',
      'POST groups.open',
      'carol',
      { roomId: 'talk' },
      'The user/callee is not in the private group "Which tea?".',
    ],
    [
      'a stranger',
      'POST channels.close',
      'carol',
      { roomId: 'dev' },
      'The user/callee is not in the channel "dev.',
    ],
    [
      'what is closed',
      'POST channels.close',
      'ann',
      { roomId: 'old' },
      'The channel, old, is already closed to the sender',
    ],
    [
      'what is closed',
      'POST groups.close',
      'ann',
      { roomId: 'oldsecret' },
      'The private group, oldsecret, is already closed to the sender',
    ],
    ['the last owner', 'POST channels.leave', 'ann', { roomId: 'dev' }, lastOwner],
    ['the last owner', 'POST groups.leave', 'ann', { roomId: 'secret' }, lastOwner],
    [
      'a stranger',
      'POST channels.leave',
      'carol',
      { roomId: 'dev' },
      'You are not in this room [error-user-not-in-room]',
    ],
    ['a guest', 'POST channels.leave', 'gast', { roomId: 'dev' }, 'Not allowed [error-not-allowed]'],
  ]);
});
