import type { Permission } from './permissions';
import { obstacleIn } from './posting';
import type { Room } from './room';
import { isUnread } from './sections';
import { usualSettings, type ServerSettings } from './serverSettings';
import type { Session } from './session';

/** What can be done to a room, where it is not always possible; menus and the palette use the same names. */
export const roomActions = [
  'join',
  'markRead',
  'markUnread',
  'favorite',
  'unfavorite',
  'mute',
  'unmute',
  'members',
  'discuss',
  'leave',
] as const;

export type RoomAction = (typeof roomActions)[number];

export interface RoomCircumstances {
  readonly settings: ServerSettings;
  /** In that room. */
  readonly can: (permission: Permission) => boolean;
}

/** What the server's settings and the person's rights allow to be done to a room, in the order of `roomActions`. */
export function offeredOnRoom(room: Room, at: RoomCircumstances): readonly RoomAction[] {
  return roomActions.filter((action) => rules[action](room, at));
}

export function mayDoTo(session: Session, room: Room, action: RoomAction): boolean {
  return rules[action](room, circumstances(session, room));
}

/** `room.unread.markRead.favorite.…`: what `when` clauses of menus look at, of a row and of a conversation's header. */
export function roomContext(session: Session, room: Room): string {
  const offers = offeredOnRoom(room, circumstances(session, room));
  return ['room', isUnread(room) ? 'unread' : 'read', ...offers].join('.');
}

function circumstances({ rights, knownSettings }: Session, room: Room): RoomCircumstances {
  return {
    settings: knownSettings ?? usualSettings,
    can: (permission) => rights.can(permission, room),
  };
}

type Rule = (room: Room, at: RoomCircumstances) => boolean;

const rules: Readonly<Record<RoomAction, Rule>> = {
  join: (room) => !room.isJoined && !room.isArchived && isShared(room),
  markRead: (room) => room.isJoined && isUnread(room),
  markUnread: (room) => room.isJoined && !isUnread(room),
  favorite: (room, { settings }) => room.isJoined && !room.isFavorite && settings.allowsFavorites,
  unfavorite: (room, { settings }) => room.isJoined && room.isFavorite && settings.allowsFavorites,
  mute: (room) => room.isJoined && !room.isMuted,
  unmute: (room) => room.isJoined && room.isMuted,
  members: mayListMembers,
  discuss: mayDiscuss,
  leave: (room, { can }) => room.isJoined && isShared(room) && can(room.type === 'c' ? 'leave-c' : 'leave-p'),
};

/** Nobody joins or leaves a direct message. */
function isShared({ type }: Room): boolean {
  return type === 'c' || type === 'p';
}

function mayListMembers(room: Room, { can }: RoomCircumstances): boolean {
  if (!room.isJoined || (!isShared(room) && room.type !== 'd')) return false;
  return !room.isBroadcast || can('view-broadcast-member-list');
}

/** There are no discussions in discussions. */
function mayDiscuss(room: Room, { settings, can }: RoomCircumstances): boolean {
  if (room.kind === 'discussion' || room.type === 'l') return false;
  return settings.allowsDiscussions && can('start-discussion') && obstacleIn(room, can) === undefined;
}
