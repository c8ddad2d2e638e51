import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Paging } from '../../../src/api/endpoint';
import { items, pages } from '../../../src/api/pages';
import { clientOf } from '../../support/clientOf';
import { eachWithServer } from '../../support/standIn';

interface Named {
  readonly _id: string;
}

/** A list on a server: cuts pages as the real one does, and may change between two of them. */
class Shelf {
  readonly asked: Paging[] = [];

  constructor(
    readonly ids: string[],
    private readonly mostCount = 100,
    private readonly afterPage: (ids: string[], page: number) => void = () => undefined,
  ) {}

  readonly list = (
    args: Paging,
  ): Promise<{ things: Named[]; count: number; offset: number; total: number }> => {
    const { offset = 0, count = 50 } = args;
    this.asked.push(args);
    const things = this.ids.slice(offset, offset + Math.min(count, this.mostCount)).map((_id) => ({ _id }));
    const total = this.ids.length;
    this.afterPage(this.ids, this.asked.length);
    return Promise.resolve({ things, count: things.length, offset, total });
  };
}

const ids = (count: number, from = 0) => Array.from({ length: count }, (_, index) => `id${from + index}`);

/** A change of the list after its first page. */
function atFirst(change: (list: string[]) => void): (list: string[], page: number) => void {
  return (list, page) => {
    if (page === 1) change(list);
  };
}

async function all<Item>(source: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of source) found.push(item);
  return found;
}

async function idsOf(shelf: Shelf, args: Paging = {}): Promise<string[]> {
  return (await all(items(shelf.list, args, 'things'))).map(({ _id }) => _id);
}

describe('items', () => {
  it('gives the whole list in its order', async () => {
    assert.deepEqual(await idsOf(new Shelf(ids(120))), ids(120));
  });

  it('asks no more often than there are pages', async () => {
    const shelf = new Shelf(ids(100));

    await idsOf(shelf, { count: 50 });

    assert.equal(shelf.asked.length, 2);
  });

  it('goes by what came where the server gives less than asked', async () => {
    assert.deepEqual(await idsOf(new Shelf(ids(95), 10), { count: 50 }), ids(95));
  });

  it('gets through where the server gives one by one', async () => {
    assert.deepEqual(await idsOf(new Shelf(ids(5), 1)), ids(5));
  });

  it('never asks for more than the server would give', async () => {
    const shelf = new Shelf(ids(250));

    await idsOf(shelf, { count: 100 });

    assert.ok(shelf.asked.every(({ count = 0 }) => count <= 100));
  });

  it('begins where it is told to', async () => {
    assert.deepEqual(await idsOf(new Shelf(ids(120)), { offset: 70 }), ids(50, 70));
  });

  it('stops at an empty page, whatever the total says', async () => {
    const lying = () => Promise.resolve({ things: [], count: 0, offset: 0, total: 7 });

    const found = await all(items(lying, {}, 'things'));

    assert.deepEqual(found, []);
  });

  it('leaves nothing out when something given is taken off the list', async () => {
    const shelf = new Shelf(
      ids(20),
      100,
      atFirst((list) => list.splice(2, 3)),
    );

    assert.deepEqual(await idsOf(shelf, { count: 10 }), ids(20));
  });

  it('gives nothing twice when something is put in front', async () => {
    const shelf = new Shelf(
      ids(20),
      100,
      atFirst((list) => list.unshift('new')),
    );

    assert.deepEqual(await idsOf(shelf, { count: 10 }), ids(20));
  });

  it('finds the rest when the list has become shorter than what was given', async () => {
    const shelf = new Shelf(
      ids(60),
      100,
      atFirst((list) => list.splice(0, 45)),
    );

    assert.deepEqual(await idsOf(shelf, { count: 50 }), ids(60));
  });

  it('finds the rest however far it has moved', async () => {
    const shelf = new Shelf(ids(60), 100, (list, page) => {
      if (page !== 27) return;
      list.splice(0, 50);
      list.push(...ids(50, 60));
    });

    assert.deepEqual(await idsOf(shelf, { count: 2 }), ids(110));
  });

  it('comes to an end where the list is in another order each time', async () => {
    const shelf = new Shelf(ids(40), 100, (list) => list.reverse());

    const found = await idsOf(shelf, { count: 10 });

    assert.equal(new Set(found).size, found.length);
  });

  it('neither skips nor repeats, however the list changes meanwhile', async () => {
    const change = fc.record({ remove: fc.nat(30), many: fc.nat(6), add: fc.nat(30), few: fc.nat(3) });

    await fc.assert(
      fc.asyncProperty(
        fc.nat(60),
        fc.integer({ min: 2, max: 12 }),
        fc.array(change, { maxLength: 5 }),
        async (length, count, changes) => {
          const shelf = new Shelf(ids(length), 100, (list, page) => {
            const next = changes[page - 1];
            if (!next) return;
            list.splice(next.remove, next.many);
            list.splice(next.add, 0, ...ids(next.few, page * 1000));
          });

          const found = await idsOf(shelf, { count });

          const lasting = ids(length).filter((id) => shelf.ids.includes(id));
          assert.deepEqual(
            lasting.filter((id) => !found.includes(id)),
            [],
          );
          assert.equal(new Set(found).size, found.length);
        },
      ),
    );
  });
});

describe('pages', () => {
  it('says with each page whether there is more', async () => {
    const found = await all(pages(new Shelf(ids(25)).list, { count: 10 }, 'things'));

    assert.deepEqual(
      found.map((page) => [page.items.length, page.total, page.hasMore]),
      [
        [10, 25, true],
        [10, 25, true],
        [5, 25, false],
      ],
    );
  });

  it('has one empty page for an empty list', async () => {
    const found = await all(pages(new Shelf([]).list, {}, 'things'));

    assert.deepEqual(found, [{ items: [], total: 0, hasMore: false }]);
  });

  it('asks for a page only when it is wanted', async () => {
    const shelf = new Shelf(ids(100));

    await pages(shelf.list, {}, 'things').next();

    assert.equal(shelf.asked.length, 1);
  });

  it('passes on what the list is asked with', async () => {
    const shelf = new Shelf(ids(3));
    const list = (args: Paging & { readonly rid: string }) => shelf.list(args);

    await pages(list, { rid: 'GENERAL' }, 'things').next();

    assert.deepEqual(shelf.asked, [{ rid: 'GENERAL', offset: 0, count: 50 }]);
  });
});

describe('items of the server', () => {
  const server = eachWithServer();

  it('are the replies of a thread, all of them, in order', async () => {
    const client = clientOf(server());
    const say = (text: string, tmid?: string) => client.chat.postMessage({ roomId: 'GENERAL', text, tmid });
    const { message } = await say('Where do we start?');
    const texts = Array.from({ length: 12 }, (_, index) => `reply ${index}`);
    for (const text of texts) await say(text, message._id);

    const thread = { tmid: message._id, count: 5 };
    const replies = await all(items(client.chat.getThreadMessages, thread, 'messages'));

    assert.deepEqual(
      replies.map(({ msg }) => msg),
      texts,
    );
  });
});
