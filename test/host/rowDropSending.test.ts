import assert from 'node:assert/strict';
import { roomId } from '../../src/model/room';
import type { Dropped } from '../../src/views/droppedFiles';
import { DroppedSending } from '../../src/views/rowDropSending';
import { eachWithSessions } from '../support/serverSessions';

const media = '/api/v1/rooms.media/*';
const words = { typeOf: () => 'text/plain', refused: () => 'refused', failed: () => 'failed' };

describe('DroppedSending', () => {
  const { server, sessionOf } = eachWithSessions();
  const read: string[] = [];
  beforeEach(() => void read.splice(0));

  const dropped = (name: string, bytes = 5): Dropped => ({
    name,
    read: () => {
      read.push(name);
      return Promise.resolve(new Uint8Array(bytes));
    },
  });
  const sendingOf = (...files: readonly Dropped[]) =>
    new DroppedSending({ session: sessionOf('ann'), place: { room: roomId('GENERAL') }, words }, files);

  it('tells how far a file is while the server is slow', async () => {
    server().faults.add({ kind: 'slow', path: media, bytesPerSecond: 40_000_000 });
    const seen = new Set<number>();

    await sendingOf(dropped('large.bin', 24 * 1024 * 1024)).send((_name, part) => seen.add(part ?? -1));

    assert.ok([...seen].some((part) => part > 0 && part < 1));
  });

  it('stops in the middle, and reads nothing of what would come next', async () => {
    server().faults.add({ kind: 'slow', path: media, bytesPerSecond: 1_000_000 });
    const sending = sendingOf(dropped('large.bin', 24 * 1024 * 1024), dropped('next.txt'));

    const arrived = await sending.send((_name, part) => {
      if (part !== undefined && part > 0) sending.dispose();
    });

    assert.deepEqual([arrived, read], [[], ['large.bin']]);
    assert.deepEqual(
      sending.missed.map(({ name, why }) => `${name}: ${why}`),
      ['large.bin: failed', 'next.txt: Cancelled.'],
    );
    assert.deepEqual(server().world.messages.inRoom('GENERAL'), []);
  });

  it('goes on with the next one where one cannot be read', async () => {
    const broken: Dropped = { name: 'broken.txt', read: () => Promise.reject(new Error('gone')) };
    const sending = sendingOf(broken, dropped('a.txt'));

    const arrived = await sending.send(() => undefined);

    assert.deepEqual(arrived, ['a.txt']);
    assert.deepEqual(sending.missed, [{ name: 'broken.txt', why: 'It could not be read.' }]);
  });

  it('refuses what only reading shows that the server does not take', async () => {
    const sending = sendingOf(dropped('empty.txt', 0));

    await sending.send(() => undefined);

    assert.deepEqual(sending.missed, [{ name: 'empty.txt', why: 'refused' }]);
  });
});
