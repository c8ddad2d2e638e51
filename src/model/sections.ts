import type { Room } from './room';
import type { Preferences } from './user';

export type SectionKind =
  'unread' | 'favorites' | 'teams' | 'discussions' | 'channels' | 'directMessages' | 'rooms';

/** In the order of Rocket.Chat's own side bar. */
export const sectionKinds = [
  'unread',
  'favorites',
  'teams',
  'discussions',
  'channels',
  'directMessages',
  'rooms',
] as const satisfies readonly SectionKind[];

/** Undefined for a room that is in no list: hidden, or archived. */
export function sectionOf(room: Room, preferences: Preferences): SectionKind | undefined {
  if (room.isHidden || room.isArchived) return undefined;
  if (preferences.showsUnread && hasUnread(room)) return 'unread';
  if (preferences.showsFavorites && room.isFavorite) return 'favorites';
  return preferences.isGroupedByKind ? groupOf(room) : 'rooms';
}

/** Whether rooms may be in a section as the person wants them listed. */
export function isInUse(kind: SectionKind, preferences: Preferences): boolean {
  if (kind === 'unread') return preferences.showsUnread;
  if (kind === 'favorites') return preferences.showsFavorites;
  return preferences.isGroupedByKind === (kind !== 'rooms');
}

/** Puts rooms in the order that the person wants; no two of them are equal. */
export function roomOrder({ sortBy }: Preferences): (one: Room, other: Room) => number {
  const { compare } = new Intl.Collator(undefined, { sensitivity: 'base' });
  const byName = (one: Room, other: Room) => compare(one.name, other.name) || (one.id < other.id ? -1 : 1);
  if (sortBy === 'name') return byName;
  return (one, other) => other.lastActivity - one.lastActivity || byName(one, other);
}

/** Whether a row is shown as unread: a mention shows even where the unread status is hidden, unless hidden too. */
export function isUnread(room: Room): boolean {
  const mentions = room.mentions + room.groupMentions + room.mentioningThreads.length;
  return hasUnread(room) || (!room.hidesMentions && mentions > 0);
}

/** What wants me: mentions, messages sent to me directly, unread threads that I follow. */
export function wantsMe(rooms: readonly Room[]): number {
  return rooms
    .filter((room) => !room.isHidden && !room.isArchived)
    .reduce((sum, room) => sum + wantedBy(room), 0);
}

function wantedBy(room: Room): number {
  const mentions = room.hidesMentions ? 0 : room.mentions + room.groupMentions;
  if (room.hidesUnread) return mentions + (room.hidesMentions ? 0 : room.mentioningThreads.length);
  // Every message of a direct room counts as unread, those with a mention as well.
  const messages = isDirect(room) ? Math.max(room.unread, mentions) : mentions;
  return messages + room.unreadThreads.length;
}

function hasUnread(room: Room): boolean {
  return !room.hidesUnread && (room.hasUnread || room.unread > 0 || room.unreadThreads.length > 0);
}

function isDirect(room: Room): boolean {
  // A conversation with a customer is one with one person too.
  return room.type === 'd' || room.type === 'l';
}

function groupOf(room: Room): SectionKind {
  if (room.kind === 'team') return 'teams';
  if (room.kind === 'discussion') return 'discussions';
  return isDirect(room) ? 'directMessages' : 'channels';
}
