import assert from 'node:assert/strict';
import { jittered, refreshInterval } from '../../../src/model/refreshInterval';

function intervalAt(remaining: number, limit = 10): number {
  return refreshInterval({ route: 'GET rooms.get', limit, remaining, resetAt: new Date(0) }) / 1000;
}

describe('refreshInterval', () => {
  it('is a minute while at least half of the allowance is left, or nobody limits', () => {
    assert.deepEqual([intervalAt(10), intervalAt(5), refreshInterval(undefined) / 1000], [60, 60, 60]);
  });

  it('grows as less is left, up to ten minutes', () => {
    assert.deepEqual([intervalAt(4), intervalAt(2), intervalAt(0)], [168, 384, 600]);
  });

  it('makes sense of senseless numbers', () => {
    assert.deepEqual([intervalAt(-3), intervalAt(50), intervalAt(0, 0)], [600, 60, 60]);
  });
});

describe('jittered', () => {
  it('moves a time by up to a tenth either way', () => {
    assert.deepEqual(
      [jittered(60_000, 0), jittered(60_000, 0.5), jittered(60_000, 1)],
      [54_000, 60_000, 66_000],
    );
  });
});
