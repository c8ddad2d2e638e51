import assert from 'node:assert/strict';
import { messageId } from '../../../src/model/message';
import { MessageStore } from '../../../src/model/messageStore';
import { unreadThreads } from '../../../src/model/reading';
import { roomId } from '../../../src/model/room';
import { failure } from '../../support/fakeClient';
import { readingOf, threads, unread } from '../../support/fakeReading';
import { argsOf } from '../../support/fakeSession';
import { message } from '../../support/makers/message';
import { room } from '../../support/makers/room';

const general = roomId('general');
const nothing = { unread: 0, hasUnread: false, mentions: 0, groupMentions: 0 };
const noThreads = { unreadThreads: [], mentioningThreads: [] };

/** An answer that the test gives. */
function held() {
  const answers: { resolve: (reply: object) => void; reject: (error: Error) => void }[] = [];
  const ask = () => new Promise<object>((resolve, reject) => answers.push({ resolve, reject }));
  return { ask, answers };
}

describe('Reading of a room', () => {
  it('shows it as read before the server has answered, threads and all', async () => {
    const { reading, rooms, shown, calls } = readingOf({ ...unread, ...threads, lastSeen: 5 });

    const done = reading.room(general, { threads: true });
    const atOnce = shown();
    await done;

    assert.deepEqual(atOnce, { ...nothing, ...noThreads });
    assert.equal(rooms.get(general)?.lastSeen, 5);
    assert.deepEqual(calls(), [{ rid: 'general', readThreads: true }]);
  });

  it('leaves threads unread that are not meant, and with them the mark on the room', async () => {
    const { reading, shown, calls } = readingOf({ ...unread, ...threads });

    await reading.room(general, { threads: false });

    assert.deepEqual(shown(), { ...nothing, ...threads, hasUnread: true });
    assert.deepEqual(calls(), [{ rid: 'general' }]);
  });

  it('takes the mark off a room whose threads are read', async () => {
    const { reading, shown } = readingOf(unread);

    await reading.room(general, { threads: false });

    assert.deepEqual(shown(), { ...nothing, ...noThreads });
  });

  it('asks nothing for what is read, unknown, or read but for threads that are not meant', async () => {
    const { reading, client } = readingOf(threads);

    await reading.room(general, { threads: false });
    await reading.room(roomId('other'), { threads: true });

    assert.deepEqual(client.called, []);
  });

  it('takes it back when the server refuses, and says why', async () => {
    const refused = failure('forbidden');
    const { reading, shown } = readingOf(
      { ...unread, ...threads },
      { subscriptions: { read: () => Promise.reject(refused) } },
    );

    await assert.rejects(reading.room(general, { threads: true }), refused);

    assert.deepEqual(shown(), { ...unread, ...threads });
  });

  it('takes nothing back that the server has told anew meanwhile', async () => {
    const { ask, answers } = held();
    const { reading, rooms, shown } = readingOf(unread, { subscriptions: { read: ask } });

    const done = reading.room(general, { threads: true });
    rooms.merge([room('general', { updatedAt: 2, unread: 1, hasUnread: true })]);
    answers[0]?.reject(failure('offline'));

    await assert.rejects(done);
    assert.equal(shown().unread, 1);
  });

  it('calls once more at most for what comes while a call runs', async () => {
    const { ask, answers } = held();
    const { reading, rooms, calls } = readingOf(unread, { subscriptions: { read: ask } });

    const first = reading.room(general, { threads: false });
    rooms.merge([room('general', { updatedAt: 2, ...unread, ...threads })]);
    const others = [true, false, true].map((threads) => reading.room(general, { threads }));
    answers[0]?.resolve({});
    await first;
    await new Promise((resolve) => setImmediate(resolve));
    answers[1]?.resolve({});
    await Promise.all(others);

    assert.deepEqual(calls(), [{ rid: 'general' }, { rid: 'general', readThreads: true }]);
  });

  it('calls no more when nothing has come while a call ran', async () => {
    const { ask, answers } = held();
    const { reading, calls } = readingOf(unread, { subscriptions: { read: ask } });

    const both = [true, true].map((threads) => reading.room(general, { threads }));
    answers[0]?.resolve({});
    await Promise.all(both);

    assert.equal(calls().length, 1);
  });
});

describe('Reading of a thread', () => {
  const thread = { id: messageId('t'), room: general };

  it('shows the thread as read at once, and leaves the others', async () => {
    const { client, reading, shown } = readingOf({ ...unread, ...threads });

    const done = reading.thread(thread);
    const atOnce = shown();
    await done;

    assert.deepEqual(atOnce, { ...unread, unreadThreads: ['u'], mentioningThreads: [] });
    assert.deepEqual(argsOf(client, 'chat.readThread'), [{ tmid: 't' }]);
  });

  it('takes the mark off the room with the last thread', async () => {
    const { reading, shown } = readingOf({ hasUnread: true, unreadThreads: ['t'] });

    await reading.thread(thread);

    assert.deepEqual(shown(), { ...nothing, ...noThreads });
  });

  it('takes it back when the server refuses', async () => {
    const { reading, shown } = readingOf(threads, {
      chat: { readThread: () => Promise.reject(failure('notFound')) },
    });

    await assert.rejects(reading.thread(thread));

    assert.deepEqual(shown(), { ...nothing, ...threads });
  });

  it('asks nothing for a thread that is read', async () => {
    const { client, reading } = readingOf({ unreadThreads: ['u'] });

    await reading.thread(thread);

    assert.deepEqual(client.called, []);
  });
});

describe('unreadThreads', () => {
  it('names those whose first message is known, the latest answer first', () => {
    const { rooms } = readingOf({ unreadThreads: ['t', 'u', 'unknown'] });
    const messages = new MessageStore();
    messages.merge([message('t', { sentAt: 1 }), message('u', { sentAt: 0, lastReplyAt: 2 }), message('x')]);

    assert.deepEqual(
      unreadThreads(rooms, messages).map(({ id }) => id),
      ['u', 't'],
    );
  });
});
