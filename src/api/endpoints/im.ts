import { get, post, type OneOf, type SortedPaging } from '../endpoint';
import type { WirePage, WireRoom } from '../wire';
import type { WireCounters, WireDirectMember, WireRoomFile } from '../wireRooms';
import type { MessagePage } from './chat/lists';
import type { CountersOf, FileFilter, MemberFilter, MessageFilter, Messages, Span } from './roomArguments';

/** A direct room by its id. */
export interface ById {
  /** The room's id. Given somebody's id or user name instead, servers make the room if there is none. */
  readonly roomId: string;
}

interface PartnerNames extends ById {
  /** The other's user name, without `@`. Servers make the room if there is none. */
  readonly username: string;
}

/** A direct room by its id, or that of the caller with one person. */
export type ByPartner = OneOf<PartnerNames>;

interface PartnersNames {
  /** One user name, without `@`. */
  readonly username: string;
  /**
   * Several user names joined by commas, with the caller at most `DirectMesssage_maxUsers` (8 by default).
   */
  readonly usernames: string;
}

/** With whom a direct room is wanted. */
export type Partners = OneOf<PartnersNames> & {
  /** A room of the others without the caller; false by default. */
  readonly excludeSelf?: boolean;
};

export interface DirectTopic extends ById {
  /** One line above the talk; `''` or nothing empties it. */
  readonly topic?: string;
}

export interface BlockUser extends ById {
  /** True blocks the other, false lets her write again. */
  readonly block: boolean;
}

/** A direct room as `im.create` answers it. */
export interface WireNewDirectRoom {
  readonly _id: string;
  /** The same as `_id`. */
  readonly rid: string;
  readonly t?: 'd';
  /** Of everybody in it, the caller too. */
  readonly usernames: readonly string[];
}

