import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { PlainServer } from '../plainServer';
import { triesOf } from './answered';
import type { Fault } from './fault';
import { assertEnding, type Trial } from './trial';

/** Calls that their caller or their time ends. */
export const ended: readonly Fault[] = [
  {
    mark: 'b',
    words: 'is never sent if cancelled before',
    check: async (trial) => {
      trial.cancel();

      const ending = await trial.begin();

      assertEnding(trial, ending, { outcome: 'cancelled', sent: 0, route: trial.row.ownRoute });
    },
  },
  {
    mark: 'o',
    words: 'ends at once if cancelled while its request is out',
    check: async (trial) => {
      const held = trial.trouble({ kind: 'hold', after: true });

      const ending = trial.begin();
      await held.reached;
      trial.cancel();

      assertEnding(trial, await ending, { outcome: 'cancelled', sent: 1 });
    },
  },
  { mark: 'y', words: 'ends at once if cancelled while its reply comes', check: cancelledInBody },
  {
    mark: 'l',
    words: 'ends at once if cancelled while it waits in line for its limit',
    check: async (trial) => {
      trial.trouble({ kind: 'status', status: 429, body: '' });

      const ending = trial.begin();
      await trial.clock.untilPending(60_000);
      trial.cancel();

      assertEnding(trial, await ending, { outcome: 'cancelled', sent: 1 });
    },
  },
  { mark: 'p', words: 'ends at once if cancelled before its next try', check: cancelledInPause },
  { mark: 't', words: 'ends when its time is over, no earlier', check: outOfTime },
];

async function cancelledInBody(trial: Trial): Promise<void> {
  const endless = await PlainServer.start((_, response) => {
    response.setHeader('content-type', 'application/json').write('{"success":true,');
  });
  try {
    const { headers, fetch } = watched();

    const ending = trial.begin(endless, fetch);
    await headers;
    trial.cancel();

    assertEnding(trial, await ending, { outcome: 'cancelled', sent: 0 });
    assert.equal(endless.requests.length, 1);
  } finally {
    await endless.close();
  }
}

/** A `fetch` that tells when the head of an answer has come. */
function watched() {
  const told = new EventEmitter();
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const response = await globalThis.fetch(input, init);
    told.emit('headers');
    return response;
  };
  return { headers: once(told, 'headers'), fetch };
}

/** Without a next try there is no pause: then the call has ended before. */
async function cancelledInPause(trial: Trial): Promise<void> {
  trial.trouble({ kind: 'status', status: 503 });

  const ending = trial.begin();
  await Promise.race([ending, trial.clock.untilPending(300)]);
  trial.cancel();

  const isRepeated = triesOf(trial.row) > 1;
  assertEnding(
    trial,
    await ending,
    isRepeated ? { outcome: 'cancelled', sent: 1 } : { outcome: 'server', status: 503, sent: 1 },
  );
}

async function outOfTime(trial: Trial): Promise<void> {
  const { clock, row } = trial;
  const held = trial.trouble({ kind: 'hold', after: true });
  let hasEnded = false;

  const ending = trial.begin();
  void ending.then(() => (hasEnded = true));
  await held.reached;
  const [ms = 0] = clock.pending;
  await clock.advance(ms - 1);
  const isEarly = hasEnded;
  await clock.advance(1);

  assert.deepEqual([isEarly, isUsual(ms, row.kind)], [false, true], `its time is ${ms} ms`);
  assertEnding(trial, await ending, { outcome: 'timeout', sent: 1 });
}

/** Half a minute, two minutes for files; uploads a little more than replies, as the sample's are small. */
function isUsual(ms: number, kind: Trial['row']['kind']): boolean {
  if (kind === 'form') return ms > 30_000 && ms < 30_200;
  return ms === (kind === 'file' ? 120_000 : 30_000);
}
