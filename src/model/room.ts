import type { WireRoom, WireSubscription } from '../api/wire';

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
  readonly topic?: string;
  /** Messages that count as unread; `hasUnread` can be true without any. */
  readonly unread: number;
  readonly hasUnread: boolean;
  /** Of me, and of `@all` and `@here`. */
  readonly mentions: number;
  readonly groupMentions: number;
  readonly unreadThreads: readonly string[];
  readonly hidesUnread: boolean;
  readonly hidesMentions: boolean;
  /** Notifications are off. */
  readonly isMuted: boolean;
  readonly isFavorite: boolean;
  readonly isArchived: boolean;
  readonly isEncrypted: boolean;
  /** Read-only, and I am not among those who may speak; or I was silenced; or the direct message is blocked. */
  readonly silence?: 'readOnly' | 'silenced' | 'blocked';
  /** My roles in this room. */
  readonly roles: readonly string[];
  readonly members?: number;
  readonly lastActivity: number;
  /** What came later is unread. */
  readonly lastSeen?: number;
  readonly parent?: RoomId;
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