/** Direct rooms, of two people or several; the server knows each call as `dm.…` too. */
export const im = {
  /**
   * Direct rooms that the caller is in. The default order is by name, which direct rooms lack: give `sort`,
   * `{ lm: -1 }` for the latest first.
   *
   * @returns a page of rooms with `usernames` and `uids`, without a name: that is in the subscription
   * @throws no failure of its own
   * @since 0.48
   * @see `im.list`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/im.ts
   */
  list: get<SortedPaging, WirePage & { readonly ims: readonly WireRoom[] }>('im.list'),
  /**
   * The direct room with one person or several, made if there is none; the same again answers the same
   * room. Others see it in their lists when the first message comes.
   *
   * @returns the room's id and who is in it
   * @throws `refused` `error-invalid-user`: no such person; `refused`
   * `error-direct-message-max-user-exceeded`: too many; `forbidden` `error-not-allowed`: no `create-d` (a
   * room that is there is still answered), or with oneself where `Message_AllowDirectMessagesToYourself` is
   * off
   * @since 0.59 (`usernames` 3.1)
   * @see `im.create`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/im.ts
   */
  create: post<Partners, { readonly room: WireNewDirectRoom }>('im.create', { isSafe: true }),
  /**
   * Messages of a direct room between two times. Without `showThreadMessages` replies in threads are left
   * out. To read backwards, pass the `ts` of the last one as `latest`, `inclusive`, and drop what comes
   * twice: messages of one millisecond would be lost otherwise. Give a room's id only: for a person's id or
   * name the server makes the room.
   *
   * @returns newest first, without a total; system messages that the room or workspace hides are left out
   * @throws `notFound` `error-room-not-found`, `refused` `invalid-channel`: no such direct room;
   * `forbidden`: no access
   * @since 0.48
   * @see `im.history`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/im.ts
   */
  history: get<ById & Span, Messages>('im.history'),
  /**
   * Messages of a direct room as a list that can be sorted and filtered, the latest first unless sorted,
   * with replies in threads and system messages. For a person's name the server makes the room if there is
   * none.
   *
   * @returns a page of messages; stars are the caller's own
   * @throws `notFound` `error-room-not-found`, `refused` `invalid-channel`: no such direct room;
   * `forbidden`: no access
   * @since 0.59 (`mentionIds`, `starredIds`, `pinned` 7.0: servers before are asked by `query`)
   * @see `im.messages`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/im.ts
   */
  messages: get<ByPartner & MessageFilter, MessagePage>('im.messages'),
  /**
   * How many people and messages a direct room has, and how much of it is unread, for the caller or for
   * somebody else.
   *
   * @returns `unreads` is the subscription's own count, not one of all messages as in channels
   * @throws `notFound` `error-room-not-found`, `refused` `invalid-channel`: no such direct room;
   * `forbidden`: no access, or `userId` without `view-room-administration`
   * @since 0.65
   * @see `im.counters`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/im.ts
   */
  counters: get<ById & CountersOf, WireCounters>('im.counters'),
  /**
   * People in a direct room, the caller among them, those changed last first.
   *
   * @returns a page of people, each with when and how she joined
   * @throws `notFound` `error-room-not-found`, `refused` `invalid-channel`: no such direct room;
   * `forbidden`: no access
   * @since 0.59
   * @see `im.members`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/im.ts
   */
  members: get<ByPartner & MemberFilter, WirePage & { readonly members: readonly WireDirectMember[] }>(
    'im.members',
  ),
  /**
   * Files that were posted in a direct room, by name unless sorted; thumbnails are left out.
   *
   * @returns a page of files, each with the person who uploaded it
   * @throws `notFound` `error-room-not-found`, `refused` `invalid-channel`: no such direct room;
   * `forbidden`: no access
   * @since before 1.0 (`name`, `typeGroup` and `onlyConfirmed` later)
   * @see `im.files`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/im.ts
   */
  files: get<ByPartner & FileFilter, WirePage & { readonly files: readonly WireRoomFile[] }>('im.files'),
  /**
   * Puts a hidden direct room back into the caller's list. Fine if it is there already, unlike
   * `channels.open`.
   *
   * @returns nothing
   * @throws `notFound` `error-room-not-found`, `refused` `invalid-channel`: no such direct room;
   * `forbidden`: no access, or no such room
   * @since 0.48
   * @see `im.open`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/im.ts
   */
  open: post<ById, object>('im.open', { isSafe: true }),
  /**
   * Hides a direct room from the caller's list until somebody writes there. Not repeated, as a second call
   * is refused.
   *
   * @returns nothing
   * @throws `refused` a sentence: not in it, or closed already; `forbidden`: no access
   * @since 0.48
   * @see `im.close`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/im.ts
   */
  close: post<ById, object>('im.close'),
  /**
   * Sets the line above the talk in a direct room; the other sees it by a message. The same again changes
   * nothing.
   *
   * @returns the topic as it was given
   * @throws `forbidden`: no access; `forbidden` `error-action-not-allowed`: no `edit-room`; `notFound`
   * `error-room-not-found`, `refused` `invalid-channel`: no such direct room
   * @since 0.48
   * @see `im.setTopic`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/im.ts
   */
  setTopic: post<DirectTopic, { readonly topic?: string }>('im.setTopic', { isSafe: true }),
  /**
   * Deletes a direct room with all its messages and files, for both and for good. Needs `delete-d`, which
   * administrators alone have by default. Not repeated, as a second call finds none. Named by user name, a
   * room that is not there is made first.
   *
   * @returns nothing
   * @throws `forbidden` `error-not-allowed`: no access, or the right is missing; `notFound`
   * `error-room-not-found`, `refused` `invalid-channel`: no such direct room
   * @since before 6.0
   * @see `im.delete`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/im.ts
   */
  delete: post<ByPartner, object>('im.delete'),
  /**
   * Keeps the other of a direct room of two from writing there, or lets her write again. The same again
   * changes nothing.
   *
   * @returns nothing; the subscriptions' `blocker` and `blocked` have changed
   * @throws `refused` `error-invalid-room`: a room with oneself or with several; `forbidden`
   * `error-not-allowed`; `notFound` `error-room-not-found`, `refused` `invalid-channel`: no such direct
   * room, or a server that lacks it
   * @since 8.6 or nearby
   * @see `im.blockUser`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/im.ts
   */
  blockUser: post<BlockUser, object>('im.blockUser', { isSafe: true }),
} as const;
