import assert from 'node:assert/strict';
import { PlacedRooms } from '../../../src/model/placedRooms';
import type { Room } from '../../../src/model/room';
import { RoomStore } from '../../../src/model/roomStore';
import { preferencesFromWire, type Preferences } from '../../../src/model/user';
import { direct, room } from '../../support/makers/room';

const usual: Preferences = { ...preferencesFromWire(), showsUnread: false };

/** `channels: a b | directMessages: bob` */
function drawn(rooms: PlacedRooms): string {
  return rooms.kinds.map((kind) => `${kind}: ${rooms.idsIn(kind).join(' ')}`).join(' | ');
}

function list(rooms: readonly Room[], preferences: Partial<Preferences> = {}): string {
  return drawn(place(rooms, { ...usual, ...preferences }).rooms);
}

function place(rooms: readonly Room[], preferences: Preferences = usual) {
  const store = new RoomStore();
  store.merge(rooms);
  const placed = new PlacedRooms(store, preferences);
  return {
    rooms: placed,
    all: () => store.all(),
    change: (name: string, over: Partial<Room>) => {
      const { id } = room(name);
      store.merge([{ ...(store.get(id) ?? room(name)), ...over }]);
      return placed.update(new Set([id]));
    },
    leave: (name: string) => {
      const { id } = room(name);
      store.merge([], [id]);
      return placed.update(new Set([id]));
    },
  };
}

describe('PlacedRooms', () => {
  const house = [
    direct('bob'),
    room('general'),
    room('secret', { kind: 'group', type: 'p' }),
    room('plan', { kind: 'discussion', type: 'p' }),
    room('core', { kind: 'team' }),
    room('liked', { isFavorite: true }),
    room('news', { unread: 2, isFavorite: true }),
  ];

  it('groups by kind in the order of the side bar of Rocket.Chat', () => {
    assert.equal(
      list(house),
      'favorites: liked news | teams: core | discussions: plan | channels: general secret | directMessages: bob',
    );
  });

  it('puts what is unread first when the person wants that', () => {
    assert.match(list(house, { showsUnread: true }), /^unread: news \| favorites: liked \| /);
  });

  it('lists everything together when the person does not group', () => {
    assert.equal(
      list(house, { isGroupedByKind: false, showsFavorites: false }),
      'rooms: bob core general liked news plan secret',
    );
  });

  it('counts unread threads as unread, but not where the unread status is hidden', () => {
    const rooms = [
      room('thread', { unreadThreads: ['t'] }),
      room('hidden', { unread: 5, mentions: 1, hidesUnread: true }),
    ];

    assert.equal(list(rooms, { showsUnread: true }), 'unread: thread | channels: hidden');
  });

  it('leaves out what is hidden or archived', () => {
    assert.equal(
      list([room('a', { isHidden: true }), room('b', { isArchived: true }), room('c')]),
      'channels: c',
    );
  });

  it('sorts by activity, the latest first', () => {
    const rooms = [
      room('a', { lastActivity: 1 }),
      room('b', { lastActivity: 3 }),
      room('c', { lastActivity: 2 }),
    ];

    assert.equal(list(rooms), 'channels: b c a');
  });

  it('sorts by name as people do', () => {
    const rooms = ['zebra', 'Émile', 'eve', 'Adam'].map((name) => room(name));

    assert.equal(list(rooms, { sortBy: 'name' }), 'channels: Adam Émile eve zebra');
  });

  it('keeps names in their order that differ in capitals and accents only, whichever came first', () => {
    const rooms = ['Éva', 'eva', 'Eva'].map((name) => room(name));

    assert.equal(list(rooms, { sortBy: 'name' }), list(rooms.toReversed(), { sortBy: 'name' }));
  });
});

