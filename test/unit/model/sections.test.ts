import assert from 'node:assert/strict';
import type { Room } from '../../../src/model/room';
import { isUnread, sectionsOf, wantsMe, type Section } from '../../../src/model/sections';
import { preferencesFromWire, type Preferences } from '../../../src/model/user';
import { direct, room } from '../../support/makers/room';

const usual = preferencesFromWire();

/** `channels: a b | directMessages: bob` */
function drawn(sections: readonly Section[]): string {
  return sections.map(({ kind, rooms }) => `${kind}: ${rooms.join(' ')}`).join(' | ');
}

function list(rooms: readonly Room[], preferences: Partial<Preferences> = {}): string {
  return drawn(sectionsOf(rooms, { ...usual, ...preferences }));
}

describe('sectionsOf', () => {
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

  it('takes capitals and accents for the same letter', () => {
    const rooms = ['Éva', 'eva', 'Eva'].map((name) => room(name));

    assert.equal(list(rooms, { sortBy: 'name' }), 'channels: Éva eva Eva');
  });

  it('leaves the rooms that it is given in their order', () => {
    const rooms = [room('a'), room('b', { lastActivity: 3 })];

    list(rooms);

    assert.deepEqual(
      rooms.map(({ id }) => id),
      ['a', 'b'],
    );
  });
});

describe('sectionsOf with a room in hand', () => {
  const unread = { ...usual, showsUnread: true };
  const before = [
    room('a', { unread: 1, lastActivity: 9 }),
    room('b', { unread: 1, lastActivity: 8 }),
    room('c', { lastActivity: 7 }),
    room('d', { lastActivity: 6 }),
  ];
  const first = sectionsOf(before, unread);
  const changed = (id: string, over: Partial<Room>) =>
    before.map((one) => (one.id === room(id).id ? { ...one, ...over } : one));

  it('keeps it among the unread although it has been read', () => {
    const after = sectionsOf(changed('b', { unread: 0 }), unread, room('b').id, first);

    assert.equal(drawn(after), 'unread: a b | channels: c d');
  });

  it('keeps its section when it was the only one there', () => {
    const alone = sectionsOf(before.slice(1), unread);

    const after = sectionsOf(changed('b', { unread: 0 }).slice(1), unread, room('b').id, alone);

    assert.equal(drawn(after), 'unread: b | channels: c d');
  });

  it('keeps its place when something is said in it', () => {
    const after = sectionsOf(changed('d', { lastActivity: 20 }), unread, room('d').id, first);

    assert.equal(drawn(after), 'unread: a b | channels: c d');
  });

  it('lets the others move', () => {
    const after = sectionsOf(changed('b', { lastActivity: 20 }), unread, room('a').id, first);

    assert.equal(drawn(after), 'unread: a b | channels: c d');
    assert.equal(
      drawn(sectionsOf(changed('b', { lastActivity: 20 }), unread)),
      'unread: b a | channels: c d',
    );
  });

  it('lets it go where it belongs once another is in hand', () => {
    const held = sectionsOf(changed('b', { unread: 0 }), unread, room('b').id, first);

    const after = sectionsOf(changed('b', { unread: 0 }), unread, room('a').id, held);

    assert.equal(drawn(after), 'unread: a | channels: b c d');
  });

  it('does not hold it in a section that the person switched off', () => {
    const after = sectionsOf(before, usual, room('b').id, first);

    assert.equal(drawn(after), 'channels: a b c d');
  });

  it('lets go of it when it is hidden', () => {
    const after = sectionsOf(changed('b', { isHidden: true }), unread, room('b').id, first);

    assert.equal(drawn(after), 'unread: a | channels: c d');
  });
});

describe('isUnread', () => {
  const cases: [string, Partial<Room>, boolean][] = [
    ['nothing new', {}, false],
    ['an alert', { hasUnread: true }, true],
    ['an unread thread', { unreadThreads: ['t'] }, true],
    ['messages behind a hidden unread status', { hasUnread: true, unread: 3, hidesUnread: true }, false],
    ['a mention behind a hidden unread status', { unread: 3, mentions: 1, hidesUnread: true }, true],
    ['a mention in a thread behind it', { mentioningThreads: ['t'], hidesUnread: true }, true],
    ['a mention behind both', { mentions: 1, hidesUnread: true, hidesMentions: true }, false],
  ];
  for (const [name, over, expected] of cases) {
    it(`is ${expected} for ${name}`, () => {
      assert.equal(isUnread(room('a', over)), expected);
    });
  }
});

describe('wantsMe', () => {
  const cases: [string, Room, number][] = [
    ['no messages of a channel', room('a', { unread: 7, hasUnread: true }), 0],
    ['mentions of me and of all', room('a', { unread: 7, mentions: 2, groupMentions: 1 }), 3],
    ['every message of a direct room once', direct('bob', { unread: 4, mentions: 1 }), 4],
    ['unread threads', room('a', { unreadThreads: ['t', 'u'] }), 2],
    ['no hidden mentions', room('a', { mentions: 2, hidesMentions: true }), 0],
    ['only mentions where unread is hidden', direct('bob', { unread: 4, mentions: 1, hidesUnread: true }), 1],
    [
      'threads that mention me where unread is hidden',
      room('a', { unreadThreads: ['t', 'u'], mentioningThreads: ['t'], hidesUnread: true }),
      1,
    ],
    ['nothing of a hidden room', direct('bob', { unread: 4, isHidden: true }), 0],
    ['nothing of an archived room', room('a', { mentions: 1, isArchived: true }), 0],
  ];
  for (const [name, one, expected] of cases) {
    it(`counts ${name}`, () => {
      assert.equal(wantsMe([one]), expected);
    });
  }

  it('adds up all rooms', () => {
    assert.equal(wantsMe([room('a', { mentions: 1 }), direct('bob', { unread: 2 })]), 3);
  });
});
