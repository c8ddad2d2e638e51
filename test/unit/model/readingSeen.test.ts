import assert from 'node:assert/strict';
import { messageId } from '../../../src/model/message';
import { roomId } from '../../../src/model/room';
import { failure, type Answers } from '../../support/fakeClient';
import { readingOf, threads, unread } from '../../support/fakeReading';
import { argsOf } from '../../support/fakeSession';
import { untilAborted } from '../../support/fakeSync';
import { message, minute } from '../../support/makers/message';
import { room } from '../../support/makers/room';

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

  it('asks nothing and leaves no timer for what is seen after the end', () => {
    const { clock, reading, end } = readingOf({ ...unread, lastSeen: 10 });

    end();
    reading.seen(news);

    assert.deepEqual(clock.pending, []);
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

  it('begins no other room once it is cancelled', async () => {
    const ending = new AbortController();
    const { reading, rooms, calls } = readingOf(
      {},
      {
        subscriptions: {
          read: () => {
            ending.abort();
            return {};
          },
        },
      },
    );
    rooms.merge(many(['a', 'b']));

    await reading.all({ ...silent, signal: ending.signal });

    assert.equal(calls().length, 1);
  });
});
