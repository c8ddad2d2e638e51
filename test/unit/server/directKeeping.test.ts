import assert from 'node:assert/strict';
import { eachWithServer } from '../../support/standIn';
import { asking, refuses } from './refusals';
import { noon, room, roomIn, seenBy, town } from './town';

const data = town({
  rooms: [{ id: 'three', kind: 'd', members: ['ann', 'bob', 'carol'], created: 900 }, room('other')],
});

describe('im.open and im.close', () => {
  const server = eachWithServer({ data, now: noon });

  const close = () => asking(server(), 'POST im.close', 'ann', { roomId: 'ann-bob' });

  it('take a direct message off the list, and put it back', async () => {
    const open: boolean[] = [];
    for (const method of ['POST im.close', 'POST dm.open', 'POST dm.open']) {
      await asking(server(), method, 'ann', { roomId: 'ann-bob' });
      open.push(seenBy(server().world, 'ann', 'ann-bob').open);
    }

    assert.deepEqual(open, [false, true, true]);
  });

  it('refuse to close what is closed', async () => {
    await close();

    const { body } = await close();

    assert.equal(body['error'], 'The direct message room, is already closed to the sender');
  });

  refuses(server, [
    ['who is not in it', 'POST im.open', 'carol', { roomId: 'ann-bob' }, 'unauthorized', 403],
    ['who is not in it', 'POST im.close', 'carol', { roomId: 'ann-bob' }, 'unauthorized', 403],
    ['a channel', 'POST im.open', 'ann', { roomId: 'dev' }, '[invalid-channel]'],
    [
      'a room that is not there',
      'POST im.close',
      'ann',
      { roomId: 'nowhere' },
      'The user is not subscribed to the room',
    ],
  ]);
});

describe('im.delete', () => {
  const server = eachWithServer({ data, now: noon });

  it('ends a direct message, by either name of it', async () => {
    await asking(server(), 'POST dm.delete', 'root', { roomId: 'ann-bob' });

    const { world } = server();
    assert.deepEqual(
      [world.rooms.byId('ann-bob'), world.rooms.directBetween(['ann-id', 'bob-id'])],
      [undefined, undefined],
    );
  });

  refuses(server, [
    ['its people', 'POST im.delete', 'ann', { username: 'bob' }, 'Not allowed [error-not-allowed]'],
    ['others', 'POST im.delete', 'carol', { roomId: 'ann-bob' }, 'unauthorized', 403],
    ['a room that is not there', 'POST im.delete', 'root', { roomId: 'nowhere' }, '[invalid-channel]'],
  ]);
});

describe('im.setTopic', () => {
  const server = eachWithServer({ data, now: noon });

  it('is for who may edit rooms', async () => {
    const own = await asking(server(), 'POST im.create', 'root', { username: 'ann' });
    const { rid } = own.body['room'] as { rid: string };

    const { body } = await asking(server(), 'POST im.setTopic', 'root', { roomId: rid, topic: 'Tea' });

    assert.deepEqual([body['topic'], roomIn(server().world, rid).topic], ['Tea', 'Tea']);
  });

  refuses(server, [
    ['others', 'POST im.setTopic', 'carol', { roomId: 'ann-bob', topic: 'x' }, 'unauthorized', 403],
    [
      'its people',
      'POST im.setTopic',
      'ann',
      { roomId: 'ann-bob', topic: 'x' },
      'Editing room is not allowed [error-action-not-allowed]',
    ],
  ]);
});

describe('im.blockUser', () => {
  const server = eachWithServer({ data, now: noon });

  const block = (on: boolean) =>
    asking(server(), 'POST im.blockUser', 'ann', { roomId: 'ann-bob', block: on });
  const marks = () => {
    const [ann, bob] = [seenBy(server().world, 'ann', 'ann-bob'), seenBy(server().world, 'bob', 'ann-bob')];
    return [ann.blocker, ann.blocked, bob.blocker, bob.blocked];
  };

  it('marks both, and lets neither write', async () => {
    await block(true);

    const sent = await asking(server(), 'POST chat.sendMessage', 'bob', {
      message: { rid: 'ann-bob', msg: 'x' },
    });
    assert.deepEqual(marks(), [true, undefined, undefined, true]);
    assert.equal(sent.body['error'], 'room_is_blocked');
  });

  it('can be taken back', async () => {
    await block(true);

    await block(false);

    assert.deepEqual(marks(), [undefined, undefined, undefined, undefined]);
  });

  refuses(server, [
    [
      'several people',
      'POST im.blockUser',
      'ann',
      { roomId: 'three', block: true },
      'Invalid room [error-invalid-room]',
    ],
  ]);
});
