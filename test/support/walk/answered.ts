import type { Trouble } from '../../server/http/faults';
import type { Fault } from './fault';
import type { Row } from './rows';
import { assertEnding, type Expected } from './trial';

/** What a portal may say to programs. */
const foreign = { message: 'Accept our terms to go on.' };

/** Wrong answers, and what a call of each kind makes of them. */
export const answered: readonly Fault[] = [
  wrong({
    mark: '5',
    words: 'fails as server at 500, once',
    trouble: failing(500),
    expected: () => ({ outcome: 'server', status: 500, sent: 1 }),
  }),
  gateway('2', 502),
  gateway('3', 503),
  gateway('4', 504),
  noAnswer('P', "a proxy's page", { kind: 'html' }),
  noAnswer('J', "a proxy's JSON", { kind: 'status', status: 200, body: foreign }),
  noAnswer('E', 'an empty body', { kind: 'empty' }),
  noAnswer('G', 'bytes that are no text', { kind: 'garbage' }),
  wrong({
    mark: 'T',
    words: 'takes half of a reply for no answer',
    trouble: () => ({ kind: 'truncate' }),
    // Nothing in half of a file says that it is one, where all lengths are right.
    expected: (row) => (row.kind === 'file' ? success(row) : notJson),
    acts: true,
  }),
  wrong({
    mark: 'C',
    words: 'is repeated only if safe where the body breaks off',
    trouble: () => ({ kind: 'cut' }),
    expected: (row) => ({ outcome: 'protocol', sent: triesOf(row) }),
    acts: true,
  }),
  wrong({
    mark: 'Y',
    words: 'reads a reply under a wrong content type, but no file',
    trouble: () => ({ kind: 'contentType', type: 'text/html' }),
    expected: (row) => (row.kind === 'file' ? notJson : success(row)),
    acts: true,
  }),
];

/** How often a call is sent whose answers are lost. */
export function triesOf({ isRepeated }: Row): number {
  return isRepeated ? 3 : 1;
}

export function success({ requests }: Row): Expected {
  return { outcome: 'ok', sent: requests };
}

interface Wrong extends Omit<Fault, 'check'> {
  readonly trouble: (row: Row) => Trouble;
  readonly expected: (row: Row) => Expected;
}

function wrong({ trouble, expected, ...fault }: Wrong): Fault {
  return {
    ...fault,
    check: async (trial) => {
      trial.trouble(trouble(trial.row));
      assertEnding(trial, await trial.run(), expected(trial.row));
    },
  };
}

/** A refusal that repeats what the server was sent. */
function failing(status: number): Wrong['trouble'] {
  return ({ secrets }) => ({
    kind: 'status',
    status,
    body: { success: false, error: `Unexpected: ${secrets.join(' ')}`, stack: secrets },
  });
}

function gateway(mark: string, status: number): Fault {
  const words = `fails as server at ${status}, sent three times if safe`;
  const expected = (row: Row): Expected => ({ outcome: 'server', status, sent: triesOf(row) });
  return wrong({ mark, words, trouble: failing(status), expected });
}

function noAnswer(mark: string, what: string, trouble: Trouble): Fault {
  return wrong({
    mark,
    words: `takes ${what} for no answer`,
    trouble: () => trouble,
    expected: () => notJson,
  });
}

const notJson: Expected = { outcome: 'protocol', status: 200, sent: 1 };
