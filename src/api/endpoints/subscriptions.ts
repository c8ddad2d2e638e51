import { get, post, type OneOf } from '../endpoint';
import type { WireDelta, WireSubscription } from '../wire';
import type { OfRoom } from './roomArguments';
import type { UpdatedSince } from './rooms/roomReading';

interface RoomToRead {
  /** The room's id. */
  readonly rid: string;
  /** Another name for `rid`. Since 3.11. */
  readonly roomId: string;
}

/** The room to be marked read. */
export type MarkRead = OneOf<RoomToRead> & {
  /** The room's threads too; false by default. */
  readonly readThreads?: boolean;
};

interface FirstUnread {
  /** A room's id: from its last visible message on, whoever wrote it. */
  readonly roomId: string;
  /** From this message of somebody else on. */
  readonly firstUnreadMessage: FirstMessage;
}

export interface FirstMessage {
  /** The message's id. */
  readonly _id: string;
}

/** From where on messages count as unread. */
export type MarkUnread = OneOf<FirstUnread>;

export const subscriptions = {
  /**
   * How the caller sees each room joined: unread counts, favourites, notifications. All, or those changed
   * since a time. It is not paged.
   *
   * @returns the changed subscriptions in `update`; in `remove` those gone since (`_id` is the
   * subscription's, not the room's), and nothing unless `updatedSince` is given
   * @throws `refused` `error-roomId-param-invalid` (as the server calls it): no date
   * @since 0.60
   * @see `subscriptions.get`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/subscriptions.ts
   */
  get: get<UpdatedSince, WireDelta<WireSubscription>>('subscriptions.get'),
  /**
   * How the caller sees one room.
   *
   * @returns `null` for a room that the caller is not in or that does not exist
   * @throws `refused` a sentence: an empty `roomId`
   * @since 0.63
   * @see `subscriptions.getOne`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/subscriptions.ts
   */
  getOne: get<OfRoom, { readonly subscription: WireSubscription | null }>('subscriptions.getOne'),
  /**
   * Marks a room read: its counters become 0, `ls` now, and it is opened. Threads stay unread unless
   * `readThreads`, and with them the mark on the room. Not repeated, as a later one would mark what has
   * come meanwhile.
   *
   * @returns nothing
   * @throws `refused` `error-invalid-subscription`: not in the room, or no such room
   * @since 0.61 (`roomId` 3.11)
   * @see `subscriptions.read`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/subscriptions.ts
   */
  read: post<MarkRead, object>('subscriptions.read'),
  /**
   * Marks a room unread from a message on. By `roomId` that may be one's own or a system message. A message
   * newer than what was read changes nothing. Not repeated, as a later one would begin at what has come
   * meanwhile.
   *
   * @returns nothing, and success even of a room that the caller is not in
   * @throws `refused` `error-no-message-for-unread`: the room is empty; `refused`
   * `error-subscription-not-found`; `forbidden` `error-action-not-allowed`: the message is one's own, or
   * there is none
   * @since 0.65
   * @see `subscriptions.unread`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/subscriptions.ts
   */
  unread: post<MarkUnread, object>('subscriptions.unread'),
} as const;
