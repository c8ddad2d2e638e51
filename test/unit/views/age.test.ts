import assert from 'node:assert/strict';
import { hasAged } from '../../../src/views/age';

const time = Date.parse('2026-03-01T09:00:00.000Z');
const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;

describe('hasAged', () => {
  const cases: [string, number, number, boolean][] = [
    ['a second goes by', 10 * second, 11 * second, false],
    ['a minute has passed', 50 * second, 61 * second, true],
    ['the same minute goes on', 61 * second, 119 * second, false],
    ['minutes become an hour', 59 * minute, 60 * minute, true],
    ['the same hour goes on', 61 * minute, 119 * minute, false],
    ['hours become a date', day - minute, day, true],
    ['another day passes', 2 * day, 3 * day, false],
    ['another year begins', 2 * day, 330 * day, true],
    ['it lies ahead, as clocks differ', -3 * minute, -minute, false],
  ];
  for (const [name, before, now, expected] of cases) {
    it(`is ${expected} when ${name}`, () => {
      assert.equal(hasAged(time, time + before, time + now), expected);
    });
  }
});
