import { post, type ByRoom } from '../../endpoint';
import type { WireRoom } from '../../wire';
import type { WireDiscussion } from '../../wireRooms';
import type { OfRoom } from '../roomArguments';

/** A discussion to be opened. */
export interface NewDiscussion {
  /** Id of the room that it is opened in; must not be a discussion itself. */
  readonly prid: string;
  /** The title, as people read it; the room's `fname`. */
  readonly t_name: string;
  /** Id of the message that it starts from, whose author is invited; none by default. */
  readonly pmid?: string;
  /** The first message in it, posted by the caller; not together with `encrypted`. */
  readonly reply?: string;
  /** User names of those to be added, without `@`; nobody else by default. */
  readonly users?: readonly string[];
  /** End-to-end encrypted; false by default. */
  readonly encrypted?: boolean;
  /** What it is about; by default the name of the room above. After 7.4 (unconfirmed since when). */
  readonly topic?: string;
}

/** The password of a room that wants one. */
export interface JoinCode {
  /** Only where the room's `joinCodeRequired` is true, and not for those with `join-without-join-code`. */
  readonly joinCode?: string;
}

export interface Favourite {
  /** True marks it, false takes the mark off. */
  readonly favorite: boolean;
}

/**
 * At least one key. `'1'` and `'0'` stand for yes and no, `default` for what the person or workspace prefers.
 */
export interface NotificationSettings {
  /** No notifications of any kind. */
  readonly disableNotifications?: '0' | '1';
  /** Neither `@all` nor `@here` notify. */
  readonly muteGroupMentions?: '0' | '1';
  /** No unread mark in the list of rooms. */
  readonly hideUnreadStatus?: '0' | '1';
  /** No mention mark in the list of rooms. */
  readonly hideMentionStatus?: '0' | '1';
  /** When the room counts as unread. */
  readonly unreadAlert?: NotifyAbout;
  /** Notices on the desktop. */
  readonly desktopNotifications?: NotifyAbout;
  /** Notices on phones. */
  readonly mobilePushNotifications?: NotifyAbout;
  /** Notices by e-mail. */
  readonly emailNotifications?: NotifyAbout;
  /** The sound: `none`, `default` or the id of one of the workspace's sounds. */
  readonly audioNotificationValue?: string;
}

export type NotifyAbout = 'all' | 'mentions' | 'nothing' | 'default';

export interface SaveNotification extends OfRoom {
  /** What is to change; other settings stay. */
  readonly notifications: NotificationSettings;
}

export interface SaveDraft {
  /** The room's id. */
  readonly rid: string;
  /** The unsent text, up to `Message_MaxAllowedSize` characters (5,000 by default); `''` removes it. */
  readonly draft: string;
  /**
   * Id of the thread that the text is meant for; the room by default. Newer servers only (unconfirmed since
   * when).
   */
  readonly tmid?: string;
}

