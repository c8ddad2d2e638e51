/** One message as a page shows it. All that a person or a server wrote is plain data: the page escapes it. */
export interface MessageView {
  readonly id: string;
  readonly kind: 'said' | 'system' | 'encrypted' | 'deleted';
  readonly author: AuthorView;
  /** Ms since the epoch. */
  readonly sentAt: number;
  /** Markdown source; of a system message its words, plain, in the person's language. */
  readonly text: string;
  /** The server's parsed text, unchecked; absent where its parser is off, and of a message that is being sent. */
  readonly tree?: readonly unknown[];
  /** What the server's `t` says, for a sign beside a system message. */
  readonly type?: string;
  readonly attachments: readonly AttachmentView[];
  readonly files: readonly FileView[];
  readonly previews: readonly PreviewView[];
  readonly mentions: readonly MentionView[];
  readonly channels: readonly ChannelView[];
  readonly reactions: readonly ReactionView[];
  readonly edited?: { readonly at: number; readonly by?: string };
  readonly pinned?: { readonly at?: number; readonly by?: string };
  readonly isStarred: boolean;
  readonly mentionsMe: boolean;
  /** Said by somebody whom the person does not want to read there: shown once they open it. */
  readonly isIgnored?: boolean;
  /** Never shown as one with the message before. */
  readonly standsAlone: boolean;
  /** Of a reply: the thread's first message, and whether the room shows it too. */
  readonly reply?: { readonly thread: string; readonly isShownInRoom: boolean };
  readonly thread?: ThreadView;
  readonly discussion?: { readonly room: string; readonly messages: number; readonly lastAt?: number };
  /** `unread` until everybody has read it; absent where the server keeps no receipts. */
  readonly receipt?: 'unread' | 'read';
  /** Of a message of mine that the server does not have yet. */
  readonly delivery?: DeliveryView;
  /** Interactive blocks of an app, which are not drawn. */
  readonly hasBlocks: boolean;
  /** Names of what may be done to it, of those that `Action` knows. */
  readonly offers: readonly Action[];
  /** As the rows of the trees say it: what `when` clauses of menus look at. */
  readonly contextValue: string;
}

export interface AuthorView {
  readonly id: string;
  readonly username: string;
  /** What is shown first: the alias, else the real name where the server uses it, else the user name. */
  readonly name: string;
  /** The name is an alias, or a real name: the user name stands beside it. */
  readonly showsUsername: boolean;
  readonly isMe: boolean;
  /** For `ImageRequest`. */
  readonly avatar: string;
  /** The message's own, by short name: stands in for the avatar. */
  readonly emoji?: string;
}

export interface ThreadView {
  readonly replies: number;
  readonly lastReplyAt?: number;
  readonly isUnread: boolean;
  readonly isFollowed: boolean;
}

export interface ReactionView {
  /** With its colons. */
  readonly name: string;
  /** Who, by the name that is shown; me first, as the person says it of themselves. */
  readonly people: readonly string[];
  readonly isMine: boolean;
}

/** `all` and `here` are mentions of everybody. */
export interface MentionView {
  readonly username: string;
  readonly name?: string;
  readonly kind: 'user' | 'team' | 'everybody';
  readonly isMe: boolean;
}

export interface ChannelView {
  readonly room: string;
  /** As it is written after `#`. */
  readonly name: string;
  readonly title: string;
}

export interface FileView {
  readonly id: string;
  readonly name: string;
  readonly type?: string;
  /** In bytes. */
  readonly size?: number;
}

/** What the server found behind a link. */
export interface PreviewView {
  readonly url: string;
  readonly title?: string;
  readonly description?: string;
  readonly site?: string;
  readonly image?: string;
  /** A picture itself, or audio or video to be opened in the browser. */
  readonly media?: 'image' | 'audio' | 'video';
}

/** Each key as it came from the server, of the type that it should have. Addresses are absolute or of this server. */
export interface AttachmentView {
  readonly title?: string;
  readonly title_link?: string;
  readonly title_link_download?: boolean;
  readonly text?: string;
  readonly md?: readonly unknown[];
  readonly description?: string;
  readonly descriptionMd?: readonly unknown[];
  readonly ts?: string;
  readonly color?: string;
  readonly collapsed?: boolean;
  readonly pretext?: string;
  /** `file`, or `removed-file`. */
  readonly type?: string;
  readonly fileId?: string;
  readonly format?: string;
  readonly size?: number;
  readonly author_name?: string;
  readonly author_link?: string;
  readonly author_icon?: string;
  /** Present on a quote. */
  readonly message_link?: string;
  readonly thumb_url?: string;
  readonly image_url?: string;
  readonly image_alt?: string;
  /** In pixels. */
  readonly image_dimensions?: { readonly width: number; readonly height: number };
  readonly audio_url?: string;
  readonly audio_type?: string;
  readonly video_url?: string;
  readonly video_type?: string;
  readonly fields?: readonly { readonly title: string; readonly value: string; readonly short: boolean }[];
  readonly attachments?: readonly AttachmentView[];
  /** Which of its texts are markdown; where it says nothing, text and fields are. */
  readonly mrkdwn_in?: readonly string[];
  /** Buttons of a program, which are not drawn. */
  readonly hasActions?: boolean;
}

export interface DeliveryView {
  readonly state: 'sending' | 'failed';
  /** Why not, in one sentence. */
  readonly reason?: string;
}

/** What can be done to a message; rows, menus, pages and the palette use the same names. */
export const actions = [
  'reply',
  'quote',
  'react',
  'edit',
  'editInComposer',
  'delete',
  'pin',
  'unpin',
  'star',
  'unstar',
  'follow',
  'unfollow',
  'report',
  'ignore',
  'unignore',
  'receipts',
  'copyText',
  'copyLink',
  'open',
  'show',
  'discuss',
  'markUnread',
] as const;

export type Action = (typeof actions)[number];