describe('PlacedRooms with a room in hand', () => {
  const preferences = { ...usual, showsUnread: true };
  const before = [
    room('a', { unread: 1, lastActivity: 9 }),
    room('b', { unread: 1, lastActivity: 8 }),
    room('c', { lastActivity: 7 }),
    room('d', { lastActivity: 6 }),
  ];

  /** These rooms with that one in hand; `change` changes one of them. */
  function holding(name: string, rooms = before) {
    const placed = place(rooms, preferences);
    placed.rooms.hold(room(name).id);
    return placed;
  }

  it('keeps it among the unread although it has been read', () => {
    const placed = holding('b');

    const moved = placed.change('b', { unread: 0 });

    assert.equal(drawn(placed.rooms), 'unread: a b | channels: c d');
    assert.deepEqual(moved, []);
  });

  it('keeps its section when it was the only one there', () => {
    const placed = holding('b', before.slice(1));

    placed.change('b', { unread: 0 });

    assert.equal(drawn(placed.rooms), 'unread: b | channels: c d');
  });

  it('keeps its place when something is said in it', () => {
    const placed = holding('d');

    placed.change('d', { lastActivity: 20 });

    assert.equal(drawn(placed.rooms), 'unread: a b | channels: c d');
  });

  it('lets the others move around it', () => {
    const placed = holding('a');

    placed.change('b', { lastActivity: 20 });
    const held = drawn(placed.rooms);
    placed.rooms.hold(undefined);

    assert.equal(held, 'unread: a b | channels: c d');
    assert.equal(drawn(placed.rooms), 'unread: b a | channels: c d');
  });

  it('lets it go where it belongs once another is in hand', () => {
    const placed = holding('b');
    placed.change('b', { unread: 0 });

    const moved = placed.rooms.hold(room('a').id);

    assert.equal(drawn(placed.rooms), 'unread: a | channels: b c d');
    assert.deepEqual(moved, ['unread', 'channels']);
  });

  it('does not hold it in a section that the person switched off', () => {
    const placed = holding('b');

    placed.rooms.arrange(usual);

    assert.equal(drawn(placed.rooms), 'channels: a b c d');
  });

  it('lets go of it when it is hidden, and keeps it where it comes back', () => {
    const placed = holding('b');

    placed.change('b', { isHidden: true });
    const hidden = drawn(placed.rooms);
    placed.change('b', { isHidden: false });
    placed.change('b', { unread: 0 });

    assert.equal(hidden, 'unread: a | channels: c d');
    assert.equal(drawn(placed.rooms), 'unread: a b | channels: c d');
  });

  it('lets go of it when the person has left it', () => {
    const placed = holding('b');

    placed.leave('b');

    assert.equal(drawn(placed.rooms), 'unread: a | channels: c d');
  });
});

describe('PlacedRooms.update', () => {
  it('names the section in which a room has moved', () => {
    const placed = place([room('a', { lastActivity: 2 }), room('b', { lastActivity: 1 }), direct('bob')]);

    const moved = placed.change('b', { lastActivity: 3 });

    assert.deepEqual(moved, ['channels']);
    assert.equal(drawn(placed.rooms), 'channels: b a | directMessages: bob');
  });

  it('names none when a room keeps its place', () => {
    const placed = place([room('a', { lastActivity: 2 }), room('b', { lastActivity: 1 })]);

    assert.deepEqual(placed.change('a', { lastActivity: 3, unread: 1 }), []);
  });

  it('names both when a room goes from one to the other', () => {
    const placed = place([room('a'), direct('bob')]);

    assert.deepEqual(placed.change('a', { isFavorite: true }), ['favorites', 'channels']);
  });

  it('ends in the same order as if all had been there from the beginning', () => {
    for (const sortBy of ['activity', 'name'] as const) {
      const random = seeded(7);
      const preferences = { ...usual, sortBy, showsUnread: true };
      const placed = place(
        Array.from({ length: 60 }, (_, at) => room(`r${at}`)),
        preferences,
      );

      for (let turn = 0; turn < 500; turn++)
        placed.change(`r${random(60)}`, {
          name: `name ${random(20)}`,
          lastActivity: random(20),
          unread: random(3),
          isFavorite: random(5) === 0,
          isHidden: random(9) === 0,
        });

      assert.equal(drawn(placed.rooms), drawn(place(placed.all(), preferences).rooms));
    }
  });
});

/** Whole numbers below what is asked for, the same each time. */
function seeded(seed: number): (end: number) => number {
  let state = seed;
  return (end) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * end);
  };
}
