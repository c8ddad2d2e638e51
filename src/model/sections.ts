import type { Room, RoomId } from './room';
import type { Preferences } from './user';

export type SectionKind =
  'unread' | 'favorites' | 'teams' | 'discussions' | 'channels' | 'directMessages' | 'rooms';

export interface Section {
  readonly kind: SectionKind;
  readonly rooms: readonly RoomId[];
}

/** In the order of Rocket.Chat's own side bar. */
const order = [
  'unread',
  'favorites',
  'teams',
  'discussions',
  'channels',
  'directMessages',
  'rooms',
] as const satisfies readonly SectionKind[];

/**
 * Rooms as Rocket.Chat's own side bar lists them: each once, hidden and archived ones not at all. The room in
 * hand keeps the place that it had in `previous` until it is left.
 */
export function sectionsOf(
  rooms: readonly Room[],
  preferences: Preferences,
  inHand?: RoomId,
  previous: readonly Section[] = [],
): Section[] {
  const listed = rooms.filter((room) => !room.isHidden && !room.isArchived).sort(ordered(preferences));
  const byKind = new Map<SectionKind, RoomId[]>(order.map((kind) => [kind, []]));
  for (const room of listed) byKind.get(sectionOf(room, preferences))?.push(room.id);
  const place = previous.find((section) => inHand !== undefined && section.rooms.includes(inHand));
  if (inHand !== undefined && place && isInUse(place.kind, preferences)) hold(inHand, place, byKind);
  return order
    .map((kind) => ({ kind, rooms: byKind.get(kind) ?? [] }))
    .filter((section) => section.rooms.length > 0);
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

function sectionOf(room: Room, preferences: Preferences): SectionKind {
  if (preferences.showsUnread && hasUnread(room)) return 'unread';
  if (preferences.showsFavorites && room.isFavorite) return 'favorites';
  return preferences.isGroupedByKind ? groupOf(room) : 'rooms';
}

function groupOf(room: Room): SectionKind {
  if (room.kind === 'team') return 'teams';
  if (room.kind === 'discussion') return 'discussions';
  return isDirect(room) ? 'directMessages' : 'channels';
}

function isInUse(kind: SectionKind, preferences: Preferences): boolean {
  if (kind === 'unread') return preferences.showsUnread;
  if (kind === 'favorites') return preferences.showsFavorites;
  return preferences.isGroupedByKind === (kind !== 'rooms');
}

function hold(id: RoomId, place: Section, byKind: ReadonlyMap<SectionKind, RoomId[]>): void {
  const now = [...byKind.values()].find((rooms) => rooms.includes(id));
  if (!now) return;
  now.splice(now.indexOf(id), 1);
  byKind.get(place.kind)?.splice(place.rooms.indexOf(id), 0, id);
}

function ordered({ sortBy }: Preferences): (one: Room, other: Room) => number {
  const { compare } = new Intl.Collator(undefined, { sensitivity: 'base' });
  const byName = (one: Room, other: Room) => compare(one.name, other.name);
  if (sortBy === 'name') return byName;
  return (one, other) => other.lastActivity - one.lastActivity || byName(one, other);
}
