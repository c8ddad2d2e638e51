import assert from 'node:assert/strict';
import type { RoomMessages } from '../../../src/api/endpoints/chat/lists';
import type { WireMessage } from '../../../src/api/wire';
import type { Files } from '../../../src/model/files';
import { roomId } from '../../../src/model/room';
import { failure, type FakeClient } from '../../support/fakeClient';
import { FakeClock } from '../../support/fakeClock';
import { argsOf, sessionWith } from '../../support/fakeSession';
import { message, minute, pageOf, wireMessage } from '../../support/makers/message';
import { room } from '../../support/makers/room';

const mine = [{ _id: 'ann-id' }];
const aMinute = 60_000;

/** A star of mine in the room of that name. */
function star(rid: string, minutes = 0): WireMessage {
  return wireMessage(`in-${rid}`, { rid, ts: minute(minutes), starred: mine });
}

/** Texts by name, as a folder of an account keeps them. */
function memory(): Files & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    read: (name) => Promise.resolve(texts.get(name)),
    write: (name, text) => Promise.resolve(void texts.set(name, text)),
    remove: (name) => Promise.resolve(void texts.delete(name)),
  };
}

/** Ann in `general` and so many rooms more, `r0` the latest; each has a star unless said otherwise. */
function savedWith({ rooms = 3, files = memory(), answer = (rid: string) => [star(rid)] } = {}) {
  const clock = new FakeClock();
  const getStarredMessages = (args: RoomMessages) => pageOf(answer(args.roomId), args);
  const { client, session } = sessionWith({ chat: { getStarredMessages } }, { clock, files });
  const others = Array.from({ length: rooms }, (_, at) => room(`r${at}`, { lastActivity: 100 - at }));
  session.rooms.merge(others);
  session.rooms.merge([], [roomId('general')]);
  const asked = () => argsOf(client, 'chat.getStarredMessages').map((args) => (args as RoomMessages).roomId);
  return { client, clock, session, saved: session.saved, asked };
}

function limited(client: FakeClient, limit: number): void {
  const resetAt = new Date('2026-03-02T09:01:00.000Z');
  client.limit({ route: 'GET chat.getStarredMessages', limit, remaining: limit, resetAt });
}

describe('Saved', () => {
  it('has the stars that were seen so far, newest first, and asks for nothing', async () => {
    const { client, session, saved } = savedWith();
    session.receive([star('r0', 1), star('r1', 2), wireMessage('plain', { rid: 'r0' })]);

    await saved.begin();

    assert.deepEqual([...saved.ids], ['in-r1', 'in-r0']);
    assert.deepEqual([saved.roomsLeft, client.called], [3, []]);
  });

  it('lets go of a star that is taken off, and takes in one that is set elsewhere', () => {
    const { session, saved } = savedWith();
    session.receive([star('r0'), wireMessage('other', { rid: 'r1' })]);
    let fired = 0;
    saved.onDidChange(() => (fired += 1));

    session.messages.change(message('in-r0').id, { isStarred: false });
    session.receive([wireMessage('other', { rid: 'r1', starred: mine, _updatedAt: minute(5) })]);

    assert.deepEqual([...saved.ids, fired], ['other', 2]);
  });

  it('says nothing of what happens to other messages', () => {
    const { session, saved } = savedWith();
    session.receive([star('r0')]);
    let fired = 0;
    saved.onDidChange(() => (fired += 1));

    session.receive([wireMessage('a'), wireMessage('b')]);

    assert.equal(fired, 0);
  });

  it('keeps a star however much is said in its room later, also one that only just came', () => {
    const { session, saved } = savedWith();
    const said = (from: number) =>
      Array.from({ length: 250 }, (_, at) =>
        wireMessage(`m${from + at}`, { rid: 'r0', ts: minute(from + at) }),
      );

    session.receive([star('r0'), ...said(1)]);
    session.receive([...said(300), wireMessage('late', { rid: 'r0', ts: minute(0), starred: mine })]);

    assert.deepEqual([...saved.ids].sort(), ['in-r0', 'late']);
  });

  it('counts a room as looked in whose own list was loaded', async () => {
    const { session, saved } = savedWith();
    await saved.begin();

    await session.list(roomId('r1'), 'starred').load();

    assert.deepEqual([saved.roomsLeft, ...saved.ids], [2, 'in-r1']);
  });

  it('leaves out rooms that the person is not in any more', async () => {
    const { session, saved } = savedWith();
    session.receive([star('r0')]);
    await saved.begin();

    session.rooms.merge([], [roomId('r0')]);

    assert.deepEqual([saved.roomsLeft, saved.ids], [2, []]);
  });

  it('neither looks in encrypted rooms nor counts them', async () => {
    const { session, saved, asked } = savedWith();
    session.rooms.merge([room('r1', { isEncrypted: true })]);

    await saved.look();

    assert.deepEqual(asked(), ['r0', 'r2']);
  });
});

