import assert from 'node:assert/strict';
import type { Preferences } from '../../../src/model/user';
import { preferencesFromWire } from '../../../src/model/user';
import { roomId } from '../../../src/model/room';
import { sessionWith } from '../../support/fakeSession';
import { account } from '../../support/makers/account';
import { minute, pageOf, wireMessage } from '../../support/makers/message';
import { direct, room } from '../../support/makers/room';
import { changeRoom, rowsOf } from '../../support/rowsOf';

const many = 5000;

/** So many channels, `r0` the latest, and a direct message; all drawn. */
async function drawn(over: Partial<Preferences> = {}, count = many) {
  const preferences = { ...preferencesFromWire(), ...over };
  const { session } = sessionWith({}, { account: account({ preferences }) });
  session.rooms.merge([], [roomId('general')]);
  const rooms = Array.from({ length: count }, (_, at) => room(`r${at}`, { lastActivity: many - at }));
  session.rooms.merge([...rooms, direct('bob')]);
  const tree = rowsOf(session);
  for (const section of await tree.rows.childrenOf(undefined))
    if (section.type === 'section') await tree.rows.childrenOf(section);
  return { session, ...tree };
}

describe('SessionRows', () => {
  it('draws one section again when one of 5,000 rooms comes to its top', async () => {
    const { session, redrawn } = await drawn();

    changeRoom(session, 'r4321', { lastActivity: many + 1, unread: 1, hasUnread: true });

    assert.deepEqual(redrawn, ['section:channels']);
  });

  it('draws one row again when one of 5,000 rooms keeps its place', async () => {
    const { session, redrawn } = await drawn({ sortBy: 'name' });

    changeRoom(session, 'r4321', { lastActivity: many + 1, unread: 1, hasUnread: true });

    assert.deepEqual(redrawn, ['section:channels/room:r4321']);
  });

  it('draws two sections again when a room goes from one to the other', async () => {
    const { session, redrawn } = await drawn({ showsUnread: true });

    changeRoom(session, 'r4321', { unread: 1, hasUnread: true });

    assert.deepEqual(redrawn, ['section:unread', 'section:channels']);
  });

  it('draws the root again only for a section that is needed for the first time', async () => {
    const { session, rows, redrawn } = await drawn({}, 3);

    changeRoom(session, 'r1', { isFavorite: true });
    await rows.childrenOf(undefined);
    changeRoom(session, 'r1', { isFavorite: false });
    changeRoom(session, 'r2', { isFavorite: true });

    const both = ['section:favorites', 'section:channels'];
    assert.deepEqual(redrawn, ['the root', ...both, ...both]);
  });

  it('draws nothing again before it was asked for', () => {
    const { session } = sessionWith({});
    const { redrawn } = rowsOf(session);

    changeRoom(session, 'general', { unread: 1 });

    assert.deepEqual(redrawn, []);
  });

  it('draws nothing again once it has ended', async () => {
    const { session, rows, redrawn } = await drawn({}, 3);

    rows.dispose();
    changeRoom(session, 'r2', { lastActivity: many + 1 });

    assert.deepEqual(redrawn, []);
  });

  it('draws the rows again whose time has gone on, and no others', async () => {
    const { session, clock, rows, redrawn, listRow } = await withPins();
    const list = await listRow('general', 'pinned');
    await rows.childrenOf(list);
    redrawn.length = 0;

    clock.now += 60_000;
    rows.age();

    assert.deepEqual(redrawn, [`${list.key}/message:new`]);
    assert.equal(session.list(list.room, 'pinned').ids.length, 2);
  });
});

describe('SessionRows, what is seen', () => {
  it('watches rooms whose rows stand open, and the one in hand, while the view is seen', async () => {
    const { session, rows, listRow } = await withPins();
    const watched = new Set<string>();
    session.live.watch = (id) => {
      watched.add(id);
      return { dispose: () => void watched.delete(id) };
    };
    session.rooms.merge([room('other')]);
    const list = await listRow('general', 'pinned');
    const now = () => [...watched].sort().join(' ');

    await rows.childrenOf(list);
    const hidden = now();
    rows.setVisible(true);
    const seen = now();
    session.takeInHand(roomId('other'));
    const withHand = now();
    rows.setOpen(list, false);
    const closed = now();
    rows.setVisible(false);

    assert.deepEqual([hidden, seen, withHand, closed, now()], ['', 'general', 'general other', 'other', '']);
  });

  it('knows a thread on screen whose replies stand open', async () => {
    const { session, rows, listRow } = await withPins();
    const list = await listRow('general', 'pinned');
    await rows.childrenOf(list);
    const [thread] = session.list(list.room, 'pinned').ids;
    assert.ok(thread);
    const before = rows.isOpenFor(list.room, thread);

    await rows.childrenOf(rows.rowOf(list, thread));

    assert.deepEqual(
      [before, rows.isOpenFor(list.room, thread), rows.isOpenFor(list.room)],
      [false, true, false],
    );
  });
});

/** Two pins in general: `new` of just now, `old` of days ago. */
async function withPins() {
  const pins = [
    wireMessage('new', { pinned: true, ts: minute(0) }),
    wireMessage('old', { pinned: true, ts: minute(-5000) }),
  ];
  const { session } = sessionWith({
    chat: { getPinnedMessages: (args) => pageOf(pins, args), getThreadMessages: (args) => pageOf([], args) },
  });
  const tree = rowsOf(session);
  await tree.rows.childrenOf(undefined);
  return { session, ...tree };
}
