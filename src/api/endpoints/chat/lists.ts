import { get, type Paging, type SortedPaging } from '../../endpoint';
import type { WireDate, WireMessage, WirePage } from '../../wire';

export type MessagePage = WirePage & { readonly messages: readonly WireMessage[] };

export interface RoomMessages extends SortedPaging {
  /** The room. */
  readonly roomId: string;
}

export interface DiscussionsQuery extends Paging {
  /** The room in which they were opened. */
  readonly roomId: string;
  /** Only those whose message has this in it. */
  readonly text?: string;
}

export interface DeletedMessages extends SortedPaging {
  /** The room. */
  readonly roomId: string;
  /** Deleted after this time, ISO 8601. */
  readonly since: WireDate;
}

export const lists = {
  /**
   * Pinned messages of a room. The newest releases take `sort` and do not sort: sort what came.
   *
   * @returns a page; the latest first before late 8.x, in no order since
   * @throws `forbidden` `error-not-allowed`: no access
   * @since 2.0
   * @see `chat.getPinnedMessages`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/chat.ts
   */
  getPinnedMessages: get<RoomMessages, MessagePage>('chat.getPinnedMessages'),
  /**
   * The caller's starred messages of a room. There is no list over all rooms.
   *
   * @returns a page, the latest first unless sorted
   * @throws `forbidden` `error-not-allowed`: no access
   * @since 2.2
   * @see `chat.getStarredMessages`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/chat.ts
   */
  getStarredMessages: get<RoomMessages, MessagePage>('chat.getStarredMessages'),
  /**
   * Messages of a room that mention the caller by name; `@all` and `@here` do not count.
   *
   * @returns a page, the latest first unless sorted; `starred` has everybody's stars here
   * @throws `forbidden` `error-not-allowed`: no access
   * @since 2.2
   * @see `chat.getMentionedMessages`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/chat.ts
   */
  getMentionedMessages: get<RoomMessages, MessagePage>('chat.getMentionedMessages'),
  /**
   * Messages of a room that opened a discussion. `rooms.getDiscussions` has the rooms themselves.
   *
   * @returns a page, the latest first; each has `drid`, the discussion's room
   * @throws `forbidden` `error-not-allowed`: no access
   * @since 2.4
   * @see `chat.getDiscussions`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/chat.ts
   */
  getDiscussions: get<DiscussionsQuery, MessagePage>('chat.getDiscussions'),
  /**
   * Ids of a room's deleted messages, as long as the server remembers them. Those that stayed as type `rm` or
   * were hidden are not among them. It does not ask for access to the room.
   *
   * @returns a page of ids
   * @throws `invalid` `error-invalid-params`: `since` is no ISO 8601 time
   * @since 0.73
   * @see `chat.getDeletedMessages`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/chat.ts
   */
  getDeletedMessages: get<
    DeletedMessages,
    WirePage & { readonly messages: readonly Pick<WireMessage, '_id'>[] }
  >('chat.getDeletedMessages'),
} as const;
