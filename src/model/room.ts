import type { WireRoom, WireSubscription } from '../api/wire';
import { count, firstText, latestTime, optionalText, optionalTime, present, text, texts } from './parse';

declare const brand: unique symbol;
export type RoomId = string & { readonly [brand]: 'RoomId' };

export type RoomKind =
  'channel' | 'group' | 'direct' | 'directGroup' | 'self' | 'discussion' | 'team' | 'omnichannel';

/** A room as one person sees it: the server's room and subscription in one. Times are ms since the epoch. */
export interface Room {
  readonly id: RoomId;
  readonly kind: RoomKind;
  /** The server's letter (`c`, `p`, `d`, `l`): decides endpoints and links. */
  readonly type: string;
  /** For people. */
  readonly name: string;
  /** The server's name of it, for links and `#name`; absent for direct messages. */
  readonly slug?: string;
  /** Of the other person in a direct message; of several, joined by the server. */
  readonly username?: string;
  readonly topic?: string;
  /** Messages that count as unread; `hasUnread` can be true without any. */
  readonly unread: number;
  readonly hasUnread: boolean;
  /** Of me, and of `@all` and `@here`. */
  readonly mentions: number;
  readonly groupMentions: number;
  readonly unreadThreads: readonly string[];
  /** Those of them where I was mentioned. */
  readonly mentioningThreads: readonly string[];
  readonly hidesUnread: boolean;
  readonly hidesMentions: boolean;
  /** Notifications are off. */
  readonly isMuted: boolean;
  readonly isFavorite: boolean;
  /** Closed by me: in no list until its next message. */
  readonly isHidden: boolean;
  readonly isArchived: boolean;
  readonly isEncrypted: boolean;
  /** Read-only, and I am not among those who may speak; or I was silenced; or the direct message is blocked. */
  readonly silence?: 'readOnly' | 'silenced' | 'blocked';
  readonly lastActivity: number;
  /** What came later is unread. */
  readonly lastSeen?: number;
  readonly updatedAt: number;
}

/** Why nothing can be posted there, or undefined where it can. */
export function postingObstacle(
  room: Room,
): 'archived' | 'encrypted' | NonNullable<Room['silence']> | undefined {
  if (room.isArchived) return 'archived';
  if (room.isEncrypted) return 'encrypted';
  return room.silence;
}

export interface WireRoomView {
  readonly room: WireRoom;
  readonly subscription: WireSubscription;
}

export interface Me {
  readonly userId: string;
  readonly username: string;
}

/** Throws `Malformed`. */
export function roomFromWire({ room, subscription }: WireRoomView, me: Me): Room {
  const type = text(present(room, 'a room').t, 'a room');
  const id = text(room._id, 'a room');
  const isDirect = type === 'd';
  return {
    id: roomId(id),
    kind: kindOf(room),
    type,
    name: nameOf(room, present(subscription, 'a room'), isDirect) ?? id,
    slug: isDirect ? undefined : optionalText(room.name),
    username: isDirect ? optionalText(subscription.name) : undefined,
    topic: optionalText(room.topic),
    silence: silenceOf(room, subscription, me.username),
    ...unreadOf(subscription),
    ...flagsOf(room, subscription),
    ...timesOf(room, subscription),
  };
}

/** For what names a room by its id: messages, links. */
export function roomId(id: string): RoomId {
  // The only place that makes one.
  return id as RoomId;
}

function kindOf(room: WireRoom): RoomKind {
  if (optionalText(room.prid) !== undefined) return 'discussion';
  if (room.teamMain === true) return 'team';
  if (room.t === 'c') return 'channel';
  if (room.t === 'p') return 'group';
  return room.t === 'd' ? directKind(room) : 'omnichannel';
}

function directKind(room: WireRoom): RoomKind {
  const people = Math.max(texts(room.uids).length, texts(room.usernames).length);
  if (people > 2) return 'directGroup';
  return people === 1 ? 'self' : 'direct';
}

/** A direct message is called after the others in it, which only my subscription knows. */
function nameOf(room: WireRoom, mine: WireSubscription, isDirect: boolean): string | undefined {
  const names = isDirect ? [mine.fname, mine.name] : [room.fname, room.name, mine.fname, mine.name];
  return names.map(optionalText).find((name) => name !== undefined);
}

function silenceOf(room: WireRoom, mine: WireSubscription, username: string): Room['silence'] {
  if (mine.blocked === true || mine.blocker === true) return 'blocked';
  if (texts(room.muted).includes(username)) return 'silenced';
  const maySpeak =
    texts(room.unmuted).includes(username) || texts(mine.roles).some((role) => speakers.includes(role));
  return room.ro === true && !maySpeak ? 'readOnly' : undefined;
}

/** Roles that hold `post-readonly` unless an administrator changed it. */
const speakers = ['owner', 'moderator'];

function unreadOf(
  mine: WireSubscription,
): Pick<Room, 'unread' | 'hasUnread' | 'mentions' | 'groupMentions' | 'unreadThreads' | 'mentioningThreads'> {
  const unread = count(mine.unread);
  return {
    unread,
    hasUnread: mine.alert === true || unread > 0,
    mentions: count(mine.userMentions),
    groupMentions: count(mine.groupMentions),
    unreadThreads: texts(mine.tunread),
    mentioningThreads: texts(mine.tunreadUser),
  };
}

type Flag =
  'hidesUnread' | 'hidesMentions' | 'isMuted' | 'isFavorite' | 'isHidden' | 'isArchived' | 'isEncrypted';

function flagsOf(room: WireRoom, mine: WireSubscription): Pick<Room, Flag> {
  return {
    hidesUnread: mine.hideUnreadStatus === true,
    hidesMentions: mine.hideMentionStatus === true,
    isMuted: mine.disableNotifications === true,
    isFavorite: mine.f === true,
    isHidden: mine.open === false,
    isArchived: room.archived === true || mine.archived === true,
    isEncrypted: room.encrypted === true || mine.encrypted === true,
  };
}

function timesOf(
  room: WireRoom,
  mine: WireSubscription,
): Pick<Room, 'lastActivity' | 'lastSeen' | 'updatedAt'> {
  return {
    // As Rocket.Chat's own side bar: the last message, else when I came in; and the last reply to me.
    lastActivity: latestTime([firstText([room.lm, mine.ts, room.ts], ''), mine.lr]),
    lastSeen: optionalTime(mine.ls),
    updatedAt: latestTime([room._updatedAt, mine._updatedAt]),
  };
}
