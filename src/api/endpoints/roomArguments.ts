import type { OneOf, Paging, SortedPaging } from '../endpoint';
import type { WireMessage, WireStatus } from '../wire';

/** A room by its id alone. */
export interface OfRoom {
  /** The room's id. */
  readonly roomId: string;
}

interface InvitedNames {
  /** One person's id. */
  readonly userId: string;
  /** One person's user name, without `@`. */
  readonly username: string;
  /** Ids of several people. */
  readonly userIds: readonly string[];
  /** User names of several people, without `@`. */
  readonly usernames: readonly string[];
}

/** People to let in: one or several, by id or by user name. Unknown ones among known ones are passed over. */
export type Invited = OneOf<InvitedNames>;

/** Messages of a room between two times, newest first; the answer has no total. */
export interface Span extends Paging {
  /** Only messages before this time, an ISO text; now by default. */
  readonly latest?: string;
  /** Only messages after this time, an ISO text; from the beginning by default. */
  readonly oldest?: string;
  /** Messages at `latest` and `oldest` themselves too; false by default. */
  readonly inclusive?: boolean;
  /** Asks for `unreadNotLoaded` and, together with `oldest`, for `firstUnread`; false by default. */
  readonly unreads?: boolean;
  /** Replies in threads too. The server's defaults differ by kind of room, hence always to be said. */
  readonly showThreadMessages: boolean;
}

export interface Messages {
  /** Newest first. */
  readonly messages: readonly WireMessage[];
  /** Unread messages older than `oldest`; only where `unreads` was asked for. */
  readonly unreadNotLoaded?: number;
  /** The oldest of those; only where `unreads` and `oldest` were given. */
  readonly firstUnread?: WireMessage;
}

/**
 * Which messages of a room to list, replies in threads and system messages among them. Servers before 7.0 are
 * told in a `query`.
 */
export interface MessageFilter extends SortedPaging {
  /** Only those that mention one of these people: ids joined by commas. */
  readonly mentionIds?: string;
  /** Only those starred by one of these people: ids joined by commas. */
  readonly starredIds?: string;
  /** True: only pinned ones. False is as if it were not there. */
  readonly pinned?: boolean;
}

/** Which members of a room to list. */
export interface MemberFilter extends SortedPaging {
  /** Only people who are one of these; everybody by default. */
  readonly status?: readonly WireStatus[];
  /** Only people with this text in their name, user name or what else the server searches. */
  readonly filter?: string;
}

/** Which files of a room to list; thumbnails never are among them. */
export interface FileFilter extends SortedPaging {
  /** Only files with this text in their name, capitals or not. */
  readonly name?: string;
  /** Only files of this kind: `image`, `video`, `audio`, `text`, `application`. */
  readonly typeGroup?: string;
  /** True: without those uploaded but never posted. False by default. */
  readonly onlyConfirmed?: boolean;
}

/** Whose counters to read. */
export interface CountersOf {
  /** Another person's id, which needs `view-room-administration`; the caller by default. */
  readonly userId?: string;
}

/** The room whose people are wanted, under the name that this call has for it. */
export interface WhoIsThere {
  /** The room's id. */
  readonly _id: string;
}

/** A channel or private group to be made. The caller becomes its owner. */
export interface NewRoom {
  /** Without `#`; by default letters, digits, `-`, `_` and `.` are taken. */
  readonly name: string;
  /** User names of those to be let in at once, without `@`; nobody by default. */
  readonly members?: readonly string[];
  /** Only those with the right `post-readonly` may write; false by default. */
  readonly readOnly?: boolean;
  /** As the workspace defines them. */
  readonly customFields?: Readonly<Record<string, unknown>>;
  /** The caller does not become a member; false by default. */
  readonly excludeSelf?: boolean;
  /** What else the room is from the start. */
  readonly extraData?: RoomExtras;
}

export interface RoomExtras {
  /** Only those allowed write, the rest answer in direct messages; false by default. */
  readonly broadcast?: boolean;
  /** End-to-end encrypted; false by default. */
  readonly encrypted?: boolean;
  /** Shared with other servers; false by default. */
  readonly federated?: boolean;
  /** The team that the room belongs to, by id; needs the right to make rooms there. */
  readonly teamId?: string;
  /** What the room is about; none by default. */
  readonly topic?: string;
}

/** Whom a room is opened for by an administrator's `addAll`. */
export interface Everybody {
  /**
   * `true`: without accounts that are switched off. Has no effect on channels in any release seen: the
   * validator makes a boolean of it, and the server looks for the text.
   */
  readonly activeUsersOnly?: 'true' | 'false';
}

/** The words above and about a room; `''` empties them. */
export interface Topic {
  /** One line shown beside the room's name. */
  readonly topic: string;
}

export interface Description {
  /** What the room is for. */
  readonly description: string;
}

export interface Purpose {
  /** The old word for the description, and stored there. */
  readonly purpose: string;
}

export interface Announcement {
  /** Shown across the top of the room. */
  readonly announcement: string;
}

export interface ReadOnly {
  /** True: only those with the right `post-readonly` may write. */
  readonly readOnly: boolean;
}

export interface NewName {
  /** Without `#`; by default letters, digits, `-`, `_` and `.` are taken. */
  readonly name: string;
}

export interface Kind {
  /** `c` channel, `p` private group. */
  readonly type: 'c' | 'p';
}

export interface Encryption {
  /** True: messages are end-to-end encrypted from now on. */
  readonly encrypted: boolean;
}

export interface CustomFields {
  /** All of them, as the workspace defines them: what is not there is lost. */
  readonly customFields: Readonly<Record<string, unknown>>;
}
