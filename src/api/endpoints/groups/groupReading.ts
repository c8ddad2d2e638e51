import { get, type ByRoom, type SortedPaging } from '../../endpoint';
import type { WirePage, WireRoom, WireUserRef } from '../../wire';
import type { WireCounters, WireMember, WireRoomFile, WireRoomRoles } from '../../wireRooms';
import type { MessagePage } from '../chat/lists';
import type {
  CountersOf,
  FileFilter,
  MemberFilter,
  MessageFilter,
  Messages,
  Span,
  WhoIsThere,
} from '../roomArguments';

export interface GroupReply {
  readonly group: WireRoom;
}

export const groupReading = {
  /**
   * Private groups that the caller is in, by name unless sorted; discussions and rooms of teams are among
   * them.
   *
   * @returns a page of rooms, each with its `lastMessage`
   * @throws no failure of its own
   * @since 0.33
   * @see `groups.list`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  list: get<SortedPaging, WirePage & { readonly groups: readonly WireRoom[] }>('groups.list'),
  /**
   * All private groups of the workspace, for administrators, by name unless sorted.
   *
   * @returns a page of rooms, each with its `lastMessage`
   * @throws `forbidden`: no `view-room-administration`
   * @since 0.59
   * @see `groups.listAll`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  listAll: get<SortedPaging, WirePage & { readonly groups: readonly WireRoom[] }>('groups.listAll'),
  /**
   * One private group, archived or not.
   *
   * @returns the group; of those not joined only what administrators and members of its team may see
   * @throws `notFound` `error-room-not-found`: no private group of that id or name, or no access
   * @since 0.48
   * @see `groups.info`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  info: get<ByRoom, GroupReply>('groups.info'),
  /**
   * Messages of a private group between two times. Here the server's own defaults differ: replies in
   * threads are in it, `count` is 20 and has no upper limit. To read backwards, pass the `ts` of the last
   * one as `latest`, `inclusive`, and drop what comes twice: messages of one millisecond would be lost
   * otherwise.
   *
   * @returns newest first, without a total; system messages that the room or workspace hides are left out
   * @throws `notFound` `error-room-not-found`: no private group of that id or name, or no access;
   * `forbidden`: it may not be read
   * @since 0.48
   * @see `groups.history`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  history: get<ByRoom & Span, Messages>('groups.history'),
  /**
   * Messages of a private group as a list that can be sorted and filtered: with replies in threads and
   * system messages, the latest first unless sorted. Some releases before 7.5 refuse `roomName`.
   *
   * @returns a page of messages; stars are the caller's own
   * @throws `notFound` `error-room-not-found`: no private group of that id or name, or no access; `refused`
   * `error-room-archived`
   * @since 0.59 (`mentionIds`, `starredIds`, `pinned` 7.0: servers before are asked by `query`)
   * @see `groups.messages`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  messages: get<ByRoom & MessageFilter, MessagePage>('groups.messages'),
  /**
   * Files that were posted in a private group, by name unless sorted; thumbnails are left out.
   *
   * @returns a page of files, each with the person who uploaded it
   * @throws `notFound` `error-room-not-found`: no private group of that id or name, or no access
   * @since before 1.0 (`name`, `typeGroup` and `onlyConfirmed` later)
   * @see `groups.files`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  files: get<ByRoom & FileFilter, WirePage & { readonly files: readonly WireRoomFile[] }>('groups.files'),
  /**
   * How many members and messages a private group has, and how much of it is unread, for the caller or for
   * somebody else.
   *
   * @returns of a private group not joined or closed only `joined: false`; the rest `null`, except for
   * administrators
   * @throws `notFound` `error-room-not-found`: no private group of that id or name, or no access; `refused`
   * `error-room-archived`; `forbidden`: `userId` without `view-room-administration`
   * @since 0.65
   * @see `groups.counters`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  counters: get<ByRoom & CountersOf, WireCounters>('groups.counters'),
  /**
   * People in a private group, by user name; of `sort` only `username` counts.
   *
   * @returns a page of people with their status
   * @throws `notFound` `error-room-not-found`: no private group of that id or name, or no access; `refused`
   * `error-room-archived`; `forbidden`: a broadcast room without `view-broadcast-member-list` (older
   * servers say so by 401: no reason to sign out)
   * @since 0.59
   * @see `groups.members`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  members: get<ByRoom & MemberFilter, WirePage & { readonly members: readonly WireMember[] }>(
    'groups.members',
  ),
  /**
   * Who has which role in a private group. Members without a role are not in it.
   *
   * @returns one entry for each person with a role
   * @throws `notFound` `error-room-not-found`: no private group of that id or name, or no access; `refused`
   * `error-room-archived`
   * @since 0.65
   * @see `groups.roles`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  roles: get<ByRoom, { readonly roles: readonly WireRoomRoles[] }>('groups.roles'),
  /**
   * The moderators of a private group.
   *
   * @returns without their status
   * @throws `notFound` `error-room-not-found`: no private group of that id or name, or no access; `refused`
   * `error-room-archived`
   * @since 0.70
   * @see `groups.moderators`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  moderators: get<ByRoom, { readonly moderators: readonly WireUserRef[] }>('groups.moderators'),
  /**
   * Members of a private group who are not offline. The server looks at everybody who is there: costly in
   * large workspaces.
   *
   * @returns ids and user names
   * @throws `refused` a sentence: `Group does not exists`; `forbidden` `error-not-allowed`: no access
   * @since before 6.0 (`_id` 7.0)
   * @see `groups.online`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/groups.ts
   */
  online: get<WhoIsThere, { readonly online: readonly WireUserRef[] }>('groups.online'),
} as const;
