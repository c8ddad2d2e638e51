import { post, type ByUser } from '../../endpoint';
import type { OfRoom } from '../roomArguments';

/** A person in a room. */
export type InRoom = OfRoom & ByUser;

/** Which messages to remove for good. */
export interface CleanHistory extends OfRoom {
  /** Only messages before this time, an ISO text. */
  readonly latest: string;
  /** Only messages after this time, an ISO text. */
  readonly oldest: string;
  /** Messages at `latest` and `oldest` themselves too; false by default. */
  readonly inclusive?: boolean;
  /** At most so many messages; all by default. */
  readonly limit?: number;
  /** Pinned ones stay; false by default. */
  readonly excludePinned?: boolean;
  /** Removes files alone: their messages stay, with a note in place of the file. False by default. */
  readonly filesOnly?: boolean;
  /** Threads stay; false by default. */
  readonly ignoreThreads?: boolean;
  /** Discussions stay; false by default, which deletes the rooms that the messages opened. */
  readonly ignoreDiscussion?: boolean;
  /** User names: only messages of these people; everybody's by default. */
  readonly users?: readonly string[];
}

/**
 * What is to change about a room; what is not there stays. Equal values are taken without a system message.
 */
export interface RoomSettings {
  /** The room's id. */
  readonly rid: string;
  /** Without `#`; by default letters, digits, `-`, `_` and `.` are taken. */
  readonly roomName?: string;
  /** `''` empties it. */
  readonly roomTopic?: string;
  /** `''` empties it. */
  readonly roomAnnouncement?: string;
  /** `''` empties it. */
  readonly roomDescription?: string;
  /** A picture as data URI, `data:image/png;base64,…`; `''` takes it away. Needs `edit-room-avatar`. */
  readonly roomAvatar?: string;
  /** All of them, as the workspace defines them. Refused by servers whose list of keys lacks it. */
  readonly roomCustomFields?: Readonly<Record<string, unknown>>;
  /** `c` channel, `p` private group. Needs `create-c` or `create-p`. */
  readonly roomType?: 'c' | 'p';
  /** True: only those with the right `post-readonly` may write. */
  readonly readOnly?: boolean;
  /** Everybody may react although the room is read-only. */
  readonly reactWhenReadOnly?: boolean;
  /** Types of system messages that are hidden, `uj` `ul` …. */
  readonly systemMessages?: readonly string[];
  /** New accounts join it automatically. Needs `view-room-administration`. */
  readonly default?: boolean;
  /** Shown first in the directory. Needs `view-room-administration`. */
  readonly featured?: boolean;
  /** The code needed to join; `''` removes it. */
  readonly joinCode?: string;
  /** End-to-end encryption. Needs `toggle-room-e2e-encryption` except in direct rooms. */
  readonly encrypted?: boolean;
  /** Whether the room is a favourite of those who join it as a default room. */
  readonly favorite?: DefaultFavourite;
  /** Removes old messages. All keys of retention need `edit-room-retention-policy`. */
  readonly retentionEnabled?: boolean;
  /** Days that a message is kept. */
  readonly retentionMaxAge?: number;
  /** Pinned messages are kept. */
  readonly retentionExcludePinned?: boolean;
  /** Removes files alone. */
  readonly retentionFilesOnly?: boolean;
  /** Threads are kept. */
  readonly retentionIgnoreThreads?: boolean;
  /** These rules instead of the workspace's. */
  readonly retentionOverrideGlobal?: boolean;
}

export interface DefaultFavourite {
  /** The room is a default room. */
  readonly defaultValue?: boolean;
  /** Those who join it find it among their favourites. */
  readonly favorite?: boolean;
}

export interface ArchivationState {
  /** The room's id. */
  readonly rid: string;
  /** Servers take anything but `archive` for `unarchive`, even nothing at all. */
  readonly action: 'archive' | 'unarchive';
}

