import assert from 'node:assert/strict';
import { listed, pageOf, sorted } from '../../server/routes/lists';

const letters = ['a', 'b', 'c', 'd', 'e'];

describe('a page of a list', () => {
  const cases: readonly [offset: number, count: number, items: string[]][] = [
    [0, 2, ['a', 'b']],
    [4, 2, ['e']],
    [9, 2, []],
    [1, Infinity, ['b', 'c', 'd', 'e']],
  ];
  for (const [offset, count, items] of cases) {
    it(`of ${count} from ${offset}`, () => {
      const page = pageOf(letters, { offset, count });

      assert.deepEqual(page, { items, place: { count: items.length, offset, total: 5 } });
    });
  }

  it('is sorted as asked, or else as usual', () => {
    const items = [{ n: 9 }, { n: 10 }];

    const usual = listed(items, { offset: 0, count: 1, sort: undefined }, { n: -1 });
    const asked = listed(items, { offset: 0, count: 1, sort: { n: 1 } }, { n: -1 });

    assert.deepEqual([usual.items, asked.items], [[{ n: 10 }], [{ n: 9 }]]);
  });
});

describe('sorting', () => {
  it('goes by one key after the other', () => {
    const [first, second, third] = [
      { a: 1, b: 'x' },
      { a: 2, b: 'x' },
      { a: 1, b: 'y' },
    ];

    assert.deepEqual(sorted([first, second, third], { a: -1, b: -1 }), [second, third, first]);
  });

  it('puts documents without the key first, and leaves equals in their order', () => {
    const [first, second, third] = [{ a: 'x', n: 1 }, { n: 2 }, { a: 'x', n: 3 }];

    assert.deepEqual(sorted([first, second, third], { a: 1 }), [second, first, third]);
  });

  it('reaches into documents', () => {
    const [bob, ann] = [{ u: { username: 'bob' } }, { u: { username: 'ann' } }];

    assert.deepEqual(sorted([bob, ann], { 'u.username': 1 }), [ann, bob]);
  });

  it('knows no keys but those of the document', () => {
    const items = [{ n: 2 }, { n: 1 }];

    assert.deepEqual(sorted(items, { 'constructor.name': 1 }), items);
  });
});
