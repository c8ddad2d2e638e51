import assert from 'node:assert/strict';
import fc from 'fast-check';
import { messageFromWire } from '../../../src/model/message';
import { MessageStore } from '../../../src/model/messageStore';
import { roomId } from '../../../src/model/room';
import { message, minute, wireMessages } from '../../support/makers/message';

const old = message('m', { updatedAt: 10, text: 'old' });

function storeOf(...messages: ReturnType<typeof message>[]) {
  const store = new MessageStore();
  store.merge(messages);
  const fired: string[][] = [];
  store.onDidChange((ids) => fired.push([...ids]));
  return { store, fired };
}

describe('MessageStore', () => {
  it('takes the newer copy and tells once', () => {
    const { store, fired } = storeOf(old);

    store.merge([message('m', { updatedAt: 11, text: 'new' }), message('n')]);

    assert.equal(store.get(old.id)?.text, 'new');
    assert.deepEqual(fired, [['m', 'n']]);
  });

  it('stays silent about an older copy and about the same', () => {
    const { store, fired } = storeOf(old);

    store.merge([
      message('m', { updatedAt: 9, text: 'older' }),
      message('m', { updatedAt: 10, text: 'old' }),
    ]);

    assert.equal(store.get(old.id)?.text, 'old');
    assert.deepEqual(fired, []);
  });

  it('shows a change at once and takes it back', () => {
    const { store, fired } = storeOf(old);

    const takeBack = store.change(old.id, { isPinned: true, pinnedBy: 'ann' });
    const shown = store.get(old.id);
    takeBack();

    assert.deepEqual([shown?.isPinned, shown?.pinnedBy], [true, 'ann']);
    assert.deepEqual(store.get(old.id), old);
    assert.deepEqual(fired, [['m'], ['m']]);
  });

  it('keeps a change while the same old copy comes again', () => {
    const { store } = storeOf(old);

    store.change(old.id, { isStarred: true });
    store.merge([old]);

    assert.equal(store.get(old.id)?.isStarred, true);
  });

  it('does not take back what a newer copy says', () => {
    const { store } = storeOf(old);
    const takeBack = store.change(old.id, { isStarred: true });

    store.merge([message('m', { updatedAt: 11, isStarred: true })]);
    takeBack();

    assert.equal(store.get(old.id)?.isStarred, true);
  });

  it('takes back one change and leaves another', () => {
    const { store } = storeOf(old);
    const takeBack = store.change(old.id, { isStarred: true });
    store.change(old.id, { isPinned: true });

    takeBack();

    assert.deepEqual([store.get(old.id)?.isStarred, store.get(old.id)?.isPinned], [false, true]);
  });

  it('has nothing to change in a message that it does not know', () => {
    const { store, fired } = storeOf();

    store.change(old.id, { isStarred: true })();

    assert.equal(store.get(old.id), undefined);
    assert.deepEqual(fired, []);
  });

  it('tells of those that a new view changes', () => {
    const { store, fired } = storeOf(old, message('n'));

    store.revise((one) => (one.id === old.id ? { ...one, text: 'seen anew' } : one));

    assert.deepEqual(fired, [['m']]);
  });

  it('takes another copy of the same time, unless a change of mine stands on it', () => {
    const { store } = storeOf(old, message('n', { updatedAt: 10 }));
    store.change(old.id, { text: 'mine' });

    store.merge([
      message('m', { updatedAt: 10, text: 'other' }),
      message('n', { updatedAt: 10, text: 'other' }),
    ]);

    assert.deepEqual(
      ['m', 'n'].map((id) => store.get(message(id).id)?.text),
      ['mine', 'other'],
    );
  });

  it('ends with the newest copy, in whatever order and how often they come', () => {
    const versions = [1, 2, 3, 4].map((at) => message('m', { updatedAt: at, text: `text ${at}` }));
    const copies = fc.shuffledSubarray([...versions, ...versions], { minLength: 8 });

    fc.assert(
      fc.property(copies, (arrivals) => {
        const { store } = storeOf(...arrivals);

        assert.equal(store.get(old.id)?.text, 'text 4');
      }),
    );
  });

  it('brings nothing back that was deleted', () => {
    const { store, fired } = storeOf(old);

    store.remove([old.id]);
    store.merge([message('m', { updatedAt: 11 })]);

    assert.equal(store.get(old.id), undefined);
    assert.deepEqual(fired, [['m']]);
  });

  it('takes in and lets go with one word', () => {
    const { store, fired } = storeOf(old);

    store.merge([message('n')], [old.id]);

    assert.deepEqual(fired, [['n', 'm']]);
  });

  it('knows a forgotten room anew when it comes again', () => {
    const { store } = storeOf(old);

    store.forget(old.room);
    const forgotten = store.ofRoom(old.room);
    store.merge([old]);

    assert.deepEqual([forgotten, store.ofRoom(old.room)], [[], [old]]);
  });

  it('keeps of a room the latest hundred, and what somebody needs', () => {
    const { store } = storeOf();
    store.hold(({ id }) => id === 'm1');

    store.merge(wireMessages(250).map((wire) => messageFromWire(wire, 'ann-id')));
    store.merge([message('next', { sentAt: Date.parse(minute(250)) })]);

    const kept = store.ofRoom(old.room).map(({ id }) => id);
    assert.ok(kept.length <= 200, String(kept.length));
    assert.deepEqual([kept[0], kept.at(-1)], ['next', 'm1']);
  });

  it('lets go of the rooms that were silent for the longest time where there are too many', () => {
    const { store } = storeOf();
    const first = message('needed', { room: roomId('room-0') });
    store.hold(({ id }) => id === 'needed');
    store.merge([first]);

    for (let room = 0; room < 211; room++) {
      const of = { room: roomId(`room-${room}`) };
      store.merge(Array.from({ length: 100 }, (_, at) => message(`${room}-${at}`, of)));
    }

    const held = [0, 1, 210].map((room) => store.ofRoom(roomId(`room-${room}`)).length);
    assert.deepEqual(held, [1, 0, 100]);
  });

  it('lets go of nothing that has only just come: who wants it has to see it first', () => {
    const { store } = storeOf();
    store.merge(wireMessages(200).map((wire) => messageFromWire(wire, 'ann-id')));

    store.merge([message('older', { sentAt: Date.parse(minute(-1)) })]);

    assert.ok(store.get(message('older').id));
  });
});
