import type { Trouble } from '../../server/http/faults';
import type { Fault } from './fault';
import type { Row } from './rows';
import { assertEnding, type Expected } from './trial';

const asPage: Trouble = { kind: 'contentType', type: 'text/html' };

/** Wrong answers, and what a call of each kind makes of them. */
export const answered: readonly Fault[] = [
  wrong('5', 'fails as server at 500, once', failing(500), () => ({
    outcome: 'server',
    status: 500,
    sent: 1,
  })),
  gateway('2', 502),
  gateway('3', 503),
  gateway('4', 504),
  wrong('P', "takes a proxy's page for no answer", { kind: 'html' }, notJson),
  wrong('E', 'takes an empty body for no answer', { kind: 'empty' }, notJson),
  wrong('G', 'takes bytes that are no text for no answer', { kind: 'garbage' }, notJson),
  {
    ...wrong('T', 'takes half of a reply for no answer', { kind: 'truncate' }, (row) =>
      // Nothing in half of a file says that it is one, where all lengths are right.
      row.kind === 'file' ? success(row) : notJson(),
    ),
    acts: true,
  },
  {
    ...wrong('C', 'is repeated only if safe where the body breaks off', { kind: 'cut' }, (row) => ({
      outcome: 'protocol',
      sent: triesOf(row),
    })),
    acts: true,
  },
  {
    ...wrong('Y', 'reads a reply whatever its type says, a file by its type', asPage, (row) =>
      row.kind === 'file' ? notJson() : success(row),
    ),
    acts: true,
  },
];

/** How often a call is sent whose answers are lost. */
export function triesOf({ isRepeated }: Row): number {
  return isRepeated ? 3 : 1;
}

export function success({ requests }: Row): Expected {
  return { outcome: 'ok', sent: requests };
}

function notJson(): Expected {
  return { outcome: 'protocol', status: 200, sent: 1 };
}

type Answering = (secrets: readonly string[]) => Trouble;

/** A refusal that repeats what the server was sent. */
export function failing(status: number): Answering {
  return (secrets) => ({
    kind: 'status',
    status,
    body: { success: false, error: `Unexpected: ${secrets.join(' ')}`, stack: secrets },
  });
}

function gateway(mark: string, status: number): Fault {
  const words = `fails as server at ${status}, sent three times if safe`;
  return wrong(mark, words, failing(status), (row) => ({ outcome: 'server', status, sent: triesOf(row) }));
}

function wrong(
  mark: string,
  words: string,
  trouble: Trouble | Answering,
  expected: (row: Row) => Expected,
): Fault {
  return {
    mark,
    words,
    check: async (trial) => {
      const { row } = trial;
      trial.trouble(typeof trouble === 'function' ? trouble(row.secrets) : trouble);
      assertEnding(trial, await trial.run(), expected(row));
    },
  };
}
