import { post, type ByUser } from '../endpoint';

/** A person in a room. */
export type InRoom = {
  /** The room's id. */
  readonly roomId: string;
} & ByUser;

/** Which messages to remove for good. */
export interface CleanHistory {
  /** The room's id. */
  readonly roomId: string;
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

/** What is to change about a room; what is not there stays. Equal values are taken without a system message. */
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
  /** True: only those with the right `post-readonly` may write. Needs `set-readonly`. */
  readonly readOnly?: boolean;
  /** Everybody may react although the room is read-only. Needs `set-react-when-readonly`. */
  readonly reactWhenReadOnly?: boolean;
  /** Types of system messages that are hidden, `uj` `ul` …. */
  readonly systemMessages?: readonly string[];
  /** New accounts join it by themselves. Needs `view-room-administration`. */
  readonly default?: boolean;
  /** Shown first in the directory. Needs `view-room-administration`. */
  readonly featured?: boolean;
  /** What somebody who joins must know; `''` takes it away. */
  readonly joinCode?: string;
  /** End-to-end encryption. Needs `toggle-room-e2e-encryption` except in direct rooms. */
  readonly encrypted?: boolean;
  /** Whether the room is a favourite of those who join it as a default room. */
  readonly favorite?: { readonly defaultValue?: boolean; readonly favorite?: boolean };
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

export interface ArchivationState {
  /** The room's id. */
  readonly rid: string;
  /** Anything else than `archive` means `unarchive`, nothing too. */
  readonly action: 'archive' | 'unarchive';
}

/** What those do who run a room. */
export const roomManagement = {
  delete: post<
    {
      /** The room's id. */
      readonly roomId: string;
    },
    object
  >('rooms.delete'),
  cleanHistory: post<CleanHistory, { readonly _id: string; readonly count: number }>('rooms.cleanHistory'),
  muteUser: post<InRoom, object>('rooms.muteUser', { since: '6.8' }),
  unmuteUser: post<InRoom, object>('rooms.unmuteUser', { since: '6.8' }),
  banUser: post<InRoom, object>('rooms.banUser', { since: '8.2' }),
  unbanUser: post<InRoom, object>('rooms.unbanUser', { since: '8.2' }),
  saveRoomSettings: post<RoomSettings, { readonly rid: string }>('rooms.saveRoomSettings'),
  changeArchivationState: post<ArchivationState, object>('rooms.changeArchivationState'),
} as const;