describe('Saved.look', () => {
  it('looks through the rooms, the latest first, in the background', async () => {
    const { client, saved, asked } = savedWith();

    await saved.look();

    assert.deepEqual(asked(), ['r0', 'r1', 'r2']);
    assert.equal(client.calls[0]?.options.priority, 'background');
    assert.deepEqual([saved.roomsLeft, saved.isLooking, saved.ids.length], [0, false, 3]);
  });

  it('reads every page of a room', async () => {
    const all = Array.from({ length: 130 }, (_, at) => wireMessage(`s${at}`, { rid: 'r0', starred: mine }));
    const { saved } = savedWith({ rooms: 1, answer: () => all });

    await saved.look();

    assert.equal(saved.ids.length, 130);
  });

  it('keeps a fifth of the limit free, and says how long it will take', async () => {
    const { client, clock, saved, asked } = savedWith({ rooms: 42 });
    limited(client, 10);
    await saved.begin();
    const expected = saved.minutesLeft;

    const looking = saved.look();
    await clock.advance(0);
    const atOnce = asked().length;
    await clock.advance(aMinute);
    const afterAMinute = [asked().length, saved.minutesLeft];
    await clock.advance(4 * aMinute);
    await looking;

    assert.deepEqual([expected, atOnce, ...afterAMinute, asked().length], [5, 8, 16, 4, 42]);
  });

  it('goes faster where the server allows more, and at once where it has no limit', async () => {
    const free = savedWith({ rooms: 42 });
    const generous = savedWith({ rooms: 42 });
    limited(generous.client, 100);

    await Promise.all([free.saved.look(), generous.saved.look()]);

    assert.deepEqual([free.asked().length, generous.asked().length], [42, 42]);
  });

  it('stops when it is told to, and goes on from there', async () => {
    const { client, clock, saved, asked } = savedWith({ rooms: 12 });
    limited(client, 10);

    const looking = saved.look();
    await clock.advance(0);
    saved.stop();
    await looking;
    const stopped = [saved.isLooking, saved.roomsLeft];
    const again = saved.look();
    await clock.advance(aMinute);
    await again;

    assert.deepEqual(stopped, [false, 4]);
    assert.deepEqual([asked().length, new Set(asked()).size, saved.roomsLeft], [12, 12, 0]);
  });

  it('leaves out a room that refuses', async () => {
    const refuse = (rid: string) => {
      if (rid === 'r1') throw failure('forbidden');
      return [star(rid)];
    };
    const { saved, asked } = savedWith({ answer: refuse });

    await saved.look();

    assert.deepEqual([asked().length, saved.roomsLeft, saved.error, saved.ids.length], [3, 0, undefined, 2]);
  });

  it('says why it does not get on, and goes on after a minute', async () => {
    let isDown = true;
    const answer = (rid: string) => {
      if (isDown) throw failure('offline');
      return [star(rid)];
    };
    const { clock, saved } = savedWith({ answer });

    const looking = saved.look();
    await clock.advance(0);
    const meanwhile = [saved.isLooking, saved.error?.failure.kind];
    isDown = false;
    await clock.advance(aMinute);
    await looking;

    assert.deepEqual(meanwhile, [true, 'offline']);
    assert.deepEqual([saved.error, saved.roomsLeft], [undefined, 0]);
  });

  it('gives up after three failures, and says so', async () => {
    const { clock, saved, asked } = savedWith({ answer: () => assert.fail(failure('offline')) });

    const looking = saved.look();
    await clock.advance(5 * aMinute);
    await looking;

    assert.deepEqual([asked().length, saved.isLooking, saved.roomsLeft], [3, false, 3]);
    assert.equal(saved.error?.failure.kind, 'offline');
  });

  it('ends with its session, and asks for no more', async () => {
    const { client, clock, session, saved, asked } = savedWith({ rooms: 12 });
    limited(client, 10);

    const looking = saved.look();
    await clock.advance(0);
    session.dispose();
    await looking;

    assert.deepEqual([asked().length, saved.isLooking, clock.pending], [8, false, []]);
  });
});

describe('Saved, kept on this machine', () => {
  it('remembers the stars and where it has looked', async () => {
    const files = memory();
    const before = savedWith({ files });
    await before.saved.look();
    before.session.dispose();

    const after = savedWith({ files });
    await after.saved.begin();

    assert.deepEqual([after.saved.roomsLeft, after.saved.ids.length, after.client.called], [0, 3, []]);
  });

  it('looks again after a month', async () => {
    const files = memory();
    const before = savedWith({ files });
    await before.saved.look();
    before.session.dispose();

    const after = savedWith({ files });
    await after.clock.advance(31 * 24 * 60 * aMinute);
    await after.saved.begin();

    assert.equal(after.saved.roomsLeft, 3);
  });

  it('keeps nothing of encrypted rooms', async () => {
    const files = memory();
    const { session, saved } = savedWith({ files });
    session.rooms.merge([room('r0', { isEncrypted: true })]);
    await saved.begin();

    session.receive([star('r0'), star('r1')]);
    session.dispose();

    const text = files.texts.get('saved.json') ?? '';
    assert.deepEqual([text.includes('in-r0'), text.includes('in-r1')], [false, true]);
  });

  it('takes a damaged text, or one of another version, for none', async () => {
    for (const text of ['', '{}\n{}', '{"version":99,"savedAt":0,"checksum":"x"}\n{}', 'x'.repeat(99)]) {
      const files = memory();
      files.texts.set('saved.json', text);
      const { saved } = savedWith({ files });

      await saved.begin();

      assert.deepEqual([saved.roomsLeft, saved.ids], [3, []]);
    }
  });
});
