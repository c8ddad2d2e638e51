import assert from 'node:assert/strict';
import { Reading } from '../../../src/model/reading';
import { RoomStore } from '../../../src/model/roomStore';
import { failure, fakeClient, type Answers } from '../../support/fakeClient';
import { FakeClock } from '../../support/fakeClock';
import { argsOf } from '../../support/fakeSession';
import { message, minute } from '../../support/makers/message';
import { room } from '../../support/makers/room';
import { untilAborted } from '../../support/fakeSync';
import { messageId } from '../../../src/model/message';
import { roomId, type Room } from '../../../src/model/room';

const general = roomId('general');
const unread = { unread: 3, hasUnread: true, mentions: 1, groupMentions: 1 };
const threads = { unreadThreads: ['t', 'u'], mentioningThreads: ['t'] };
const yes: Answers = { subscriptions: { read: () => ({}) }, chat: { readThread: () => ({}) } };

function readingOf(over: Partial<Room>, answers: Answers = yes) {
  const client = fakeClient(answers);
  const clock = new FakeClock();
  const rooms = new RoomStore();
  rooms.merge([room('general', { updatedAt: 1, ...over })]);
  const end = new AbortController();
  const reading = new Reading({ client, clock, rooms, signal: end.signal });
  const shown = () => {
    const { unread, hasUnread, mentions, groupMentions, unreadThreads, mentioningThreads } =
      rooms.get(general) ?? assert.fail();
    return { unread, hasUnread, mentions, groupMentions, unreadThreads, mentioningThreads };
  };
  return { client, clock, rooms, reading, shown, calls: () => argsOf(client, 'subscriptions.read') };
}

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

describe('Reading of what was seen', () => {
  const news = message('m', { sentAt: 20 });
  const reply = message('r', { sentAt: 20, thread: messageId('t') });

  it('marks the room read once it is quiet', async () => {
    const { clock, client, reading, calls } = readingOf({ ...unread, lastSeen: 10 });

    reading.seen(news);
    await clock.advance(400);
    reading.seen(message('n', { sentAt: 30 }));
    await clock.advance(499);
    const before = calls();
    await clock.advance(1);

    assert.deepEqual([before, calls()], [[], [{ rid: 'general' }]]);
    assert.equal(client.calls[0]?.options.priority, 'background');
  });

  it('does not wait for ever while messages keep coming', async () => {
    const { clock, reading, calls } = readingOf({ ...unread, lastSeen: 10 });

    for (let at = 0; at < 30; at += 1) {
      reading.seen(message('m', { sentAt: 20 + at }));
      await clock.advance(400);
    }

    assert.equal(calls().length, 1);
  });

  it('passes over what was seen before', async () => {
    const { clock, client, reading } = readingOf({ ...unread, lastSeen: 20 });

    reading.seen(news);
    await clock.advance(1000);

    assert.deepEqual(client.called, []);
  });

  it('asks once for a message, also while threads keep the room marked', async () => {
    const { clock, reading, calls } = readingOf({ ...unread, ...threads, lastSeen: 10 });

    reading.seen(news);
    await clock.advance(1000);
    reading.seen(news);
    await clock.advance(1000);

    assert.equal(calls().length, 1);
  });

  it('tries again with what is seen next after a failure', async () => {
    const failing: Answers = { subscriptions: { read: () => Promise.reject(failure('offline')) } };
    const { clock, reading, calls } = readingOf({ ...unread, lastSeen: 10 }, failing);

    reading.seen(news);
    await clock.advance(1000);
    reading.seen(news);
    await clock.advance(1000);

    assert.equal(calls().length, 2);
  });

  it('marks a thread read by a reply in it, and not its room', async () => {
    const { clock, client, reading } = readingOf({ ...unread, ...threads });

    reading.seen(reply);
    await clock.advance(1000);

    assert.deepEqual(client.called, ['chat.readThread']);
  });

  it('marks both read by a reply that its room shows too', async () => {
    const { clock, client, reading } = readingOf({ ...unread, ...threads });

    reading.seen({ ...reply, isShownInRoom: true });
    await clock.advance(1000);

    assert.deepEqual(client.called, ['chat.readThread', 'subscriptions.read']);
  });

  it('ends with the session', async () => {
    const { clock, client, reading } = readingOf({ ...unread, lastSeen: Date.parse(minute(-1)) });

    reading.seen(message('m'));
    reading.dispose();
    await clock.advance(1000);

    assert.deepEqual([clock.pending, client.called], [[], []]);
  });
});

describe('Reading of everything', () => {
  const end = new AbortController();
  const many = (names: string[]) => names.map((name, at) => room(name, { ...unread, lastActivity: -at }));
  const silent = { signal: end.signal, report: () => undefined };

  it('reads every unread room with its threads, the latest first, behind what a person asks', async () => {
    const { client, reading, rooms } = readingOf({});
    rooms.merge([...many(['a', 'b']), room('c', threads)]);
    const reports: string[] = [];

    await reading.all({ ...silent, report: (done, of) => reports.push(`${done}/${of}`) });

    const asked = argsOf(client, 'subscriptions.read').map((args) => 'rid' in args && args.rid);
    assert.deepEqual(asked, ['a', 'c', 'b']);
    assert.deepEqual(reports, ['0/3', '1/3', '2/3']);
    assert.ok(client.calls.every(({ options }) => options.priority === 'background'));
  });

  it('leaves rooms alone that are not listed, or hide that they are unread', async () => {
    const { client, reading, rooms } = readingOf({});
    rooms.merge([
      room('hidden', { ...unread, isHidden: true }),
      room('archived', { ...unread, isArchived: true }),
      room('silent', { hasUnread: true, hidesUnread: true }),
    ]);

    await reading.all(silent);

    assert.deepEqual(client.called, []);
  });

  it('skips what has become read meanwhile', async () => {
    const { reading, rooms, calls } = readingOf(
      {},
      {
        subscriptions: {
          read: () => {
            rooms.merge([room('b', { updatedAt: 3 })]);
            return {};
          },
        },
      },
    );
    rooms.merge(many(['a', 'b', 'c']));

    await reading.all(silent);

    assert.deepEqual(calls().length, 2);
  });

  it('goes on behind a room that is refused, and says so at the end', async () => {
    const refused = failure('forbidden');
    let calls = 0;
    const { reading, rooms } = readingOf(
      {},
      { subscriptions: { read: () => ((calls += 1) === 1 ? Promise.reject(refused) : {}) } },
    );
    rooms.merge(many(['a', 'b', 'c']));

    await assert.rejects(reading.all(silent), refused);

    assert.equal(calls, 3);
    assert.deepEqual(
      rooms.all().filter(({ hasUnread }) => hasUnread),
      [rooms.get(roomId('a'))],
    );
  });

  it('stops where the server cannot be reached', async () => {
    const { reading, rooms, calls } = readingOf(
      {},
      { subscriptions: { read: () => Promise.reject(failure('offline')) } },
    );
    rooms.merge(many(['a', 'b']));

    await assert.rejects(reading.all(silent));

    assert.equal(calls().length, 1);
  });

  it('stops when it is cancelled, and what was not read shows as unread', async () => {
    const ending = new AbortController();
    const { reading, rooms, calls } = readingOf(
      {},
      { subscriptions: { read: (_args, options) => untilAborted(options) } },
    );
    rooms.merge(many(['a', 'b']));

    const done = reading.all({ ...silent, signal: ending.signal });
    ending.abort();

    await assert.rejects(done);
    assert.equal(calls().length, 1);
    assert.equal(rooms.get(roomId('a'))?.unread, 3);
  });
});
