import assert from 'node:assert/strict';
import type { Failure } from '../../../src/api/errors';
import { PlainServer } from '../plainServer';
import { success, triesOf } from './answered';
import type { Fault } from './fault';
import { stateAfter } from './state';
import { assertEnding, Trial } from './trial';

/** Answers that never come, or lead elsewhere. */
export const lost: readonly Fault[] = [
  {
    mark: 'd',
    words: 'fails as offline when dropped before anything is done, sent three times if safe',
    check: async (trial) => {
      trial.trouble({ kind: 'drop' });

      const ending = await trial.run();

      assertEnding(trial, ending, { outcome: 'offline', sent: triesOf(trial.row) });
    },
  },
  {
    mark: 'D',
    words: 'is done once when dropped after it: repeated without harm, or left in doubt',
    acts: true,
    check: droppedAfter,
  },
  {
    mark: 'R',
    words: 'goes nowhere else when redirected; for a file, without the token',
    check: redirected,
  },
];

async function droppedAfter(trial: Trial): Promise<void> {
  const { row, server } = trial;
  await trial.begin();
  const done = stateAfter(row, server);
  server.reset();
  const again = await Trial.of(row, server);
  again.trouble({ kind: 'drop', after: true, times: 2 });

  const ending = await again.run();

  const repeated = success(row);
  assertEnding(again, ending, row.isRepeated ? { ...repeated, sent: repeated.sent + 2 } : inDoubt);
  assert.deepEqual(stateAfter(row, server), done);
}

const inDoubt = { outcome: 'offline', sent: 1 } as const;

async function redirected(trial: Trial): Promise<void> {
  const { row } = trial;
  const elsewhere = await PlainServer.start((_, response) => {
    response.setHeader('content-type', 'image/png').end('a picture');
  });
  try {
    const [secret = ''] = row.secrets;
    trial.trouble({ kind: 'redirect', to: `${elsewhere.url}/new/${secret}?token=${secret}` });

    const ending = await trial.run();

    const isFile = row.kind === 'file';
    assertEnding(trial, ending, isFile ? success(row) : { outcome: 'protocol', status: 302, sent: 1 });
    if ('error' in ending) assert.ok(addressIn(ending.error.failure).startsWith(`${elsewhere.url}/new/`));
    const told = elsewhere.requests.map(({ headers }) => Object.keys(headers).filter(isOurs));
    assert.deepEqual(told, isFile ? [[]] : []);
  } finally {
    await elsewhere.close();
  }
}

/** Where a redirect leads, as the failure says. */
function addressIn(failure: Failure): string {
  return failure.kind === 'protocol' ? (failure.redirectedTo ?? '') : '';
}

function isOurs(header: string): boolean {
  return ['x-auth-token', 'x-user-id', 'cookie', 'authorization'].includes(header);
}
