import type { WireAttachment, WireFile, WireMessage, WireNode } from '../api/wire';
import { attachmentsFromWire, filesFromWire, treeFromWire } from './attachment';
import { looksOf, marksOf } from './messageMarks';
import { referencesOf } from './messageReferences';
import { count, latestTime, optionalText, optionalTime, present, text, time } from './parse';
import { roomId, type RoomId } from './room';

declare const brand: unique symbol;
export type MessageId = string & { readonly [brand]: 'MessageId' };

/** One message as one person sees it. Times are ms since the epoch. */
export interface Message {
  readonly id: MessageId;
  readonly room: RoomId;
  /** `encrypted` was said by a person but cannot be read here; `deleted` left a mark. */
  readonly kind: 'said' | 'system' | 'encrypted' | 'deleted';
  /** The server's `t`; absent for what people said. */
  readonly type?: string;
  readonly author: Author;
  /** Markdown source; often empty beside attachments. */
  readonly text: string;
  /** The server's parsed text; absent if its parser is off. */
  readonly tree?: readonly WireNode[];
  readonly attachments: readonly WireAttachment[];
  readonly files: readonly WireFile[];
  readonly sentAt: number;
  readonly updatedAt: number;
  readonly editedAt?: number;
  readonly isPinned: boolean;
  readonly pinnedBy?: string;
  readonly isStarred: boolean;
  /** The thread that this is a reply in. */
  readonly thread?: MessageId;
  /** A reply in a thread that its room shows too. */
  readonly isShownInRoom?: boolean;
  /** On a thread's first message. */
  readonly replies: number;
  readonly lastReplyAt?: number;
  /** Whether I follow the thread that this begins; who wrote it does. */
  readonly isFollowed: boolean;
  /** Whether it names me; `@all` and `@here` do not count. */
  readonly mentionsMe: boolean;
  /** The room that it opened, and the messages in there. */
  readonly discussion?: { readonly room: RoomId; readonly messages: number; readonly lastAt?: number };
  readonly reactions: Readonly<Record<string, readonly string[]>>;
  /** What it shows in place of its author's picture, and of that: an address, and an emoji by short name. */
  readonly avatar?: string;
  readonly emoji?: string;
  readonly hasAlias?: boolean;
  /** User names. */
  readonly editedBy?: string;
  readonly pinnedAt?: number;
  /** Never shown as one with the message before. */
  readonly standsAlone?: boolean;
  readonly mentions?: readonly Mention[];
  /** The rooms that it names and that exist. */
  readonly channels?: readonly { readonly room: RoomId; readonly name: string; readonly title?: string }[];
  readonly previews?: readonly LinkPreview[];
  /** Links of it were to have none. */
  readonly hidesPreviews?: true;
  /** Whether somebody has not read it yet; absent where the server keeps no receipts. */
  readonly isUnreadBySome?: boolean;
  /** Interactive blocks of an app. */
  readonly hasBlocks?: boolean;
}

export interface Mention {
  readonly id: string;
  readonly username: string;
  readonly name?: string;
  /** `@all` and `@here` name everybody. */
  readonly kind: 'user' | 'team' | 'everybody';
}

/** What the server found behind a link of the message. */
export interface LinkPreview {
  readonly url: string;
  readonly title?: string;
  readonly description?: string;
  readonly site?: string;
  readonly image?: string;
  /** Media type of what lies there. */
  readonly type?: string;
}

export interface Author {
  readonly id: string;
  readonly username: string;
  /** For people: the alias, else the real name where the server uses it, else the user name. */
  readonly name: string;
  readonly realName?: string;
}

/** Throws `Malformed`. */
export function messageFromWire(wire: WireMessage, myUserId: string): Message {
  const { _id, rid, t, u, msg, tmid } = present(wire, 'a message');
  return {
    id: messageId(text(_id, 'a message')),
    room: roomId(text(rid, 'a message')),
    kind: kindOf(t),
    type: optionalText(t),
    author: authorOf(present(u, 'an author'), wire.alias),
    text: typeof msg === 'string' ? msg : '',
    thread: optionalText(tmid) === undefined ? undefined : messageId(text(tmid, 'a message')),
    isShownInRoom: wire.tshow === true,
    ...contentOf(wire),
    ...timesOf(wire),
    ...marksOf(wire, myUserId),
    ...looksOf(wire),
    ...referencesOf(wire),
    discussion: discussionOf(wire),
  };
}

/** For what names a message by its id: notifications, deletions. */
export function messageId(id: string): MessageId {
  // With `newMessageId` of the outbox, the only places that make one.
  return id as MessageId;
}

function kindOf(type: unknown): Message['kind'] {
  if (type === 'rm') return 'deleted';
  if (type === 'e2e') return 'encrypted';
  return optionalText(type) === undefined ? 'said' : 'system';
}

/** The same author as a server shows it that uses real names. */
export function withRealName(message: Message): Message {
  const { realName, name, username } = message.author;
  // An alias is shown in any case.
  if (realName === undefined || message.hasAlias || name !== username) return message;
  return { ...message, author: { ...message.author, name: realName } };
}

function authorOf(user: WireMessage['u'], alias: unknown): Author {
  const username = text(user.username, 'an author');
  return {
    id: text(user._id, 'an author'),
    username,
    name: optionalText(alias) ?? username,
    realName: optionalText(user.name),
  };
}

function contentOf(wire: WireMessage): Pick<Message, 'tree' | 'attachments' | 'files'> {
  const files = filesFromWire(wire.files);
  return {
    tree: treeFromWire(wire.md),
    attachments: attachmentsFromWire(wire.attachments),
    files: files.length > 0 ? files : filesFromWire([wire.file]),
  };
}

function timesOf(wire: WireMessage): Pick<Message, 'sentAt' | 'updatedAt' | 'editedAt' | 'lastReplyAt'> {
  return {
    sentAt: time(wire.ts, 'a message'),
    updatedAt: latestTime([wire._updatedAt, wire.ts]),
    editedAt: optionalTime(wire.editedAt),
    lastReplyAt: optionalTime(wire.tlm),
  };
}

function discussionOf({ drid, dcount, dlm }: WireMessage): Message['discussion'] {
  const room = optionalText(drid);
  if (room === undefined) return undefined;
  return { room: roomId(room), messages: count(dcount), lastAt: optionalTime(dlm) };
}
