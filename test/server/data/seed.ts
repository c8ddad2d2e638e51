/** A data set as plain data. The world plays it back in order of time, so counters come out by themselves. */
export interface Seed {
  readonly users: readonly SeedUser[];
  readonly rooms: readonly SeedRoom[];
  readonly messages: readonly SeedMessage[];
  readonly views: readonly SeedView[];
  /** The workspace's own. */
  readonly emoji?: readonly SeedEmoji[];
}

export interface SeedUser {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly email: string;
  /** Empty: nobody can sign in with one. */
  readonly password: string;
  readonly roles: readonly string[];
  readonly type?: 'user' | 'bot' | 'app';
  readonly status?: 'online' | 'away' | 'busy' | 'offline';
  readonly statusText?: string;
  readonly utcOffset?: number;
  /** Base32; the account then needs an authenticator's code. */
  readonly totpSecret?: string;
  readonly emailSecondFactor?: boolean;
  /** Personal access tokens, in clear. */
  readonly accessTokens?: readonly { readonly name: string; readonly token: string }[];
  /** Overrides of the server's default preferences. */
  readonly preferences?: Readonly<Record<string, unknown>>;
}

export interface SeedRoom {
  readonly id: string;
  readonly kind: 'c' | 'p' | 'd';
  /** Absent for direct messages. */
  readonly name?: string;
  readonly fname?: string;
  readonly topic?: string;
  readonly description?: string;
  readonly announcement?: string;
  /** User names. The first is the owner, except in direct messages. */
  readonly members: readonly string[];
  readonly moderators?: readonly string[];
  /** Parent room's id: makes it a discussion. */
  readonly discussionOf?: string;
  readonly team?: { readonly id: string; readonly main: boolean };
  readonly isDefault?: boolean;
  readonly readOnly?: boolean;
  readonly archived?: boolean;
  readonly encrypted?: boolean;
  /** User names who may not speak here. */
  readonly silenced?: readonly string[];
  /** Minutes before now. */
  readonly created: number;
}

export interface SeedMessage {
  readonly id: string;
  readonly room: string;
  readonly from: string;
  /** Minutes before now; may have a fraction. */
  readonly at: number;
  /** `{{site}}` stands for the server's own address. */
  readonly text: string;
  /** Id of the thread's first message. */
  readonly thread?: string;
  readonly alsoInChannel?: boolean;
  /** System message type, `e2e` included. */
  readonly type?: string;
  readonly attachments?: readonly Record<string, unknown>[];
  readonly file?: {
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly size: number;
    /** Pictures only. */
    readonly dimensions?: { readonly width: number; readonly height: number };
  };
  readonly alias?: string;
  readonly emoji?: string;
  readonly avatar?: string;
  /** `{':tada:': ['ann', 'bob']}` */
  readonly reactions?: Readonly<Record<string, readonly string[]>>;
  readonly pinnedBy?: string;
  readonly starredBy?: readonly string[];
  /** Minutes before now. */
  readonly edited?: number;
  /** Room id of the discussion that this message opened. */
  readonly discussion?: string;
  readonly content?: { readonly algorithm: string; readonly ciphertext: string };
}

export interface SeedEmoji {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** A PNG. */
  readonly picture: Uint8Array<ArrayBuffer>;
}

/** How one person sees one room. Unread counts follow from `seen` and the messages after it. */
export interface SeedView {
  readonly user: string;
  readonly room: string;
  /** Minutes before now; 0 = everything read (also the default). */
  readonly seen?: number;
  /** Threads read although they have replies after `seen`. */
  readonly readThreads?: readonly string[];
  readonly favorite?: boolean;
  readonly hidden?: boolean;
  readonly hideUnreadStatus?: boolean;
  readonly hideMentionStatus?: boolean;
  readonly disableNotifications?: boolean;
}
