import type { WireDelta, WireRoom, WireSubscription } from '../../../src/api/wire';
import type { Room, RoomId } from '../../../src/model/room';
import { roomId } from '../../../src/model/room';

/** A public channel that has been read; a test names what matters to it. */
export function room(id: string, over: Partial<Room> = {}): Room {
  return {
    id: roomId(id),
    kind: 'channel',
    type: 'c',
    name: id,
    slug: id,
    people: [],
    isJoined: true,
    unread: 0,
    hasUnread: false,
    mentions: 0,
    groupMentions: 0,
    unreadThreads: [],
    mentioningThreads: [],
    hidesUnread: false,
    hidesMentions: false,
    isMuted: false,
    isFavorite: false,
    isHidden: false,
    isArchived: false,
    isEncrypted: false,
    wantsJoinCode: false,
    roles: [],
    isReadOnly: false,
    isUnmuted: false,
    allowsReactingWhenReadOnly: false,
    isBroadcast: false,
    ignored: [],
    lastActivity: 0,
    updatedAt: 0,
    ...over,
  };
}

/** A direct message with one person. */
export function direct(id: string, over: Partial<Room> = {}): Room {
  return room(id, { kind: 'direct', type: 'd', slug: undefined, ...over });
}

export function ids(...names: string[]): RoomId[] {
  return names.map(roomId);
}

export function wireRoom(id: string, over: Partial<WireRoom> = {}): WireRoom {
  return {
    _id: id,
    t: 'c',
    name: id,
    fname: id,
    usersCount: 3,
    ts: '2026-01-01T00:00:00.000Z',
    lm: '2026-03-01T09:00:00.000Z',
    _updatedAt: '2026-03-01T09:00:00.000Z',
    ...over,
  };
}

/** How ann sees the room of that id. */
export function wireSubscription(room: string, over: Partial<WireSubscription> = {}): WireSubscription {
  return {
    _id: `${room}-ann`,
    rid: room,
    t: 'c',
    name: room,
    fname: room,
    u: { _id: 'ann-id', username: 'ann', name: 'Ann Lee' },
    ts: '2026-01-01T00:00:00.000Z',
    ls: '2026-03-01T08:00:00.000Z',
    open: true,
    alert: false,
    unread: 0,
    userMentions: 0,
    groupMentions: 0,
    roles: [],
    _updatedAt: '2026-03-01T09:00:00.000Z',
    ...over,
  };
}

export function delta<Wire>(update: readonly Wire[], ...removed: string[]): WireDelta<Wire> {
  return { update, remove: removed.map((_id) => ({ _id })) };
}
