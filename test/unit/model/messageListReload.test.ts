import assert from 'node:assert/strict';
import { listOf } from '../../support/fakeList';

describe('MessageList.reload', () => {
  it('shows the old rows until the new ones have come', async () => {
    const { list, bring } = listOf();
    void list.load();
    await bring('m2 m1');

    void list.reload();
    const meanwhile = [list.state, ...list.ids];
    await bring('m3 m2');

    assert.deepEqual(meanwhile, ['loading', 'm2', 'm1']);
    assert.deepEqual(list.ids, ['m3', 'm2']);
  });

  it('keeps the pages beyond the first one, and where they end', async () => {
    const { list, bring } = listOf();
    void list.load();
    await bring('m4 m3', { more: true });
    void list.more();
    await bring('m2 m1');

    void list.reload();
    await bring('m5 m4', { more: true });

    assert.deepEqual(list.ids, ['m5', 'm4', 'm3', 'm2', 'm1']);
    assert.equal(list.hasMore, false);
  });

  it('lets go of what the first page does not have any more', async () => {
    const { list, bring } = listOf();
    void list.load();
    await bring('m5 m4 m3', { more: true });

    void list.reload();
    await bring('m5 m3 m2', { more: true });

    assert.deepEqual(list.ids, ['m5', 'm3', 'm2']);
  });

  it('begins anew where messages in between may be missing', async () => {
    const { list, bring } = listOf();
    void list.load();
    await bring('m2 m1');

    void list.reload();
    await bring('m9 m8', { more: true });

    assert.deepEqual(list.ids, ['m9', 'm8']);
    assert.equal(list.hasMore, true);
  });

  it('offers the next page again when the server has more than is here', async () => {
    const { list, bring } = listOf();
    void list.load();
    await bring('m4 m3', { more: true });
    void list.more();
    await bring('m2 m1');

    void list.reload();
    await bring('m4 m3', { more: true, total: 5 });

    assert.deepEqual([list.hasMore, ...list.ids], [true, 'm4', 'm3', 'm2', 'm1']);
  });

  it('waits for a page on its way, lest that be left out', async () => {
    const { list, bring, requests } = listOf();
    void list.load();
    await bring('m4 m3', { more: true });
    void list.more();

    void list.reload();
    const asked = requests.length;
    await bring('m2');
    await bring('m5 m4', { more: true });

    assert.equal(asked, 1);
    assert.deepEqual([list.state, ...list.ids], ['ready', 'm5', 'm4', 'm3', 'm2']);
  });

  it('keeps quiet about a failure in the background, and brings the rows another time', async () => {
    const { list, bring, break: fail } = listOf();
    void list.load();
    await bring('m1');
    void list.reload('background');
    await fail();
    const after = [list.state, list.error, ...list.ids];

    void list.reload('background');
    await bring('m2 m1');

    assert.deepEqual(after, ['ready', undefined, 'm1']);
    assert.deepEqual(list.ids, ['m2', 'm1']);
  });

  it('shows what had failed until it comes', async () => {
    const { list, bring, break: fail } = listOf();
    void list.load();
    await fail();

    void list.reload('background');
    const meanwhile = list.error?.failure.kind;
    await bring('m1');

    assert.equal(meanwhile, 'offline');
    assert.deepEqual([list.state, list.error, ...list.ids], ['ready', undefined, 'm1']);
  });
});
