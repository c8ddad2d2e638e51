import assert from 'node:assert/strict';
import fc from 'fast-check';
import { items } from '../../../../src/api/pages';
import { all, ids } from '../../../support/shelf';
import { sober, WhimsicalShelf, type Whim } from '../../../support/whimsicalShelf';

/** What a server does with a few pages, of each whim as much at most. */
function whims(most: Partial<Record<keyof Whim, number>>): fc.Arbitrary<Whim[]> {
  const { added = 0, removed = 0, withheld = 0, promised = 0, doubled = 0 } = most;
  const whim = fc.record({
    added: fc.nat(added),
    removed: fc.nat(removed),
    withheld: fc.nat(withheld),
    promised: fc.nat(promised),
    doubled: fc.nat(doubled),
    isEmpty: fc.constant(false),
  });
  return fc.array(whim, { maxLength: 6 });
}

/** One page is empty, whichever. */
const emptyOnce = fc
  .nat(8)
  .map((at): Whim[] => [...Array<Whim>(at).fill(sober), { ...sober, isEmpty: true }]);

/** Reads a list of a server with these whims, whatever its cap and the size that is asked for. */
function reading(whimsOf: fc.Arbitrary<Whim[]>, check: (read: Read) => void): Promise<void> {
  const numbers = fc.record({
    length: fc.nat(60),
    cap: fc.integer({ min: 1, max: 12 }),
    count: fc.integer({ min: 1, max: 100 }),
    whims: whimsOf,
  });
  return fc.assert(
    fc.asyncProperty(numbers, async ({ length, cap, count, whims: own }) => {
      const shelf = new WhimsicalShelf(ids(length), cap, own);
      const found = await all(items(shelf.list, { count }, 'things'));
      check({ shelf, length, found: found.map(({ _id }) => _id) });
    }),
    { numRuns: 300 },
  );
}

interface Read {
  readonly shelf: WhimsicalShelf;
  readonly length: number;
  readonly found: readonly string[];
}

function neverTwice({ found }: Read): void {
  assert.deepEqual(found, [...new Set(found)]);
}

function nothingLeftOut({ shelf, length, found }: Read): void {
  const lasting = ids(length).filter((id) => !shelf.gone.has(id));
  assert.deepEqual(
    lasting.filter((id) => !found.includes(id)),
    [],
  );
}

function inTheEnd({ shelf, length }: Read): void {
  assert.ok(shelf.asked <= 30 * (length + 10), `${shelf.asked} requests for ${length} items`);
}

const servers: Readonly<Record<string, fc.Arbitrary<Whim[]>>> = {
  'caps its pages at any size': fc.constant([]),
  'gives less than it could': whims({ withheld: 11 }),
  'gives an empty page in between': emptyOnce,
  'has an item at several places': whims({ doubled: 2 }),
  'promises more than it has': whims({ promised: 9 }),
  'grows meanwhile': whims({ added: 5 }),
  'shrinks meanwhile': whims({ removed: 5 }),
  'grows and gives less than it could': whims({ added: 3, withheld: 6, promised: 3 }),
  'shrinks and gives less than it could': whims({ removed: 3, withheld: 6 }),
};

describe('a list of a server that', () => {
  for (const [name, whimsOf] of Object.entries(servers)) {
    it(`${name} is read whole, nothing twice, and to an end`, () =>
      reading(whimsOf, (read) => {
        neverTwice(read);
        nothingLeftOut(read);
        inTheEnd(read);
      }));
  }
});
