import assert from 'node:assert/strict';
import { eachWithServer } from '../../support/standIn';
import { asking, refuses } from './refusals';
import { noon, room, roomIn, seenBy, town } from './town';

const data = town({
  rooms: [room('pub', { team: { id: 'pub-team', main: true } })],
});
const administration = 'Viewing room administration is not allowed [error-action-not-allowed]';

describe('rooms.saveRoomSettings', () => {
  const server = eachWithServer({ data, now: noon });

  const save = (changes: object, as = 'ann', rid = 'dev') =>
    asking(server(), 'POST rooms.saveRoomSettings', as, { rid, ...changes });
  const typesSaid = (rid = 'dev') =>
    server()
      .world.messages.inRoom(rid)
      .map(({ t }) => t);

  it('changes several things at once, each with a note in the room', async () => {
    const { body } = await save({ roomTopic: 'Tea', roomDescription: 'Hot', readOnly: true });

    const { topic, description, ro } = roomIn(server().world, 'dev');
    assert.deepEqual(body, { rid: 'dev', success: true });
    assert.deepEqual([topic, description, ro], ['Tea', 'Hot', true]);
    assert.deepEqual(typesSaid(), ['room_changed_topic', 'room_changed_description', 'room-set-read-only']);
  });

  it('says nothing where nothing changes', async () => {
    const { status } = await save({ roomName: 'dev', readOnly: false, roomTopic: '' });

    assert.deepEqual([status, typesSaid()], [200, []]);
  });

  it('renames a room for everyone in it', async () => {
    await save({ roomName: 'devs' });

    assert.equal(roomIn(server().world, 'dev').name, 'devs');
    assert.equal(seenBy(server().world, 'bob').name, 'devs');
  });

  it('keeps what else a room is', async () => {
    await save({ favorite: { favorite: true, defaultValue: true }, retentionEnabled: true }, 'root');
    await save({ featured: true, systemMessages: ['uj'], roomCustomFields: { floor: 3 } }, 'root');

    const { featured, favorite, retention, sysMes, customFields } = roomIn(server().world, 'dev');
    assert.deepEqual([featured, favorite], [true, { favorite: true, defaultValue: true }]);
    assert.deepEqual([retention, sysMes, customFields], [{ enabled: true }, ['uj'], { floor: 3 }]);
  });

  it('drops own limits of keeping with the leave to have them', async () => {
    await save({ retentionOverrideGlobal: false, retentionMaxAge: 5 }, 'root');

    assert.deepEqual(roomIn(server().world, 'dev').retention, { overrideGlobal: false });
  });

  it('changes nothing unless everything may be changed', async () => {
    const { body } = await save({ roomTopic: 'Tea', default: true });

    assert.deepEqual([body['error'], roomIn(server().world, 'dev').topic], [administration, undefined]);
  });

  const method = 'POST rooms.saveRoomSettings';
  const dev = (changes: object) => ({ rid: 'dev', ...changes });
  refuses(server, [
    ['a room that is not there', method, 'ann', { rid: 'nowhere' }, 'Invalid room [error-invalid-room]'],
    [
      'who may not edit the room',
      method,
      'bob',
      dev({ roomTopic: 'Tea' }),
      'Editing room is not allowed [error-action-not-allowed]',
    ],
    ['an owner to feature it', method, 'ann', dev({ featured: true }), administration],
    [
      'an owner to set how long messages are kept',
      method,
      'ann',
      dev({ retentionMaxAge: 3 }),
      'Editing room retention policy is not allowed [error-action-not-allowed]',
    ],
    [
      'a key that it does not know',
      method,
      'ann',
      dev({ color: 'red' }),
      'must NOT have additional properties',
    ],
  ]);
});

describe('rooms.changeArchivationState', () => {
  const server = eachWithServer({ data, now: noon });

  it('archives a room, and opens it again by any other word', async () => {
    const archived: unknown[] = [];
    for (const action of ['archive', 'whatever']) {
      await asking(server(), 'POST rooms.changeArchivationState', 'root', { rid: 'dev', action });
      archived.push(roomIn(server().world, 'dev').archived);
    }

    assert.deepEqual(archived, [true, false]);
  });

  const method = 'POST rooms.changeArchivationState';
  refuses(server, [
    [
      'who may not',
      method,
      'bob',
      { rid: 'dev', action: 'archive' },
      'Not authorized [error-not-authorized]',
    ],
    ['an owner to open it again', method, 'ann', { rid: 'old' }, 'Not authorized [error-not-authorized]'],
    ['a room that is not there', method, 'ann', { rid: 'nowhere' }, 'Invalid room [error-invalid-room]'],
    [
      'a direct message',
      method,
      'root',
      { rid: 'ann-bob', action: 'archive' },
      'rooms type: d can not be archived [error-direct-message-room]',
    ],
  ]);
});

describe('rooms.delete', () => {
  const server = eachWithServer({ data, now: noon });

  it('leaves nothing of the room', async () => {
    await asking(server(), 'POST rooms.delete', 'ann', { roomId: 'dev' });

    const { world } = server();
    assert.deepEqual([world.rooms.byId('dev'), world.subscriptions.inRoom('dev')], [undefined, []]);
    assert.equal(world.rooms.byId('talk'), undefined, 'nor of its discussions');
  });

  it('is heard of by who asks for changes', async () => {
    await asking(server(), 'POST rooms.delete', 'ann', { roomId: 'secret' });

    const { body } = await asking(server(), 'GET rooms.get', 'bob', {
      updatedSince: '2026-03-02T11:00:00.000Z',
    });

    assert.deepEqual(body['remove'], [{ _id: 'secret', _deletedAt: noon }]);
  });

  refuses(server, [
    ['who may not', 'POST rooms.delete', 'bob', { roomId: 'dev' }, 'Not allowed [error-not-allowed]'],
    [
      'a room that is not there',
      'POST rooms.delete',
      'ann',
      { roomId: 'x' },
      'Invalid room [error-invalid-room]',
    ],
    [
      "a team's main room",
      'POST rooms.delete',
      'ann',
      { roomId: 'pub' },
      'Cannot delete a team channel [error-cannot-delete-team-channel]',
    ],
  ]);
});
