import assert from 'node:assert/strict';
import { Pace } from '../../../src/base/pace';
import { FakeClock } from '../../support/fakeClock';

function paced(turns: number) {
  const clock = new FakeClock();
  const { signal } = new AbortController();
  const pace = new Pace(clock, { turns, ms: 60_000 });
  const taken: string[] = [];
  const take = (name: string) => pace.turn(signal).then(() => void taken.push(name));
  return { clock, pace, taken, take };
}

describe('Pace', () => {
  it('lets as many through as a window has turns, and the next when the first has left it', async () => {
    const { clock, taken, take } = paced(2);

    const all = ['a', 'b', 'c', 'd'].map(take);
    await clock.advance(59_999);
    const early = [...taken];
    await clock.advance(1);
    await Promise.all(all);

    assert.deepEqual(
      [early, taken],
      [
        ['a', 'b'],
        ['a', 'b', 'c', 'd'],
      ],
    );
  });

  it('gives the turn of one who left the line to the next', async () => {
    const { clock, pace, taken, take } = paced(1);
    const leaving = new AbortController();

    await take('a');
    const left = assert.rejects(pace.turn(leaving.signal), /gone/);
    const next = take('c');
    leaving.abort(new Error('gone'));
    await left;
    await clock.advance(60_000);
    await next;

    assert.deepEqual(taken, ['a', 'c']);
  });

  it('waits no longer than a window where the clock of the machine was set back', async () => {
    const { clock, taken, take } = paced(1);
    await take('a');

    await clock.oversleep(-3_600_000);
    const next = take('b');
    await clock.advance(60_000);
    await next;

    assert.deepEqual(taken, ['a', 'b']);
  });

  it('says how long more turns will take', async () => {
    const { pace, take } = paced(4);
    await Promise.all(['a', 'b'].map(take));

    assert.deepEqual([pace.timeFor(2), pace.timeFor(3), pace.timeFor(10)], [0, 60_000, 120_000]);
  });
});
