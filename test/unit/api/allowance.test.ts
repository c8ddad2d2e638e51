import assert from 'node:assert/strict';
import { allowanceIn, pauseEnd } from '../../../src/api/allowance';
import type { Answer } from '../../../src/api/transport';

const now = Date.parse('2026-03-02T09:00:00.000Z');
const inSeconds = (seconds: number) => String(now + seconds * 1000);
const serverTime = (seconds: number) => new Date(now + seconds * 1000).toUTCString();
const waitText = 'Please slow down. You must wait 12 seconds before trying this endpoint again.';

function refusal(headers: Record<string, string>, body = ''): Answer {
  return { status: 429, headers: new Headers(headers), url: '', isHiddenRedirect: false, body };
}

describe('pauseEnd', () => {
  const cases: [string, Answer, number][] = [
    ['the reset time', refusal({ 'x-ratelimit-reset': inSeconds(34) }, waitText), 34],
    ['the seconds in the text', refusal({}, waitText), 12],
    ['the seconds of a proxy', refusal({ 'retry-after': '5' }), 5],
    ['a minute where nothing is said', refusal({}), 60],
    ['the text where the reset time is over', refusal({ 'x-ratelimit-reset': inSeconds(-5) }, waitText), 12],
    [
      'the text where the reset time is absurd',
      refusal({ 'x-ratelimit-reset': inSeconds(1e7) }, waitText),
      12,
    ],
    ['a second at least, by a text', refusal({}, waitText.replace('12', '0')), 1],
    ['a second at least, by a proxy', refusal({ 'retry-after': '-30' }), 1],
    ['an hour at most, by a text', refusal({}, waitText.replace('12', '9'.repeat(20))), 3600],
    ['an hour at most, by a proxy', refusal({ 'retry-after': '2592000' }), 3600],
    ['a minute where the proxy names a date', refusal({ 'retry-after': serverTime(5) }), 60],
    [
      "the reset time by the server's clock, ten minutes ahead",
      refusal({ 'x-ratelimit-reset': inSeconds(634), date: serverTime(600) }),
      34,
    ],
    [
      "the reset time by the server's clock, ten minutes behind",
      refusal({ 'x-ratelimit-reset': inSeconds(-566), date: serverTime(-600) }),
      34,
    ],
    [
      'the reset time as it is where the clocks differ by a second',
      refusal({ 'x-ratelimit-reset': inSeconds(34), date: serverTime(-1) }),
      34,
    ],
  ];

  for (const [name, answer, seconds] of cases) {
    it(`is ${name}`, () => assert.equal(pauseEnd(answer, now), now + seconds * 1000));
  }
});

describe('allowanceIn', () => {
  const headers = {
    'x-ratelimit-limit': '10',
    'x-ratelimit-remaining': '3',
    'x-ratelimit-reset': inSeconds(34),
  };

  it('reads what is left', () => {
    assert.deepEqual(allowanceIn(refusal(headers), now), { limit: 10, remaining: 3, resetAt: now + 34_000 });
  });

  for (const missing of Object.keys(headers)) {
    it(`knows nothing without ${missing}`, () => {
      assert.equal(allowanceIn(refusal({ ...headers, [missing]: '' }), now), undefined);
    });
  }

  for (const limit of ['0', '-1', '0.5']) {
    it(`does not believe in a limit of ${limit}`, () => {
      assert.equal(allowanceIn(refusal({ ...headers, 'x-ratelimit-limit': limit }), now), undefined);
    });
  }
});
