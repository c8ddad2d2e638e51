import assert from 'node:assert/strict';
import { Horizon, Mark } from '../../../src/model/horizon';
import { FakeClock } from '../../support/fakeClock';

const noon = Date.parse('2026-03-01T12:00:00.000Z');
const slack = 5_000;

function live() {
  const clock = new FakeClock();
  const horizon = new Horizon(clock);
  const mark = new Mark();
  horizon.begin();
  mark.learn(horizon.ask(), noon);
  return { clock, horizon, mark };
}

describe('Horizon', () => {
  it('does not move by what has merely arrived', () => {
    const { horizon, mark } = live();

    horizon.see(noon + 60_000);

    assert.equal(mark.until, noon - slack);
  });

  it('moves with a proof to what had been seen when it was asked for, less a little', async () => {
    const { clock, horizon, mark } = live();
    horizon.see(noon + 10_000);
    await clock.advance(2_000);
    const sentAt = clock.now();
    await clock.advance(2_000);
    horizon.see(noon + 60_000);

    horizon.prove(sentAt);

    assert.equal(mark.until, noon + 10_000 - slack);
  });

  it('stands still once the connection has ended, and for what was not asked anew on the next', () => {
    const { clock, horizon, mark } = live();
    horizon.end();
    horizon.begin();

    horizon.see(noon + 60_000);
    horizon.prove(clock.now());

    assert.equal(mark.until, noon - slack);
    assert.equal(mark.isOn(horizon.line), false);
  });

  it('stands still for what is not told any more', () => {
    const { clock, horizon, mark } = live();

    mark.leave();
    horizon.see(noon + 60_000);
    horizon.prove(clock.now());

    assert.equal(mark.until, noon - slack);
  });

  it('goes by no document from further ahead than clocks differ: the server was wrong about its time', () => {
    const { clock, horizon, mark } = live();
    const document = (ms: number) => ({ _updatedAt: new Date(ms).toISOString() });

    mark.learn(horizon.ask(), horizon.seeAll([document(clock.now() + 90 * 60_000), document(noon + 30_000)]));
    const answered = mark.until;
    horizon.see(clock.now() + 90 * 60_000);
    horizon.prove(clock.now());

    assert.deepEqual([answered, mark.until], [noon + 30_000 - slack, noon + 30_000 - slack]);
  });

  it('knows that an answer is no older than what was seen before the question', () => {
    const { horizon, mark } = live();
    horizon.see(noon + 30_000);

    mark.learn(horizon.ask(), 0);

    assert.equal(mark.until, noon + 30_000 - slack);
  });
});
