import type { WireRoom, WireSubscription } from '../api/wire';
import {
  count,
  firstText,
  latestTime,
  optionalCount,
  optionalText,
  optionalTime,
  present,
  text,
  texts,
} from './parse';

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
  readonly announcement?: string;
  /** Of a discussion: the room that it was opened in. */
  readonly parent?: RoomId;
  readonly team?: string;
  /** Ids of those in a direct message, mine too; of other rooms nobody. */
  readonly people: readonly string[];
  /** How many are in it, where the server says it. */
  readonly size?: number;
  /** False of a room that I only look at. */
  readonly isJoined: boolean;
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
  /** Whoever joins is asked for a code. */
  readonly wantsJoinCode: boolean;
  /** Read-only, and I am not among those who may speak; or I was silenced; or the direct message is blocked. */
  readonly silence?: 'readOnly' | 'silenced' | 'blocked';
  /** Mine in this room: `owner`, `moderator`, `leader`, and what administrators made. */
  readonly roles: readonly string[];
  /** Whether that keeps me from writing, `silence` says. */
  readonly isReadOnly: boolean;
  /** I may speak there although it is read-only, whatever my roles are. */
  readonly isUnmuted: boolean;
  readonly allowsReactingWhenReadOnly: boolean;
  /** Only some speak, each to all. */
  readonly isBroadcast: boolean;
  /** Ids of people whose messages I do not want to see there. */
  readonly ignored: readonly string[];
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

/** What is mine of a room: nothing, where I am not in it. */
type Mine = Partial<WireSubscription>;

export interface Me {
  readonly userId: string;
  readonly username: string;
}

/** Throws `Malformed`. */
export function roomFromWire({ room, subscription }: WireRoomView, me: Me): Room {
  return { ...wholeRoom(room, present(subscription, 'a room'), me), isJoined: true };
}

/** A room that I am not in, as far as the server shows it. Throws `Malformed`. */
export function foreignRoomFromWire(room: WireRoom, me: Me): Room {
  return { ...wholeRoom(room, {}, me), isJoined: false };
}

function wholeRoom(room: WireRoom, mine: Mine, me: Me): Omit<Room, 'isJoined'> {
  const type = text(present(room, 'a room').t, 'a room');
  return {
    id: roomId(text(room._id, 'a room')),
    kind: kindOf(room),
    type,
    ...namesOf(room, mine, me),
    ...placeOf(room),
    people: texts(room.uids),
    size: optionalCount(room.usersCount),
    silence: silenceOf(room, mine, me.username),
    ...voiceOf(room, mine, me.username),
    ...unreadOf(mine),
    ...natureOf(room, mine),
    ...flagsOf(mine),
    ...timesOf(room, mine),
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

function namesOf(
  room: WireRoom,
  mine: Mine,
  me: Me,
): Pick<Room, 'name' | 'slug' | 'username' | 'topic' | 'announcement'> {
  const isDirect = room.t === 'd';
  // A direct message is called after the others in it, which my subscription knows best.
  const others = texts(room.usernames).filter((name) => name !== me.username);
  const names = isDirect ? [mine.fname, mine.name, others.join(', ')] : [room.fname, room.name];
  return {
    name: firstText([...names, mine.fname, mine.name], room._id),
    slug: isDirect ? undefined : optionalText(room.name),
    username: isDirect ? optionalText(mine.name) : undefined,
    topic: optionalText(room.topic),
    announcement: optionalText(room.announcement),
  };
}

function placeOf(room: WireRoom): Pick<Room, 'parent' | 'team'> {
  const parent = optionalText(room.prid);
  return { parent: parent === undefined ? undefined : roomId(parent), team: optionalText(room.teamId) };
}

function silenceOf(room: WireRoom, mine: Mine, username: string): Room['silence'] {
  if (mine.blocked === true || mine.blocker === true) return 'blocked';
  if (texts(room.muted).includes(username)) return 'silenced';
  const maySpeak =
    texts(room.unmuted).includes(username) || texts(mine.roles).some((role) => speakers.includes(role));
  return room.ro === true && !maySpeak ? 'readOnly' : undefined;
}

type Voice = 'roles' | 'isReadOnly' | 'isUnmuted' | 'allowsReactingWhenReadOnly' | 'isBroadcast' | 'ignored';

/** What `Rights` needs of a room. */
function voiceOf(room: WireRoom, mine: Mine, username: string): Pick<Room, Voice> {
  return {
    roles: texts(mine.roles),
    isReadOnly: room.ro === true,
    isUnmuted: texts(room.unmuted).includes(username),
    allowsReactingWhenReadOnly: room.reactWhenReadOnly === true,
    isBroadcast: room.broadcast === true || mine.broadcast === true,
    ignored: texts(mine.ignored),
  };
}

/** Roles that hold `post-readonly` unless an administrator changed it. */
const speakers = ['owner', 'moderator'];

function unreadOf(
  mine: Mine,
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

function natureOf(room: WireRoom, mine: Mine): Pick<Room, 'isArchived' | 'isEncrypted' | 'wantsJoinCode'> {
  return {
    isArchived: room.archived === true || mine.archived === true,
    isEncrypted: room.encrypted === true || mine.encrypted === true,
    wantsJoinCode: room.joinCodeRequired === true,
  };
}

type Flag = 'hidesUnread' | 'hidesMentions' | 'isMuted' | 'isFavorite' | 'isHidden';

function flagsOf(mine: Mine): Pick<Room, Flag> {
  return {
    hidesUnread: mine.hideUnreadStatus === true,
    hidesMentions: mine.hideMentionStatus === true,
    isMuted: mine.disableNotifications === true,
    isFavorite: mine.f === true,
    isHidden: mine.open === false,
  };
}

function timesOf(room: WireRoom, mine: Mine): Pick<Room, 'lastActivity' | 'lastSeen' | 'updatedAt'> {
  return {
    // As Rocket.Chat's own side bar: the last message, else when I came in; and the last reply to me.
    lastActivity: latestTime([firstText([room.lm, mine.ts, room.ts], ''), mine.lr]),
    lastSeen: optionalTime(mine.ls),
    updatedAt: latestTime([room._updatedAt, mine._updatedAt]),
  };
}

/** As people write it in a text: `#general`, but `bob`. */
export function signedName({ kind, name }: Room): string {
  const hasSign = kind === 'channel' || kind === 'group' || kind === 'team';
  return hasSign ? `#${name}` : name;
}