/** What people do with rooms for themselves. */
export const ownRooms = {
  /**
   * Opens a discussion in a room: a room of its own, of the same kind as the one above (private in a direct
   * room). A message of type `discussion-created` appears above, and the author of `pmid` is invited. A
   * second one for the same `pmid` makes none: the caller joins the first. Not repeated, as without `pmid`
   * there would be two.
   *
   * @returns the new room; of one that was there already only `_id` and `rid`
   * @throws `forbidden` `error-action-not-allowed`: `Discussion_enabled` is off, or neither
   * `start-discussion` nor, for another's message, `start-discussion-other-user`; `forbidden`
   * `error-not-allowed`: no access to the room above; `refused` `error-invalid-room`,
   * `error-invalid-message`: no such room or message; `refused` `error-nested-discussion`: the room is a
   * discussion; `refused` `error-invalid-arguments`: the message is of another room, or `reply` together
   * with `encrypted`; `refused` `error-invalid-type`: no rooms of that kind
   * @since 1.0 (`topic` after 7.4)
   * @see `rooms.createDiscussion`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/rooms.ts
   */
  createDiscussion: post<NewDiscussion, { readonly discussion: WireDiscussion }>('rooms.createDiscussion'),
  /**
   * Joins a channel, or a discussion or team room that the caller has access to. Joining twice is fine.
   * Servers before 8.6 are asked by `channels.join`, which knows public channels only.
   *
   * @returns the room as it is now
   * @throws `notFound` `error-room-not-found`: no room of that id or name; `refused` `error-room-archived`;
   * `refused` `error-code-required`, `error-code-invalid`: the room has a join code; `forbidden`
   * `error-not-allowed`: no access, or a direct room
   * @since 8.6
   * @see `rooms.join`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/rooms.ts
   */
  join: post<ByRoom & JoinCode, { readonly room: WireRoom }>('rooms.join', { isSafe: true }),
  /**
   * Leaves a channel or private group for good; others see that by a message. To put a room out of sight
   * instead: `hide`. Not repeated, as a second call is refused.
   *
   * @returns nothing
   * @throws `refused` `error-user-not-in-room`; `refused` `error-you-are-last-owner`: somebody else must
   * become owner first; `forbidden` `error-not-allowed`: a direct room, or without `leave-c`, `leave-p`;
   * `notFound` `error-room-not-found`: no room of that id or name; `refused` `error-room-archived`
   * @since 0.72
   * @see `rooms.leave`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/rooms.ts
   */
  leave: post<ByRoom, object>('rooms.leave'),
  /**
   * Marks a room as a favourite of the caller, or takes the mark off; the same again changes nothing.
   *
   * @returns nothing; the subscription's `f` has changed
   * @throws `refused` `error-invalid-subscription`: not in the room; `notFound` `error-room-not-found`: no
   * room of that id or name; `refused` `error-room-archived`
   * @since 0.64
   * @see `rooms.favorite`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/rooms.ts
   */
  favorite: post<ByRoom & Favourite, object>('rooms.favorite', { isSafe: true }),
  /**
   * When and how the caller is notified of a room. Each key is stored by itself: where one is refused,
   * others may have been stored.
   *
   * @returns nothing; the subscription has changed
   * @throws `refused` `error-invalid-subscription`: not in the room; `refused` `error-invalid-settings`: an
   * unknown key or value; `invalid`: no key at all
   * @since 0.63
   * @see `rooms.saveNotification`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/rooms.ts
   */
  saveNotification: post<SaveNotification, object>('rooms.saveNotification', { isSafe: true }),
  /**
   * Hides a room from the caller's list until somebody writes there. Not repeated, as a second call is
   * refused.
   *
   * @returns nothing; the subscription's `open` is false
   * @throws `refused` `error-room-already-hidden`; `forbidden`: no access, or no such room (told by 401, no
   * reason to sign out; by 403 from 9.0)
   * @since 7.4; before, `channels.close`, `groups.close` and `im.close`
   * @see `rooms.hide`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/rooms.ts
   */
  hide: post<OfRoom, object>('rooms.hide', { since: '7.4' }),
  /**
   * Puts a hidden room back into the caller's list. Fine if it is there already.
   *
   * @returns nothing, and success even of a room that the caller is not in or that does not exist
   * @throws `notFound`: a server that lacks it
   * @since 7.2 or 7.3; before, `channels.open`, `groups.open` and `im.open`
   * @see `rooms.open`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/rooms.ts
   */
  open: post<OfRoom, object>('rooms.open', { isSafe: true }),
  /**
   * Keeps the caller's unsent text on the server, for other devices. Not repeated, as a late one would
   * overwrite what has been typed since.
   *
   * @returns nothing; the subscription's `draft`, or `threadDrafts` of a thread, has changed
   * @throws `refused` `error-invalid-subscription`: not in the room; `refused` `error-message-size-exceeded`:
   * longer than `Message_MaxAllowedSize`; `invalid`: a server that does not know `tmid`; `notFound`: one that
   * lacks all of it
   * @since 8.5 or nearby (`tmid` later)
   * @see `rooms.saveDraft`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/rooms.ts
   */
  saveDraft: post<SaveDraft, object>('rooms.saveDraft'),
} as const;
