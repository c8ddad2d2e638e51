import assert from 'node:assert/strict';
import { WakefulClock } from '../../../../src/api/realtime/wakefulClock';
import { FakeClock } from '../../../support/fakeClock';

describe('WakefulClock', () => {
  function wakeful() {
    const clock = new FakeClock();
    const seen: string[] = [];
    const watching = new WakefulClock(clock, () => {
      seen.push('woke');
      watching.watch();
    });
    return { clock, seen, watching };
  }

  it('notices by whatever timer that the machine has slept, before that one runs', async () => {
    const { clock, seen, watching } = wakeful();
    watching.after(7000, () => seen.push('ran'));

    await clock.oversleep(60_000);

    assert.deepEqual(seen, ['woke', 'ran']);
  });

  it('notices it without any other timer', async () => {
    const { clock, seen, watching } = wakeful();
    watching.watch();

    await clock.oversleep(60_000);

    assert.deepEqual(seen, ['woke']);
  });

  it('takes a host that was busy for one that was awake', async () => {
    const { clock, seen, watching } = wakeful();
    watching.watch();

    await clock.oversleep(20_000);

    assert.deepEqual(seen, []);
  });

  it('runs nothing that was disposed on waking', async () => {
    const clock = new FakeClock();
    const seen: string[] = [];
    const watching = new WakefulClock(clock, () => timer.dispose());
    const timer = watching.after(7000, () => seen.push('ran'));

    await clock.oversleep(60_000);

    assert.deepEqual(seen, []);
  });

  it('leaves no timer when it rests', async () => {
    const { clock, watching } = wakeful();
    watching.watch();
    await clock.advance(12_000);

    watching.rest();

    assert.deepEqual(clock.pending, []);
  });
});
