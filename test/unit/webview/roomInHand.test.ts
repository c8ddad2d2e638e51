import assert from 'node:assert/strict';
import type { WireRoom } from '../../../src/api/wire';
import { roomId } from '../../../src/model/room';
import { RoomInHand } from '../../../src/webview/roomInHand';
import { failure } from '../../support/fakeClient';
import { sessionWith } from '../../support/fakeSession';
import { wireRoom } from '../../support/makers/room';
import { next } from '../../support/next';

describe('The room that a page shows', () => {
  const elsewhere = roomId('elsewhere');
  let inHand: RoomInHand | undefined;

  afterEach(() => inHand?.dispose());

  it('is asked for where the person is not in it', async () => {
    const { room } = await asked(() => wireRoom('elsewhere'));

    assert.equal(room?.id, elsewhere);
  });

  it('cannot be had where the server cannot be reached, and says so', async () => {
    const { room, error } = await asked(() => Promise.reject(failure('offline')));

    assert.deepEqual([room, error?.failure.kind], [undefined, 'offline']);
  });

  it('cannot be had where nobody can read what the server sends', async () => {
    const { room, error } = await asked(() => ({ ...wireRoom('elsewhere'), _id: '' }));

    assert.deepEqual([room, error?.failure.kind], [undefined, 'protocol']);
  });

  /** Once it has been had, or could not be. */
  async function asked(answer: () => WireRoom | Promise<WireRoom>): Promise<RoomInHand> {
    const nothing = () => ({ update: [], remove: [] });
    const { session } = sessionWith({
      rooms: { get: nothing, info: async () => ({ room: await answer() }) },
      subscriptions: { get: nothing },
    });
    await session.sync.refresh('person');
    const room = new RoomInHand(session, elsewhere);
    inHand = room;
    await next(room.onDidChange);
    return room;
  }
});
