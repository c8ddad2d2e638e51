import assert from 'node:assert/strict';
import { Ordered } from '../../server/world/ordered';

interface Item {
  readonly id: string;
  readonly at: string;
}

const item = (id: string, at: string): Item => ({ id, at });
const ids = (items: Iterable<Item>) => [...items].map(({ id }) => id).join('');

/** b and c at the same time, in this order. */
function abcd() {
  const list = new Ordered<Item>(({ at }) => at);
  const items = [item('d', '3'), item('a', '1'), item('b', '2'), item('c', '2')] as const;
  for (const one of items) list.add(one);
  return { list, items };
}

describe('Ordered', () => {
  it('keeps the order, and of equals that of arrival', () => {
    const { list } = abcd();

    assert.equal(ids(list.all()), 'abcd');
  });

  const spans: readonly [what: string, span: (list: Ordered<Item>) => Iterable<Item>, expected: string][] = [
    ['before', (list) => list.before('2'), 'a'],
    ['up to', (list) => list.upTo('2'), 'cba'],
    ['after', (list) => list.after('2'), 'd'],
    ['after the end', (list) => list.after('3'), ''],
    ['before the beginning', (list) => list.before('1'), ''],
  ];
  for (const [what, span, expected] of spans) {
    it(`finds what lies ${what}`, () => {
      const { list } = abcd();

      assert.equal(ids(span(list)), expected);
    });
  }

  it('loses one of equals, and nothing else', () => {
    const { list, items } = abcd();

    list.delete(items[2]);
    list.delete(item('x', '2'));
    list.delete(item('y', '9'));

    assert.equal(ids(list.all()), 'acd');
  });
});
