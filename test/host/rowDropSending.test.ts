import assert from 'node:assert/strict';
import type { Guard } from '../../src/model/guard/guard';
import { roomId } from '../../src/model/room';
import type { Dropped } from '../../src/views/droppedFiles';
import { DroppedSending } from '../../src/views/rowDropSending';
import { eachWithSessions } from '../support/serverSessions';
import { openGuard } from '../support/openGuard';

const media = '/api/v1/rooms.media/*';
const words = { typeOf: () => 'text/plain', refused: () => 'refused', failed: () => 'failed' };

describe('DroppedSending', () => {
  const { server, sessionOf } = eachWithSessions();
  const dropped = (name: string, bytes = 5): Dropped => ({
    name,
    read: () => Promise.resolve(new Uint8Array(bytes).fill(97)),
  });
  const sendingOf = (...files: readonly Dropped[]) => guarded(openGuard, files);
  const guarded = (guard: Guard, files: readonly Dropped[]) => {
    const place = { room: roomId('GENERAL') };
    return new DroppedSending({ session: sessionOf('ann'), place, words, guard }, files);
  };

  it('tells how far a file is while the server is slow', async () => {
    const slow = server().faults.add({ kind: 'slow', path: media, bytesPerSecond: 40_000_000 });
    const between = new Set<number>();

    await sendingOf(dropped('large.bin', 24 * 1024 * 1024)).send((_name, part = 0) => {
      if (part > 0 && part < 1) between.add(part);
      if (between.size > 0) slow.release();
    });

    assert.ok(between.size > 0);
  });

  it('stops in the middle, and sends nothing of what would come next', async () => {
    server().faults.add({ kind: 'slow', path: media, bytesPerSecond: 1_000_000 });
    const sending = sendingOf(dropped('large.bin', 24 * 1024 * 1024), dropped('next.txt'));

    const arrived = await sending.send((_name, part) => {
      if (part !== undefined && part > 0) sending.dispose();
    });

    assert.deepEqual(arrived, []);
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

  it('sends the masked copy of a file', async () => {
    const masking: Guard = {
      check: (passages) => Promise.resolve(passages.map(({ text }) => text.replace('aaaaa', 'masked'))),
    };
    const sending = guarded(masking, [dropped('.env')]);

    await sending.send(() => undefined);

    const [message] = server().world.messages.inRoom('GENERAL');
    assert.equal(message?.files?.[0]?.['size'], 'masked'.length);
  });

  it('asks once for all files', async () => {
    const asked: string[] = [];
    const asking: Guard = {
      check: (passages) => {
        asked.push([...new Set(passages.map(({ label }) => label))].join());
        return openGuard.check(passages);
      },
    };

    const arrived = await guarded(asking, [dropped('a.txt'), dropped('b.txt')]).send(() => undefined);

    assert.deepEqual([arrived, asked], [['a.txt', 'b.txt'], ['a.txt,b.txt']]);
  });

  it('leaves a file here where somebody turns away from its secrets', async () => {
    const sending = guarded({ check: () => Promise.resolve(undefined) }, [dropped('.env')]);

    const arrived = await sending.send(() => undefined);

    assert.deepEqual([arrived, sending.missed], [[], [{ name: '.env', why: 'Cancelled.' }]]);
    assert.equal(sending.isStopped, true);
  });
});
