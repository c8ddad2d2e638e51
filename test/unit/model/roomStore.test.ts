import assert from 'node:assert/strict';
import { RoomStore } from '../../../src/model/roomStore';
import { ids, room } from '../../support/makers/room';

function watched(store: RoomStore): string[][] {
  const fired: string[][] = [];
  store.onDidChange((changed) => fired.push([...changed]));
  return fired;
}

describe('RoomStore', () => {
  it('tells once for all that differs', () => {
    const store = new RoomStore();
    const fired = watched(store);

    store.merge([room('a'), room('b')]);
    store.merge([room('a'), room('b', { unread: 2 })]);

    assert.deepEqual(fired, [['a', 'b'], ['b']]);
  });

  it('stays silent when the server repeats itself', () => {
    const store = new RoomStore();
    store.merge([room('a', { unreadThreads: ['t'] })]);
    const fired = watched(store);

    store.merge([room('a', { unreadThreads: ['t'], updatedAt: 9 })]);

    assert.deepEqual(fired, []);
    assert.equal(store.get(room('a').id)?.updatedAt, 9);
  });

  it('sees a difference in a list and in what is gone', () => {
    const store = new RoomStore();
    store.merge([room('a', { unreadThreads: ['t'] }), room('b', { topic: 'Plans' })]);
    const fired = watched(store);

    store.merge([room('a', { unreadThreads: ['u'] })]);
    store.merge([room('b')]);

    assert.deepEqual(fired, [['a'], ['b']]);
  });

  it('is consistent when it tells', () => {
    const store = new RoomStore();
    const seen: number[] = [];
    store.onDidChange(() => seen.push(store.all().length));

    store.merge([room('a'), room('b')]);
    store.merge([], ids('a'));

    assert.deepEqual(seen, [2, 1]);
  });

  it('lets go only of rooms that it has', () => {
    const store = new RoomStore();
    store.merge([room('a')]);
    const fired = watched(store);

    store.merge([], ids('x'));
    store.merge([], ids('x', 'a'));

    assert.deepEqual(fired, [['a']]);
    assert.deepEqual(store.all(), []);
  });
});
