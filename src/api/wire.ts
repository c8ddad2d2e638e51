import type { EncryptedContent, EncryptedMentions } from './encrypted';

/** Replies exactly as the server sends them over REST. Dates are ISO 8601 in UTC. Source: core-typings. */
export type WireDate = string;

export interface WireUserRef {
  readonly _id: string;
  readonly username: string;
  readonly name?: string;
}

export type WireStatus = 'online' | 'away' | 'busy' | 'offline' | 'disabled';

export interface WireUser {
  readonly _id: string;
  readonly username: string;
  readonly name?: string;
  readonly status?: WireStatus;
  readonly statusText?: string;
  readonly utcOffset?: number;
  readonly avatarETag?: string;
  readonly type?: string;
  readonly roles?: readonly string[];
  readonly nickname?: string;
}

/** A node of the message parser's tree; unknown types must fall back to their text. */
export interface WireNode {
  readonly type: string;
  readonly value?: unknown;
}

export interface WireMessage {
  readonly _id: string;
  readonly rid: string;
  readonly msg: string;
  readonly ts: WireDate;
  readonly u: WireUserRef;
  readonly _updatedAt: WireDate;
  /** Absent = said by a person; `e2e` is one too. */
  readonly t?: string;
  /** Absent if the server's parser is off. */
  readonly md?: readonly WireNode[];
  readonly mentions?: readonly {
    readonly _id: string;
    readonly username?: string;
    readonly name?: string;
    readonly type?: 'user' | 'team';
  }[];
  readonly channels?: readonly { readonly _id: string; readonly name: string; readonly fname?: string }[];
  readonly urls?: readonly WireMessageUrl[];
  readonly attachments?: readonly WireAttachment[];
  readonly file?: WireFile;
  readonly files?: readonly WireFile[];
  /** By short code; `names` only where the server shows real names. */
  readonly reactions?: Readonly<
    Record<string, { readonly usernames: readonly string[]; readonly names?: readonly string[] }>
  >;
  /** REST answers hold the caller's own star only; stream events everybody's. */
  readonly starred?: readonly { readonly _id: string }[];
  readonly pinned?: boolean;
  readonly pinnedAt?: WireDate;
  readonly pinnedBy?: WireUserRef;
  readonly editedAt?: WireDate;
  readonly editedBy?: WireUserRef;
  /** The thread that this is a reply in. */
  readonly tmid?: string;
  readonly tshow?: boolean;
  /** On a thread's first message: replies, time of the last one, ids of its followers. */
  readonly tcount?: number;
  readonly tlm?: WireDate;
  readonly replies?: readonly string[];
  /** The discussion room that this message opened; messages in it, time of the last one. */
  readonly drid?: string;
  readonly dcount?: number;
  readonly dlm?: WireDate;
  readonly alias?: string;
  readonly avatar?: string;
  readonly emoji?: string;
  readonly groupable?: boolean;
  readonly parseUrls?: boolean;
  /** A program said it; `i` names it. */
  readonly bot?: { readonly i?: string };
  readonly blocks?: readonly Readonly<Record<string, unknown>>[];
  readonly customFields?: Readonly<Record<string, unknown>>;
  readonly role?: string;
  /** Of an encrypted message (`t` is `e2e`); what `msg` holds then is of no use. */
  readonly content?: EncryptedContent;
  readonly e2eMentions?: EncryptedMentions;
  /** Not read by everybody yet, where the server keeps receipts. */
  readonly unread?: boolean;
  /** For the caller's eyes only, and never stored. */
  readonly private?: boolean;
  readonly _hidden?: boolean;
  /** How well it matches, in what `chat.search` finds. */
  readonly score?: number;
}

/** A link in a message; `meta` is empty until the server has looked. */
export interface WireMessageUrl {
  readonly url: string;
  readonly meta?: Readonly<Record<string, unknown>>;
  readonly headers?: { readonly contentType?: string; readonly contentLength?: string };
  /** No preview is wanted. */
  readonly ignoreParse?: boolean;
}

export interface WireFile {
  readonly _id: string;
  readonly name: string;
  readonly type?: string;
  readonly size?: number;
  /** `PNG` */
  readonly format?: string;
  /** `thumb` for the small copy of a picture. */
  readonly typeGroup?: string;
}

export interface WireAttachment {
  readonly title?: string;
  readonly title_link?: string;
  readonly title_link_download?: boolean;
  readonly text?: string;
  readonly md?: readonly WireNode[];
  readonly description?: string;
  readonly descriptionMd?: readonly WireNode[];
  readonly ts?: WireDate;
  readonly color?: string;
  readonly collapsed?: boolean;
  readonly pretext?: string;
  readonly type?: string;
  readonly fileId?: string;
  readonly format?: string;
  readonly size?: number;
  readonly author_name?: string;
  readonly author_link?: string;
  readonly author_icon?: string;
  /** Present = a quote of another message. */
  readonly message_link?: string;
  readonly thumb_url?: string;
  readonly image_url?: string;
  readonly image_type?: string;
  readonly image_size?: number;
  /** In pixels. */
  readonly image_dimensions?: { readonly width: number; readonly height: number };
  /** A tiny JPEG in base64, to be shown until the picture is there. */
  readonly image_preview?: string;
  /** For those who cannot see it. */
  readonly image_alt?: string;
  readonly audio_url?: string;
  readonly audio_type?: string;
  readonly audio_size?: number;
  readonly video_url?: string;
  readonly video_type?: string;
  readonly video_size?: number;
  readonly fields?: readonly { readonly title: string; readonly value: string; readonly short?: boolean }[];
  /** Which of its texts are markdown. */
  readonly mrkdwn_in?: readonly string[];
  readonly button_alignment?: 'horizontal' | 'vertical';
  readonly actions?: readonly WireAttachmentAction[];
  readonly attachments?: readonly WireAttachment[];
}

