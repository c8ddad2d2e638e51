import assert from 'node:assert/strict';
import type { WireRoom, WireSubscription } from '../../../src/api/wire';
import { Malformed } from '../../../src/model/parse';
import { foreignRoomFromWire, postingObstacle, roomFromWire, type RoomKind } from '../../../src/model/room';
import { wireRoom, wireSubscription } from '../../support/makers/room';

const me = { userId: 'ann-id', username: 'ann' };

function roomOf(room: Partial<WireRoom>, mine: Partial<WireSubscription> = {}) {
  return roomFromWire({ room: wireRoom('r', room), subscription: wireSubscription('r', mine) }, me);
}

describe('roomFromWire', () => {
  const kinds: [RoomKind, Partial<WireRoom>][] = [
    ['channel', { t: 'c' }],
    ['group', { t: 'p' }],
    ['direct', { t: 'd', uids: ['ann-id', 'bob-id'] }],
    ['directGroup', { t: 'd', uids: ['ann-id', 'bob-id', 'cleo-id'] }],
    ['self', { t: 'd', uids: ['ann-id'] }],
    ['discussion', { t: 'p', prid: 'general' }],
    ['team', { t: 'c', teamMain: true, teamId: 'team' }],
    ['channel', { t: 'c', teamId: 'team' }],
    ['omnichannel', { t: 'l' }],
  ];
  for (const [kind, wire] of kinds) {
    it(`knows a ${kind} by ${JSON.stringify(wire)}`, () => {
      assert.equal(roomOf(wire).kind, kind);
    });
  }

  it('shows the readable name and links by the other', () => {
    const room = roomOf({ t: 'p', prid: 'general', name: 'xK3', fname: 'Release plan' });

    assert.deepEqual([room.name, room.slug], ['Release plan', 'xK3']);
  });

  it('calls a direct message after the other person', () => {
    const room = roomOf({ t: 'd', name: undefined, fname: undefined }, { name: 'bob', fname: 'Bob Stone' });

    assert.deepEqual([room.name, room.slug, room.username], ['Bob Stone', undefined, 'bob']);
  });

  it('counts what is unread', () => {
    const counts = { alert: true, unread: 3, userMentions: 1, groupMentions: 2 };
    const room = roomOf({}, { ...counts, tunread: ['t1', 't2'], tunreadUser: ['t2'] });

    const { hasUnread, unread, mentions, groupMentions, unreadThreads, mentioningThreads } = room;
    assert.deepEqual(
      { hasUnread, unread, mentions, groupMentions, unreadThreads, mentioningThreads },
      {
        hasUnread: true,
        unread: 3,
        mentions: 1,
        groupMentions: 2,
        unreadThreads: ['t1', 't2'],
        mentioningThreads: ['t2'],
      },
    );
  });

  it('is unread by an alert without any number', () => {
    const room = roomOf({}, { alert: true, unread: 0 });

    assert.deepEqual([room.hasUnread, room.unread], [true, 0]);
  });

  it('takes the last activity from the last message or the last reply to me', () => {
    const said = '2026-03-01T10:00:00.000Z';
    const replied = '2026-03-01T11:00:00.000Z';

    assert.equal(roomOf({ lm: said }).lastActivity, Date.parse(said));
    assert.equal(roomOf({ lm: said }, { lr: replied }).lastActivity, Date.parse(replied));
    assert.equal(roomOf({ lm: undefined }, { ts: said }).lastActivity, Date.parse(said));
  });

  const silences: [string, Partial<WireRoom>, Partial<WireSubscription>, string | undefined][] = [
    ['lets everybody speak', {}, {}, undefined],
    ['keeps a read-only room from its members', { ro: true }, {}, 'readOnly'],
    ['lets a moderator speak in it', { ro: true }, { roles: ['moderator'] }, undefined],
    ['lets those speak who were allowed to', { ro: true, unmuted: ['ann'] }, {}, undefined],
    ['silences whom the room has muted', { muted: ['ann'] }, { roles: ['owner'] }, 'silenced'],
    ['heeds a block from either side', { t: 'd' }, { blocker: true }, 'blocked'],
    ['says first that a room is archived', { ro: true, archived: true }, {}, 'archived'],
    ['says that it cannot encrypt', { encrypted: true }, {}, 'encrypted'],
  ];
  for (const [does, wire, mine, obstacle] of silences) {
    it(does, () => {
      assert.equal(postingObstacle(roomOf(wire, mine)), obstacle);
    });
  }

  it('reads the marks of my subscription', () => {
    const room = roomOf(
      {},
      { f: true, open: false, hideUnreadStatus: true, hideMentionStatus: true, disableNotifications: true },
    );

    const { isFavorite, isHidden, hidesUnread, hidesMentions, isMuted } = room;
    assert.deepEqual([isFavorite, isHidden, hidesUnread, hidesMentions, isMuted], Array(5).fill(true));
  });

  it('knows what I am in it, and whom I do not want to read', () => {
    const { roles, ignored, isJoined } = roomOf({}, { roles: ['owner'], ignored: ['bob-id'] });

    assert.deepEqual([roles, ignored, isJoined], [['owner'], ['bob-id'], true]);
  });

  it('knows where a discussion was opened, and to which team a room belongs', () => {
    const { parent, team } = roomOf({ prid: 'general', teamId: 'makers' });

    assert.deepEqual([parent, team], ['general', 'makers']);
  });

  it('knows who is in a direct message, and how many are in any room', () => {
    const { people, size } = roomOf({ t: 'd', uids: ['ann-id', 'bob-id'], usersCount: 2 });

    assert.deepEqual([people, size], [['ann-id', 'bob-id'], 2]);
  });

  it('refuses what has no id, no kind or no halves', () => {
    const broken: unknown[] = [
      { room: wireRoom('r', { _id: '' }), subscription: wireSubscription('r') },
      { room: { ...wireRoom('r'), t: 7 }, subscription: wireSubscription('r') },
      { room: null, subscription: wireSubscription('r') },
      { room: wireRoom('r'), subscription: 'ann' },
    ];

    for (const view of broken) assert.throws(() => roomFromWire(view as never, me), Malformed);
  });

  it('makes nothing of values of the wrong kind', () => {
    const wrong = { unread: 'many', tunread: { 0: 't' }, roles: ['owner', 5], userMentions: -2, ls: 'soon' };

    const room = roomOf({ topic: '' }, wrong as never);

    assert.deepEqual([room.unread, room.unreadThreads, room.mentions], [0, [], 0]);
    assert.deepEqual([room.lastSeen, room.topic], [undefined, undefined]);
  });
});

describe('foreignRoomFromWire', () => {
  it('shows a channel that I have not joined', () => {
    const room = foreignRoomFromWire(wireRoom('r', { fname: 'Random', joinCodeRequired: true }), me);

    const { name, isJoined, wantsJoinCode, hasUnread } = room;
    assert.deepEqual(
      { name, isJoined, wantsJoinCode, hasUnread },
      { name: 'Random', isJoined: false, wantsJoinCode: true, hasUnread: false },
    );
  });

  it('calls a direct message after the others in it', () => {
    const wire = wireRoom('r', {
      t: 'd',
      name: undefined,
      fname: undefined,
      usernames: ['ann', 'bob', 'cleo'],
    });

    assert.equal(foreignRoomFromWire(wire, me).name, 'bob, cleo');
  });
});
