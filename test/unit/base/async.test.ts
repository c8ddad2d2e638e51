import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { sleep } from '../../../src/base/async';
import { FakeClock } from '../../support/fakeClock';

describe('sleep', () => {
  it('ends after its time and not before', async () => {
    const clock = new FakeClock();
    let isAwake = false;

    const sleeping = sleep(clock, 500, new AbortController().signal).then(() => (isAwake = true));
    await clock.advance(499);
    const before = isAwake;
    await clock.advance(1);
    await sleeping;

    assert.deepEqual([before, isAwake], [false, true]);
  });

  it('rejects with the reason as soon as the signal fires', async () => {
    const controller = new AbortController();
    const reason = new Error('the view was closed');

    const sleeping = sleep(new FakeClock(), 500, controller.signal);
    controller.abort(reason);

    await assert.rejects(sleeping, reason);
  });

  it('does not even begin after the signal', async () => {
    const clock = new FakeClock();

    await assert.rejects(sleep(clock, 500, AbortSignal.abort()));

    assert.deepEqual(clock.pending, []);
  });

  it('leaves neither timer nor listener behind', async () => {
    const clock = new FakeClock();
    const slept = new AbortController();
    const woken = new AbortController();

    const sleeping = sleep(clock, 500, slept.signal);
    const disturbed = sleep(clock, 900, woken.signal);
    woken.abort();
    await assert.rejects(disturbed);
    await clock.advance(500);
    await sleeping;

    assert.deepEqual(clock.pending, []);
    assert.deepEqual(getEventListeners(slept.signal, 'abort'), []);
    assert.deepEqual(getEventListeners(woken.signal, 'abort'), []);
  });
});