/** For those who run a room. */
export const roomManagement = {
  /**
   * Deletes a room of any kind with all its messages and files, for everybody and for good. Needs
   * `delete-c`, `delete-p` or `delete-d`, in a team `delete-team-channel` or `delete-team-group` too.
   *
   * @returns nothing
   * @throws `refused` `error-invalid-room`: no such room, or it is gone already; `refused`
   * `error-cannot-delete-team-channel`: the main room of a team; `forbidden` `error-not-allowed`: the right
   * is missing
   * @since 5.4
   * @see `rooms.delete`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/rooms.ts
   */
  delete: post<OfRoom, object>('rooms.delete'),
  /**
   * Removes messages of a span of time for everybody and for good. Needs `clean-channel-history`. Not
   * repeated: with `limit` a second call removes more.
   *
   * @returns the room's id and how many messages were removed
   * @throws `forbidden` `error-not-allowed`: no access, or the right is missing; `notFound`
   * `error-room-not-found`: no room of that id or name; `refused` `error-room-archived`
   * @since 0.64 (`limit`, `excludePinned`, `filesOnly`, `users` 0.67)
   * @see `rooms.cleanHistory`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/rooms.ts
   */
  cleanHistory: post<CleanHistory, { readonly _id: string; readonly count: number }>('rooms.cleanHistory'),
  /**
   * Mutes somebody in a room: she can read but not write. Needs `mute-user`. Not repeated, as each call
   * writes a message, even for one who is already muted.
   *
   * @returns nothing; the room's `muted` has grown, or in a read-only room `unmuted` has shrunk
   * @throws `forbidden` `error-not-allowed`: the right is missing; `refused` `error-user-not-in-room`;
   * `refused` `error-invalid-user`: no such person; `refused` `error-invalid-room-type`: a direct room;
   * `notFound`: a server that lacks it
   * @since 6.8 or nearby
   * @see `rooms.muteUser`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/rooms.ts
   */
  muteUser: post<InRoom, object>('rooms.muteUser'),
  /**
   * Lets somebody write again, in a read-only room as well. Needs `mute-user`. Not repeated, as each call
   * writes a message.
   *
   * @returns nothing; the room's `muted` has shrunk, or in a read-only room `unmuted` has grown
   * @throws `forbidden` `error-not-allowed`: the right is missing; `refused` `error-user-not-in-room`;
   * `refused` `error-invalid-user`: no such person; `refused` `error-invalid-room-type`: a direct room;
   * `notFound`: a server that lacks it
   * @since 6.8 or nearby
   * @see `rooms.unmuteUser`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/rooms.ts
   */
  unmuteUser: post<InRoom, object>('rooms.unmuteUser'),
  /**
   * Removes somebody from a room and keeps her out until `unbanUser`. Needs `ban-user`. Not repeated, as a
   * second call is refused.
   *
   * @returns nothing
   * @throws `refused` a sentence: `Not allowed` (also a direct room), `User is not in this room`, `User is
   * already banned from this room`, `You are the last owner. …`; `refused` `error-invalid-user`: no such
   * person; `notFound`: a server that lacks it
   * @since 8.3 or nearby
   * @see `rooms.banUser`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/rooms.ts
   */
  banUser: post<InRoom, object>('rooms.banUser'),
  /**
   * Lifts a ban: the person may join again, but is not brought back. Needs `ban-user`. Not repeated, as
   * a second call may be refused.
   *
   * @returns nothing
   * @throws `refused` a sentence: `Not allowed`, `Invalid room`, `User not found`; `refused`
   * `error-invalid-user`: no such person; `notFound`: a server that lacks it
   * @since 8.3 or nearby
   * @see `rooms.unbanUser`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/rooms.ts
   */
  unbanUser: post<InRoom, object>('rooms.unbanUser'),
  /**
   * Changes any of a room's settings. Needs `edit-room`; some keys need more. Not repeated, as a new
   * picture or name writes a message each time.
   *
   * @returns the room's id
   * @throws `refused` `error-invalid-room`: no such room; `refused` `error-duplicate-channel-name`,
   * `error-invalid-room-name`: of `roomName`; `forbidden` `error-action-not-allowed`: a right is missing
   * (nothing is stored then), or the room is managed by attributes
   * @since 3.13 (attributes 8.5)
   * @see `rooms.saveRoomSettings`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/rooms.ts
   */
  saveRoomSettings: post<RoomSettings, { readonly rid: string }>('rooms.saveRoomSettings'),
  /**
   * Archives a room, so that it is read-only and out of the lists, or brings it back. Needs `archive-room`
   * or `unarchive-room`. Not repeated, as each call writes a message.
   *
   * @returns nothing
   * @throws `refused` `error-invalid-room`: no such room; `refused` `error-direct-message-room`: a direct
   * room; `forbidden` `error-not-authorized`: the right is missing
   * @since 3.3
   * @see `rooms.changeArchivationState`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/rooms.ts
   */
  changeArchivationState: post<ArchivationState, object>('rooms.changeArchivationState'),
} as const;
