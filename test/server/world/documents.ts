/**
 * The documents as the server keeps and sends them. Dates are ISO 8601 texts in UTC.
 */
export interface UserRef {
  readonly _id: string;
  /** Follows when the user is renamed. */
  username: string;
  readonly name?: string;
}

export interface User {
  readonly _id: string;
  username: string;
  name: string;
  type: 'user' | 'bot' | 'app';
  roles: string[];
  emails: { address: string; verified: boolean }[];
  active: boolean;
  status: 'online' | 'away' | 'busy' | 'offline';
  statusText: string;
  statusConnection: 'online' | 'away' | 'busy' | 'offline';
  /** Chosen by the person; `status` is what follows from it and from being there. */
  statusDefault?: 'online' | 'away' | 'busy' | 'offline';
  /** When what was chosen falls back to nothing chosen. */
  statusExpiresAt?: string;
  utcOffset: number;
  nickname?: string;
  bio?: string;
  language?: string;
  customFields?: Record<string, unknown>;
  requirePasswordChange?: boolean;
  lastLogin?: string;
  createdAt: string;
  _updatedAt: string;
  /** Overrides of the defaults. */
  preferences: Record<string, unknown>;
  /** There for those who have chosen a picture; changes with it. */
  avatarETag?: string;
  /** Never leaves the server. */
  readonly secret: UserSecret;
}

interface UserSecret {
  passwordSha256: string;
  totpSecret?: string;
  emailSecondFactor?: boolean;
  tokens: Token[];
}

export interface Token {
  readonly value: string;
  readonly kind: 'login' | 'personal';
  /** Login tokens die of age, the others never. */
  readonly createdAt: string;
  readonly name?: string;
  /** Who holds it is never asked for a second factor. */
  readonly bypassTwoFactor?: boolean;
  /** A second factor given with this token, from one client. */
  confirmed?: { readonly client: string; readonly until: number };
}

export interface Room {
  readonly _id: string;
  t: 'c' | 'p' | 'd';
  name?: string;
  fname?: string;
  u?: UserRef;
  topic?: string;
  description?: string;
  announcement?: string;
  msgs: number;
  usersCount: number;
  ts: string;
  lm?: string;
  lastMessage?: Message;
  default?: boolean;
  ro?: boolean;
  reactWhenReadOnly?: boolean;
  archived?: boolean;
  encrypted?: boolean;
  broadcast?: boolean;
  /** The code itself never leaves the server. */
  joinCodeRequired?: boolean;
  customFields?: Record<string, unknown>;
  /** The types of system messages hidden here, instead of those that the workspace hides; no list: those. */
  sysMes?: boolean | string[];
  muted?: string[];
  unmuted?: string[];
  featured?: boolean;
  /** What new members find the room to be. */
  favorite?: { defaultValue?: boolean; favorite?: boolean };
  retention?: Retention;
  /** Changes with the picture. */
  avatarETag?: string;
  prid?: string;
  /** Of a discussion: the message that it is about. */
  pmid?: string;
  teamId?: string;
  teamMain?: boolean;
  /** New members of the team join this room as well. */
  teamDefault?: boolean;
  uids?: string[];
  usernames?: string[];
  _updatedAt: string;
}

/** How long a room keeps its messages. */
export interface Retention {
  enabled?: boolean;
  maxAge?: number;
  excludePinned?: boolean;
  filesOnly?: boolean;
  ignoreThreads?: boolean;
  overrideGlobal?: boolean;
}

export interface Subscription {
  readonly _id: string;
  readonly rid: string;
  t: 'c' | 'p' | 'd';
  readonly u: UserRef;
  name: string;
  fname?: string;
  ts: string;
  ls?: string;
  lr?: string;
  open: boolean;
  alert: boolean;
  unread: number;
  userMentions: number;
  groupMentions: number;
  tunread?: string[];
  tunreadUser?: string[];
  tunreadGroup?: string[];
  f?: boolean;
  roles?: string[];
  /** Who let the person in. */
  inviter?: UserRef;
  prid?: string;
  teamId?: string;
  teamMain?: boolean;
  archived?: boolean;
  encrypted?: boolean;
  broadcast?: boolean;
  customFields?: Record<string, unknown>;
  /** Of who was sent away for good. */
  status?: 'BANNED';
  /** In a direct message: the other one has been blocked by me. */
  blocker?: boolean;
  /** In a direct message: I have been blocked by the other one. */
  blocked?: boolean;
  hideUnreadStatus?: boolean;
  hideMentionStatus?: boolean;
  /** Users whose messages this one does not want to see, by their ids. */
  ignored?: string[];
  muteGroupMentions?: boolean;
  disableNotifications?: boolean;
  desktopNotifications?: unknown;
  desktopPrefOrigin?: string;
  mobilePushNotifications?: unknown;
  mobilePrefOrigin?: string;
  emailNotifications?: unknown;
  emailPrefOrigin?: string;
  audioNotificationValue?: string;
  unreadAlert?: string;
  /** Words that are as good as a mention of the person. */
  userHighlights?: string[];
  /** What the person has begun to write. */
  draft?: string;
  /** The same in threads, by their first messages. */
  threadDrafts?: Readonly<Record<string, string>>;
  _updatedAt: string;
}

/** A file that somebody has sent. */
export interface Upload {
  readonly _id: string;
  readonly rid: string;
  readonly userId: string;
  name: string;
  readonly type: string;
  readonly size: number;
  /** The first half of the type, or `thumb`. */
  readonly typeGroup: string;
  readonly uploadedAt: string;
  _updatedAt: string;
  description?: string;
  /** What a picture was found to be. */
  readonly identify?: { readonly format: string; readonly size: Dimensions };
  content?: Record<string, unknown>;
  /** There until it is confirmed. */
  expiresAt?: string;
  /** The picture that this one shows in small. */
  readonly originalFileId?: string;
  /** Undefined where a data set only tells of the file: then something of its kind is drawn. */
  readonly bytes: Uint8Array<ArrayBuffer> | undefined;
}

export interface Dimensions {
  readonly width: number;
  readonly height: number;
}

export interface Message {
  readonly _id: string;
  readonly rid: string;
  msg: string;
  readonly ts: string;
  u: UserRef;
  _updatedAt: string;
  t?: string;
  md?: unknown[];
  mentions?: { _id: string; username?: string; name?: string; type?: string }[];
  channels?: { _id: string; name: string; fname?: string }[];
  urls?: Record<string, unknown>[];
  attachments?: Record<string, unknown>[];
  file?: Record<string, unknown>;
  files?: Record<string, unknown>[];
  reactions?: Record<string, { usernames: string[] }>;
  starred?: { _id: string }[];
  pinned?: boolean;
  pinnedAt?: string;
  pinnedBy?: UserRef;
  editedAt?: string;
  editedBy?: UserRef;
  tmid?: string;
  tshow?: boolean;
  tcount?: number;
  tlm?: string;
  replies?: string[];
  drid?: string;
  dcount?: number;
  dlm?: string;
  alias?: string;
  avatar?: string;
  emoji?: string;
  groupable?: boolean;
  parseUrls?: boolean;
  content?: { algorithm: string; ciphertext: string };
  e2e?: string;
  /** `chat.sendMessage` keeps what it does not know. */
  [unknown: string]: unknown;
}
