import { get, post, type OneOf } from '../endpoint';
import type { WireDelta, WireSubscription } from '../wire';
import type { UpdatedSince } from './rooms';

interface RoomToRead {
  /** The room's id. */
  readonly rid: string;
  /** The room's id as well, for those who would rather say so. Since 3.11. */
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
  /** From this message of somebody else on, by its id. */
  readonly firstUnreadMessage: { readonly _id: string };
}

/** From where on messages count as unread. */
export type MarkUnread = OneOf<FirstUnread>;

export const subscriptions = {
  get: get<UpdatedSince, WireDelta<WireSubscription>>('subscriptions.get'),
  getOne: get<
    {
      /** The room's id. */
      readonly roomId: string;
    },
    { readonly subscription: WireSubscription | null }
  >('subscriptions.getOne'),
  read: post<MarkRead, object>('subscriptions.read'),
  unread: post<MarkUnread, object>('subscriptions.unread'),
} as const;
