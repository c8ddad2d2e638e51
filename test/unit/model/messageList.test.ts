import assert from 'node:assert/strict';
import { failure } from '../../support/fakeClient';
import { listOf, said } from '../../support/fakeList';

describe('MessageList', () => {
  it('loads its first page once', async () => {
    const { list, bring, fired, requests } = listOf();

    void list.load();
    await bring('m3 m2 m1');
    await list.load();

    assert.deepEqual(fired, ['loading: ', 'ready: m3 m2 m1']);
    assert.deepEqual([list.hasMore, list.hasLoaded, requests.length], [false, true, 0]);
  });

  it('joins those who load at the same time', async () => {
    const { list, bring, requests } = listOf();

    const both = Promise.all([list.load(), list.load(), list.more(), list.reload()]);

    assert.equal(requests.length, 1);
    await bring('m1');
    await both;
  });

  it('appends the next page without saying anything twice', async () => {
    const { list, bring } = listOf();
    void list.load();
    await bring('m4 m3', { more: true });

    void list.more();
    await bring('m3 m2');

    assert.deepEqual(list.ids, ['m4', 'm3', 'm2']);
    assert.equal(list.hasMore, false);
  });

  it('stands in order of time when pages come newest first', async () => {
    const { list, bring } = listOf({ isReversed: true });
    void list.load();
    await bring('m4 m3', { more: true });

    void list.more();
    await bring('m2 m1');

    assert.deepEqual(list.ids, ['m1', 'm2', 'm3', 'm4']);
  });

  it('has one order for those of one moment, whichever came first', async () => {
    const [one, other] = [listOf({ isReversed: true }), listOf({ isReversed: true })];
    void one.list.load();
    void other.list.load();

    await one.bring('m3 m03 m1');
    await other.bring('m03 m3 m1');

    assert.deepEqual(one.list.ids, ['m1', 'm03', 'm3']);
    assert.deepEqual(other.list.ids, one.list.ids);
  });

  it('keeps what it has when a page fails, and tries that page again', async () => {
    const { list, bring, break: fail } = listOf();
    void list.load();
    await bring('m4 m3', { more: true });
    void list.more();
    await fail();
    const failed = [list.state, list.error?.failure.kind, ...list.ids];

    void list.load();
    await bring('m2');

    assert.deepEqual(failed, ['failed', 'offline', 'm4', 'm3']);
    assert.deepEqual([list.state, list.error, ...list.ids], ['ready', undefined, 'm4', 'm3', 'm2']);
  });

  it('never throws what the server answered', async () => {
    const { list, break: fail } = listOf();

    const loading = list.load();
    await fail(failure('forbidden'));

    await loading;
    assert.equal(list.error?.failure.kind, 'forbidden');
  });

  it('does not hide a mistake of ours', async () => {
    const { list, break: fail } = listOf();

    const loading = assert.rejects(list.load(), TypeError);
    await fail(new TypeError('mistake'));

    await loading;
    assert.equal(list.state, 'failed');
  });

  it('is as before when its load was cancelled', async () => {
    const { list, break: fail } = listOf();

    void list.load();
    await fail(failure('cancelled'));

    assert.deepEqual([list.state, list.error], ['idle', undefined]);
  });

  it('says nothing after its end', async () => {
    const { list, bring, fired } = listOf();
    void list.load();

    list.dispose();
    await bring('m1');

    assert.deepEqual([list.ids, fired], [[], ['loading: ']]);
  });
});

describe('MessageList over a changing store', () => {
  async function loaded(names: string, page: { more?: boolean } = {}) {
    const made = listOf();
    void made.list.load();
    await made.bring(names, page);
    made.fired.length = 0;
    return made;
  }

  it('lets go of a message that does not belong any more, until that is taken back', async () => {
    const { store, fired } = await loaded('m3 m2 m1');

    const takeBack = store.change(said('m2').id, { isStarred: false });
    takeBack();

    assert.deepEqual(fired, ['ready: m3 m1', 'ready: m3 m2 m1']);
  });

  it('takes in a message that has come to belong', async () => {
    const { list, store } = await loaded('m3 m1');

    store.merge([said('m2'), said('m4', { isStarred: false })]);

    assert.deepEqual(list.ids, ['m3', 'm2', 'm1']);
  });

  it('leaves what lies beyond its last page to the next page', async () => {
    const { list, store } = await loaded('m5 m4', { more: true });

    store.merge([said('m2'), said('m6')]);

    assert.deepEqual(list.ids, ['m6', 'm5', 'm4']);
  });

  it('stays silent when no row moves', async () => {
    const { store, fired } = await loaded('m2 m1');

    store.change(said('m2').id, { text: 'edited' });

    assert.deepEqual(fired, []);
  });

  it('takes nothing in before it was loaded', () => {
    const { list, store, fired } = listOf();

    store.merge([said('m1')]);

    assert.deepEqual([list.ids, fired], [[], []]);
  });
});
