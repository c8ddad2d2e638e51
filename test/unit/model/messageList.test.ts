import assert from 'node:assert/strict';
import type { Message } from '../../../src/model/message';
import { MessageList, type ListRules, type Page } from '../../../src/model/messageList';
import { MessageStore } from '../../../src/model/messageStore';
import { newestFirst } from '../../../src/model/roomLists';
import { failure } from '../../support/fakeClient';
import { message } from '../../support/makers/message';

/** `m5` was said five minutes after `m0`. */
function said(name: string, over: Partial<Message> = {}): Message {
  return message(name, { sentAt: Number(name.slice(1)) * 60_000, isStarred: true, ...over });
}

/** A list of stars whose pages come when the test lets them. */
function listOf(rules: Partial<ListRules> = {}) {
  const store = new MessageStore();
  const requests: { resolve: (page: Page) => void; reject: (error: Error) => void }[] = [];
  const load = () => new Promise<Page>((resolve, reject) => requests.push({ resolve, reject }));
  const usual: ListRules = { first: load, holds: ({ isStarred }) => isStarred, compare: newestFirst };
  const list = new MessageList({ ...usual, ...rules }, store);
  const fired: string[] = [];
  list.onDidChange(() => fired.push(`${list.state}: ${list.ids.join(' ')}`));
  const request = () => requests.shift() ?? assert.fail('Nothing was asked for');
  return {
    list,
    store,
    fired,
    requests,
    /** The oldest open request brings these; `more` says whether a page follows. */
    bring: async (names: string, { more = false, total }: { more?: boolean; total?: number } = {}) => {
      const messages = names.split(' ').map((name) => said(name));
      store.merge(messages);
      request().resolve({ ids: messages.map(({ id }) => id), more: more ? () => load() : undefined, total });
      await turn();
    },
    break: async (error: Error = failure('offline')) => {
      request().reject(error);
      await turn();
    },
  };
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

describe('MessageList', () => {
  it('loads its first page once', async () => {
    const { list, bring, fired, requests } = listOf();

    void list.load();
    await bring('m3 m2 m1', { total: 3 });
    await list.load();

    assert.deepEqual(fired, ['loading: ', 'ready: m3 m2 m1']);
    assert.deepEqual([list.hasMore, list.total, requests.length], [false, 3, 0]);
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

  it('shows the old rows until the new ones have come', async () => {
    const { list, bring } = listOf();
    void list.load();
    await bring('m2 m1', { more: true });

    void list.reload();
    const meanwhile = [list.state, ...list.ids];
    await bring('m3 m2');

    assert.deepEqual(meanwhile, ['loading', 'm2', 'm1']);
    assert.deepEqual(list.ids, ['m3', 'm2']);
  });

  it('leaves aside a page that was overtaken by a reload', async () => {
    const { list, bring } = listOf();
    void list.load();
    await bring('m4 m3', { more: true });
    void list.more();

    void list.reload();
    await bring('m2');
    assert.equal(list.state, 'loading');
    await bring('m5 m4', { more: true });

    assert.deepEqual(list.ids, ['m5', 'm4']);
    assert.equal(list.state, 'ready');
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
  async function loaded(names: string, page: { more?: boolean; total?: number } = {}) {
    const made = listOf();
    void made.list.load();
    await made.bring(names, page);
    made.fired.length = 0;
    return made;
  }

  it('lets go of a message that does not belong any more, until that is taken back', async () => {
    const { list, store, fired } = await loaded('m3 m2 m1', { total: 3 });

    const takeBack = store.change(said('m2').id, { isStarred: false });
    const total = list.total;
    takeBack();

    assert.deepEqual(fired, ['ready: m3 m1', 'ready: m3 m2 m1']);
    assert.deepEqual([total, list.total], [2, 3]);
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
