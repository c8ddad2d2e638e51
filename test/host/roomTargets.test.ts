import assert from 'node:assert/strict';
import { placeOfPage, roomMeant, type RoomSources } from '../../src/commands/roomTargets';
import { roomId } from '../../src/model/room';
import { sessionWith } from '../support/fakeSession';

const question = { title: 'Copy Room Link', nothing: 'None.' };
const pageOf = (room: string) => ({ webviewSection: 'room', rocketchatRoom: room });

/** General is mine and its row is selected; I only look at town. */
function situation() {
  const info = () => ({
    room: { _id: 'town', t: 'c', name: 'town', _updatedAt: '2026-03-01T09:00:00.000Z' },
  });
  const { session } = sessionWith({ rooms: { info } });
  const general = session.rooms.get(roomId('general'));
  const sources: RoomSources = {
    rows: { roomOf: (row) => (row === 'general' ? general : undefined), allSelected: () => ['general'] },
    conversations: { isShown: () => true },
    pick: () => assert.fail('It asks'),
  };
  return { session, asking: { sources, question } };
}

describe('The room that a command means', () => {
  it('is that of the page whose menu was opened, also where I am not in it', async () => {
    const { session, asking } = situation();

    const rooms = [
      await roomMeant(session, [pageOf('town')], asking),
      await roomMeant(session, [pageOf('general')], asking),
    ];

    assert.deepEqual(
      rooms.map((room) => room?.id),
      ['town', 'general'],
    );
  });

  it('is, from the palette, the room that is shown', async () => {
    const { session, asking } = situation();
    session.takeInHand(roomId('general'));

    assert.equal((await roomMeant(session, [], asking))?.id, 'general');
  });
});

describe('The place that a page says its menu was opened on', () => {
  it('is the thread, where one is shown', () => {
    const page = pageOf('general');

    const places = [page, { ...page, rocketchatThread: 'm1' }].map(placeOfPage);

    assert.deepEqual(places, [{ room: 'general' }, { room: 'general', thread: 'm1' }]);
  });
});