/** A button that a program put into a message. */
export interface WireAttachmentAction {
  readonly type?: string;
  readonly text?: string;
  /** What pressing it sends or answers. */
  readonly msg?: string;
  readonly msg_in_chat_window?: boolean;
  readonly msg_processing_type?: string;
  readonly url?: string;
  readonly image_url?: string;
  readonly is_webview?: boolean;
  readonly webview_height_ratio?: string;
}

/** Somebody has read a message. */
export interface WireReceipt {
  readonly _id: string;
  readonly messageId: string;
  readonly roomId: string;
  readonly userId: string;
  readonly ts: WireDate;
  readonly user: WireUserRef;
}

/** What a link leads to, as far as the server could find out. */
export interface WireUrlPreview extends WireMessageUrl {
  /** `pageTitle`, `description`, `ogTitle`, `ogImage`, `oembedHtml` … */
  readonly meta: Readonly<Record<string, unknown>>;
}

export interface WireRoom {
  readonly _id: string;
  /** `c` channel, `p` private group, `d` direct, `l` omnichannel. */
  readonly t: string;
  readonly name?: string;
  readonly fname?: string;
  readonly topic?: string;
  readonly description?: string;
  readonly announcement?: string;
  readonly msgs?: number;
  readonly usersCount?: number;
  readonly u?: WireUserRef;
  readonly ts?: WireDate;
  readonly lm?: WireDate;
  readonly lastMessage?: WireMessage;
  readonly ro?: boolean;
  readonly archived?: boolean;
  readonly encrypted?: boolean;
  readonly broadcast?: boolean;
  /** User names who may not speak; `unmuted` those who may although the room is read-only. */
  readonly muted?: readonly string[];
  readonly unmuted?: readonly string[];
  /** The parent room of a discussion. */
  readonly prid?: string;
  readonly teamId?: string;
  readonly teamMain?: boolean;
  readonly teamDefault?: boolean;
  readonly uids?: readonly string[];
  readonly usernames?: readonly string[];
  readonly avatarETag?: string;
  readonly reactWhenReadOnly?: boolean;
  /** Types of system messages that are hidden; `true` on old rooms means none. */
  readonly sysMes?: readonly string[] | boolean;
  /** New accounts join it by themselves. */
  readonly default?: boolean;
  readonly featured?: boolean;
  readonly joinCodeRequired?: boolean;
  readonly federated?: boolean;
  readonly customFields?: Readonly<Record<string, unknown>>;
  readonly _updatedAt: WireDate;
}

export interface WireSubscription {
  readonly _id: string;
  readonly rid: string;
  readonly t: string;
  readonly name: string;
  readonly fname?: string;
  readonly u: WireUserRef;
  readonly ts?: WireDate;
  /** Last seen: what came after is unread. */
  readonly ls?: WireDate;
  /** Last reply in a thread of mine. */
  readonly lr?: WireDate;
  readonly open?: boolean;
  readonly alert?: boolean;
  readonly unread?: number;
  readonly userMentions?: number;
  readonly groupMentions?: number;
  /** Ids of threads with unread replies. */
  readonly tunread?: readonly string[];
  /** Those of them that mention me. */
  readonly tunreadUser?: readonly string[];
  /** Those that mention everybody. */
  readonly tunreadGroup?: readonly string[];
  readonly f?: boolean;
  readonly roles?: readonly string[];
  readonly prid?: string;
  readonly teamId?: string;
  readonly teamMain?: boolean;
  readonly archived?: boolean;
  readonly encrypted?: boolean;
  readonly broadcast?: boolean;
  readonly hideUnreadStatus?: boolean;
  readonly hideMentionStatus?: boolean;
  readonly muteGroupMentions?: boolean;
  readonly desktopNotifications?: string;
  readonly mobilePushNotifications?: string;
  readonly emailNotifications?: string;
  readonly audioNotificationValue?: string;
  readonly unreadAlert?: string;
  readonly disableNotifications?: boolean;
  readonly blocked?: boolean;
  readonly blocker?: boolean;
  /** Ids of people whose messages are hidden here. */
  readonly ignored?: readonly string[];
  /** Unsent text, where the server keeps it. */
  readonly draft?: string;
  /** Unsent texts by thread. Since 8.8. */
  readonly threadDrafts?: Readonly<Record<string, string>>;
  /** `INVITED`, `BANNED` (8.x); absent of one who is in it. */
  readonly status?: string;
  readonly _updatedAt: WireDate;
}

/** What has changed since a time, or everything. */
export interface WireDelta<T> {
  readonly update: readonly T[];
  readonly remove: readonly { readonly _id: string; readonly _deletedAt?: WireDate }[];
}

export interface WirePage {
  readonly count: number;
  readonly offset: number;
  readonly total: number;
}
