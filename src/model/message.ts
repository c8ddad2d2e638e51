import type { WireAttachment, WireFile, WireNode } from '../api/wire';
import type { RoomId } from './room';

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
  /** On a thread's first message. */
  readonly replies: number;
  readonly lastReplyAt?: number;
  readonly followers: readonly string[];
  readonly reactions: Readonly<Record<string, readonly string[]>>;
}

export interface Author {
  readonly id: string;
  readonly username: string;
  /** For people: the alias, else the real name where the server uses it, else the user name. */
  readonly name: string;
}
