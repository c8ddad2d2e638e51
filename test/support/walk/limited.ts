import assert from 'node:assert/strict';
import type { Trouble } from '../../server/http/faults';
import { success } from './answered';
import type { Fault } from './fault';
import { assertEnding, type Trial } from './trial';

const minute = 60_000;

/** Refusals by the rate limiter, before anything is done: every call goes again when it may. */
export const limited: readonly Fault[] = [
  waiting('H', "waits at 429 until the header's time, then succeeds", (trial) => ({
    trouble: { ...refusal, headers: headersOf(trial, 7000) },
    ms: 7000,
  })),
  waiting('S', 'waits at 429 for the seconds of the text, then succeeds', ({ row }) => ({
    trouble: { ...refusal, body: told },
    // A file's body is no text.
    ms: row.kind === 'file' ? minute : 9000,
  })),
  {
    mark: 'M',
    words: 'waits at a bare 429 for a minute, and gives up at the third',
    check: async (trial) => {
      trial.trouble(refusal);

      const ending = trial.begin();
      for (const sent of [1, 2]) await waitFor(trial, { ms: minute, sent, ending });

      assertEnding(trial, await ending, { outcome: 'rateLimited', status: 429, sent: 3 });
    },
  },
];

const refusal = { kind: 'status', status: 429, body: '' } as const;
const told = {
  success: false,
  error:
    'Error, too many requests. Please slow down. You must wait 9 seconds before trying this endpoint again.',
};

/** The server's clock is the client's. */
function headersOf({ clock }: Trial, ms: number): Readonly<Record<string, string>> {
  return {
    date: new Date(clock.now()).toUTCString(),
    'x-ratelimit-limit': '10',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(clock.now() + ms),
  };
}

interface Refusing {
  readonly trouble: Trouble;
  readonly ms: number;
}

function waiting(mark: string, words: string, refusing: (trial: Trial) => Refusing): Fault {
  const check = async (trial: Trial) => {
    const { trouble, ms } = refusing(trial);
    trial.trouble({ ...trouble, times: 1 });

    const ending = trial.begin();
    await waitFor(trial, { ms, sent: 1, ending });

    const { outcome, sent } = success(trial.row);
    assertEnding(trial, await ending, { outcome, sent: sent + 1 });
  };
  return { mark, words, acts: true, check };
}

/** Lets the pause pass, in which nothing is sent. */
async function waitFor(
  trial: Trial,
  { ms, sent, ending }: { readonly ms: number; readonly sent: number; readonly ending: Promise<unknown> },
): Promise<void> {
  await Promise.race([ending, trial.clock.untilPending(ms)]);
  await trial.clock.advance(ms - 1);
  assert.equal(trial.requests.length, sent, 'requests before the time has come');
  await trial.clock.advance(1);
}
