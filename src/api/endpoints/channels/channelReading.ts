import { get, type ByRoom, type SortedPaging } from '../../endpoint';
import type { WireMessage, WirePage, WireRoom, WireUserRef } from '../../wire';
import type { WireCounters, WireMember, WireRoomFile, WireRoomRoles } from '../../wireRooms';
import type { MessagePage } from '../chat/lists';
import type {
  CountersOf,
  FileFilter,
  MemberFilter,
  MessageFilter,
  Messages,
  OfRoom,
  Span,
  WhoIsThere,
} from '../roomArguments';

export interface ChannelReply {
  readonly channel: WireRoom;
}

export interface ChannelFilter extends SortedPaging {
  /** Only the channel with this id. Servers before 7.0 are told in a `query`. */
  readonly _id?: string;
}

export const channelReading = {
  /**
   * Public channels of the workspace, joined or not, by name unless sorted; those of teams only if joined.
   *
   * @returns a page of rooms, each with its `lastMessage`
   * @throws `forbidden`: neither `view-c-room` nor `view-joined-room`; with the latter alone only joined
   * ones come
   * @since 0.48 (`_id` 7.0)
   * @see `channels.list`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  list: get<ChannelFilter, WirePage & { readonly channels: readonly WireRoom[] }>('channels.list'),
  /**
   * Public channels that the caller is in, by name unless sorted.
   *
   * @returns a page of rooms, each with its `lastMessage`
   * @throws no failure of its own
   * @since 0.48
   * @see `channels.list.joined`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  listJoined: get<SortedPaging, WirePage & { readonly channels: readonly WireRoom[] }>(
    'channels.list.joined',
  ),
  /**
   * One channel, archived or not.
   *
   * @returns a channel that is not joined too
   * @throws `notFound` `error-room-not-found`: no channel of that id or name; `forbidden`: no access
   * @since 0.48
   * @see `channels.info`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  info: get<ByRoom, ChannelReply>('channels.info'),
  /**
   * Messages of a channel between two times. Without `showThreadMessages` replies in threads are left out,
   * unless they are shown in the channel too. To read backwards, pass the `ts` of the last one as `latest`,
   * `inclusive`, and drop what comes twice: messages of one millisecond would be lost otherwise.
   *
   * @returns newest first, without a total; system messages that the room or workspace hides are left out
   * @throws `notFound` `error-room-not-found`: no channel of that id or name; `forbidden`: it may not be
   * read (without `preview-c-room` only joined channels may)
   * @since 0.47
   * @see `channels.history`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  history: get<ByRoom & Span, Messages>('channels.history'),
  /**
   * Messages of a channel as a list that can be sorted and filtered: with replies in threads and system
   * messages, the latest first unless sorted.
   *
   * @returns a page of messages; stars are the caller's own
   * @throws `notFound` `error-room-not-found`: no channel of that id or name; `forbidden`: no access, no
   * `view-c-room`, or a guest who has not joined
   * @since 0.59 (`mentionIds`, `starredIds`, `pinned` 7.0: servers before are asked by `query`)
   * @see `channels.messages`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  messages: get<OfRoom & MessageFilter, MessagePage>('channels.messages'),
  /**
   * Messages of a channel as a list, for those who are not signed in; system messages and replies in
   * threads are among them.
   *
   * @returns a page of messages, the latest first unless sorted
   * @throws `forbidden` `error-not-allowed`: `Accounts_AllowAnonymousRead` is off; `notFound`
   * `error-room-not-found`: no channel of that id or name; `notFound`: a private team's channel
   * @since 1.2
   * @see `channels.anonymousread`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  anonymousread: get<ByRoom & SortedPaging, MessagePage>('channels.anonymousread'),
  /**
   * Messages of one channel that mention the caller by name, the oldest first unless sorted.
   *
   * @returns a page of messages
   * @throws `refused` `error-invalid-room`: no such room, or no access
   * @since 0.63
   * @see `channels.getAllUserMentionsByChannel`, RocketChat/Rocket.Chat
   * apps/meteor/server/api/v1/channels.ts
   */
  getAllUserMentionsByChannel: get<
    OfRoom & SortedPaging,
    WirePage & { readonly mentions: readonly WireMessage[] }
  >('channels.getAllUserMentionsByChannel'),
  /**
   * Files that were posted in a channel, by name unless sorted; thumbnails are left out.
   *
   * @returns a page of files, each with the person who uploaded it
   * @throws `notFound` `error-room-not-found`: no channel of that id or name; `forbidden`: no access
   * @since before 1.0 (`name`, `typeGroup` and `onlyConfirmed` later)
   * @see `channels.files`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  files: get<ByRoom & FileFilter, WirePage & { readonly files: readonly WireRoomFile[] }>('channels.files'),
  /**
   * How many members and messages a channel has, and how much of it is unread, for the caller or for
   * somebody else.
   *
   * @returns of a channel not joined or closed only `joined: false`; the rest `null`, except for
   * administrators
   * @throws `notFound` `error-room-not-found`: no channel of that id or name; `refused`
   * `error-room-archived`; `forbidden`: `userId` without `view-room-administration`
   * @since 0.65
   * @see `channels.counters`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  counters: get<ByRoom & CountersOf, WireCounters>('channels.counters'),
  /**
   * People in a channel, by user name; of `sort` only `username` counts.
   *
   * @returns a page of people with their status
   * @throws `notFound` `error-room-not-found`: no channel of that id or name; `forbidden`: no access, or a
   * broadcast room without `view-broadcast-member-list` (older servers say so by 401: no reason to sign
   * out)
   * @since 0.59
   * @see `channels.members`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  members: get<ByRoom & MemberFilter, WirePage & { readonly members: readonly WireMember[] }>(
    'channels.members',
  ),
  /**
   * Who has which role in a channel. Members without a role are not in it.
   *
   * @returns one entry for each person with a role
   * @throws `notFound` `error-room-not-found`: no channel of that id or name; `refused`
   * `error-room-archived`; `refused` `error-invalid-user`: no access
   * @since 0.65
   * @see `channels.roles`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  roles: get<ByRoom, { readonly roles: readonly WireRoomRoles[] }>('channels.roles'),
  /**
   * The moderators of a channel.
   *
   * @returns without their status
   * @throws `notFound` `error-room-not-found`: no channel of that id or name; `refused`
   * `error-room-archived`; `forbidden`: no access
   * @since 0.70
   * @see `channels.moderators`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  moderators: get<ByRoom, { readonly moderators: readonly WireUserRef[] }>('channels.moderators'),
  /**
   * Members of a channel who are not offline. The server looks at everybody who is there: costly in large
   * workspaces.
   *
   * @returns ids and user names
   * @throws `refused` a sentence: `Channel does not exists`; `forbidden` `error-not-allowed`: no access
   * @since 0.52 (`_id` 7.0)
   * @see `channels.online`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/channels.ts
   */
  online: get<WhoIsThere, { readonly online: readonly WireUserRef[] }>('channels.online'),
} as const;
