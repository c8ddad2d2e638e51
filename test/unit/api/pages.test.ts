import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Paging } from '../../../src/api/endpoint';
import { items, pages } from '../../../src/api/pages';
import { clientOf, failureFrom } from '../../support/clientOf';
import { all, atFirst, ids, Shelf } from '../../support/shelf';
import { eachWithServer } from '../../support/standIn';

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

  it('looks once for what the total promises and the list does not have', async () => {
    const shelf = new Shelf(ids(15));
    const lying = async (args: Paging) => ({ ...(await shelf.list(args)), total: 17 });

    const found = await all(items(lying, { count: 10 }, 'things'));

    assert.equal(found.length, 15);
    assert.deepEqual(
      shelf.asked.map(({ offset }) => offset),
      [0, 9, 14, 15, 0, 9, 14, 15],
    );
  });

  for (const [name, reply] of Object.entries({
    'no list': { count: 0, offset: 0, total: 0 },
    'something else for a list': { things: 'none', count: 0, offset: 0, total: 0 },
  })) {
    it(`fails as protocol where the answer has ${name}`, async () => {
      // A server is not bound by our types.
      const list = () => Promise.resolve(reply) as unknown as ReturnType<Shelf['list']>;

      const { failure } = await failureFrom(all(items(list, {}, 'things')));

      assert.deepEqual(failure, { kind: 'protocol' });
    });
  }

  it('leaves nothing out when something given is taken off the list', async () => {
    const shelf = new Shelf(
      ids(20),
      100,
      atFirst((list) => list.splice(2, 3)),
    );

    assert.deepEqual(await idsOf(shelf, { count: 10 }), ids(20));
  });

  it('gives nothing twice when something is put in front, and that last', async () => {
    const shelf = new Shelf(
      ids(20),
      100,
      atFirst((list) => list.unshift('new')),
    );

    assert.deepEqual(await idsOf(shelf, { count: 10 }), [...ids(20), 'new']);
  });

  it('finds what has moved to the front, with one more request', async () => {
    const shelf = new Shelf(
      ids(20),
      100,
      atFirst((list) => list.unshift(...list.splice(15, 1))),
    );

    const found = await idsOf(shelf, { count: 10 });

    assert.deepEqual([...found].sort(), ids(20).sort());
    assert.equal(found.at(-1), 'id15');
    assert.equal(shelf.asked.length, 3);
  });

  it('finds what has moved, even if the list moves again while it is looked for', async () => {
    const shelf = new Shelf(ids(30), 100, (list, page) => {
      if (page === 2) list.splice(15, 0, ...list.splice(25, 1));
      if (page === 4) list.push(...list.splice(0, 8));
    });

    const found = await idsOf(shelf, { count: 10 });

    assert.deepEqual([...found].sort(), ids(30).sort());
  });

  it('leaves nothing out where one is asked for at a time', async () => {
    const shelf = new Shelf(
      ids(6),
      100,
      atFirst((list) => list.shift()),
    );

    assert.deepEqual(await idsOf(shelf, { count: 1 }), ids(6));
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
        fc.integer({ min: 1, max: 12 }),
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

  it('finds every item of a list, however many move between two of its pages', async () => {
    const move = fc.record({ from: fc.nat(60), to: fc.nat(60) });

    await fc.assert(
      fc.asyncProperty(
        fc.nat(60),
        fc.integer({ min: 1, max: 12 }),
        fc.record({ page: fc.integer({ min: 1, max: 12 }), moves: fc.array(move, { maxLength: 8 }) }),
        async (length, count, { page: at, moves }) => {
          const shelf = new Shelf(ids(length), 100, (list, page) => {
            if (page !== at) return;
            for (const { from, to } of moves) list.splice(to, 0, ...list.splice(from, 1));
          });

          const found = await idsOf(shelf, { count });

          assert.deepEqual([...found].sort(), ids(length).sort());
        },
      ),
    );
  });
});

describe('pages', () => {
  it('says that there is more where something has moved to what was read', async () => {
    const shelf = new Shelf(
      ids(20),
      100,
      atFirst((list) => list.unshift(...list.splice(15, 1))),
    );

    const found = await all(pages(shelf.list, { count: 10 }, 'things'));

    assert.deepEqual(
      found.map((page) => [page.items.length, page.hasMore]),
      [
        [10, true],
        [9, true],
        [1, false],
      ],
    );
  });

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
