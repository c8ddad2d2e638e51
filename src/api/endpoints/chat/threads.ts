import { get, post, type SortedPaging } from '../../endpoint';
import type { WireMessage, WirePage } from '../../wire';
import type { MessagePage } from './lists';

export interface ThreadsQuery extends SortedPaging {
  /** The room. */
  readonly rid: string;
  /** Only those that the caller follows, or has not read. All by default. */
  readonly type?: 'following' | 'unread';
  /** Only those whose first message has this in it, in upper or lower case. */
  readonly text?: string;
}

export interface ByThread {
  /** First message of the thread. */
  readonly tmid: string;
}

export interface ThreadMessagesQuery extends SortedPaging, ByThread {
  /** A message of the thread: the page with it is answered, `offset` is not looked at. From 8.8. */
  readonly aroundId?: string;
}

export interface ByMid {
  /** Any message of the thread, or one without answers. */
  readonly mid: string;
}

export const threads = {
  /**
   * Threads of a room, by their first messages. `query` and `fields` are left out: since 7.0 they do nothing
   * on an ordinary server.
   *
   * @returns a page, the latest answer first unless sorted; each has `tcount`, `tlm` and its followers in
   * `replies`
   * @throws `forbidden` `error-not-allowed`: threads are switched off, or no access
   * @since 1.0
   * @see `chat.getThreadsList`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/chat.ts
   */
  getThreadsList: get<ThreadsQuery, WirePage & { readonly threads: readonly WireMessage[] }>(
    'chat.getThreadsList',
  ),
  /**
   * Answers in a thread, without its first message. Reading does not mark the thread read: that is
   * `chat.readThread`.
   *
   * @returns a page, the oldest first unless sorted; with `aroundId` its `offset` is the one found. `starred`
   * has everybody's stars, names are not the real ones
   * @throws `forbidden` `error-not-allowed`: threads are switched off, or no access; `refused`
   * `error-invalid-message`: no such thread, or `aroundId` is of another; `invalid` `needs-release`:
   * `aroundId` on a server that is too old, said before anything is sent
   * @since 1.0 (`aroundId` 8.8)
   * @see `chat.getThreadMessages`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/chat.ts
   */
  getThreadMessages: get<ThreadMessagesQuery, MessagePage>('chat.getThreadMessages'),
  /**
   * Marks one thread read for the caller. On servers before 8.8 the client calls the method `readThreads`
   * instead. Not repeated, as a later call would mark what has come meanwhile.
   *
   * @returns nothing; the subscription's `tunread` has lost the thread
   * @throws `forbidden` `error-not-allowed`: threads are switched off, or no access; `refused`
   * `error-invalid-message`: no such message; `refused` `error-room-does-not-exist`
   * @since 8.8
   * @see `chat.readThread`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/chat.ts
   */
  readThread: post<ByThread, object>('chat.readThread'),
  /**
   * Follows a thread: its answers count as unread for the caller from now on. Writing in it follows it too.
   *
   * @returns nothing; the first message's `replies` has the caller
   * @throws `forbidden` `error-not-allowed`: threads are switched off, or no access; `refused`
   * `error-invalid-message`: no such message
   * @since 1.0
   * @see `chat.followMessage`, RocketChat/Rocket.Chat
   * apps/meteor/server/meteor-methods/messages/followMessage.ts
   */
  followMessage: post<ByMid, object>('chat.followMessage', { isSafe: true }),
  /**
   * Follows a thread no longer, and takes it out of the caller's unread ones.
   *
   * @returns nothing
   * @throws `forbidden` `error-not-allowed`: threads are switched off, or no access; `refused`
   * `error-invalid-message`: no such message
   * @since 1.0
   * @see `chat.unfollowMessage`, RocketChat/Rocket.Chat
   * apps/meteor/server/meteor-methods/messages/unfollowMessage.ts
   */
  unfollowMessage: post<ByMid, object>('chat.unfollowMessage', { isSafe: true }),
} as const;
