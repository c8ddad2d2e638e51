import { get, post, type Paging, type Sort } from '../endpoint';
import type { WireAttachment, WireMessage, WirePage } from '../wire';

export type MessagePage = WirePage & { readonly messages: readonly WireMessage[] };

export interface PostMessage {
  readonly text?: string;
  readonly attachments?: readonly WireAttachment[];
  /** Emoji shown as avatar. */
  readonly emoji?: string;
  /** Both need the permission `message-impersonate`, which administrators lack. */
  readonly alias?: string;
  readonly avatar?: string;
  readonly parseUrls?: boolean;
  readonly customFields?: Readonly<Record<string, unknown>>;
}

/**
 * `roomId` or `channel`, never both; a thread only with `roomId`. `#name` and `@user` are taken, channels are
 * joined.
 */
export type PostTarget =
  | { readonly roomId: string | readonly string[]; readonly tmid?: string }
  | { readonly channel: string | readonly string[] };

export interface SendMessage {
  /** Chosen by the caller: the proof against sending twice (see `chat.getMessage`). */
  readonly _id?: string;
  readonly rid: string;
  readonly msg?: string;
  readonly tmid?: string;
  /** A thread reply shown in the channel too. */
  readonly tshow?: boolean;
  readonly alias?: string;
  readonly emoji?: string;
  readonly avatar?: string;
  readonly attachments?: readonly WireAttachment[];
  readonly customFields?: Readonly<Record<string, unknown>>;
}

export const chat = {
  /** Posts as an integration's composer does (`chat.postMessage`). Not idempotent; joins public channels. */
  postMessage: post<
    PostTarget & PostMessage,
    { readonly ts: number; readonly channel: string; readonly message: WireMessage }
  >('chat.postMessage'),
  /** Posts as a person does (`chat.sendMessage`). A known `_id` is refused with 400 and stores nothing. */
  sendMessage: post<
    { readonly message: SendMessage; readonly previewUrls?: readonly string[] },
    { readonly message: WireMessage }
  >('chat.sendMessage'),
  /** One message by id (`chat.getMessage`); fails as `notFound` when there is none. */
  getMessage: get<{ readonly msgId: string }, { readonly message: WireMessage }>('chat.getMessage', {
    silentRefusal: 'notFound',
  }),
  /** Pins (`chat.pinMessage`). Answers the new system message, not the pinned one. */
  pinMessage: post<{ readonly messageId: string }, { readonly message: WireMessage }>('chat.pinMessage', {
    isSafe: true,
  }),
  /** Takes a pin off (`chat.unPinMessage`); fine when there is none. */
  unPinMessage: post<{ readonly messageId: string }, object>('chat.unPinMessage', { isSafe: true }),
  /** Stars for the caller alone (`chat.starMessage`). Says success and does nothing in a room not joined. */
  starMessage: post<{ readonly messageId: string }, object>('chat.starMessage', { isSafe: true }),
  /** Takes the caller's star off (`chat.unStarMessage`). */
  unStarMessage: post<{ readonly messageId: string }, object>('chat.unStarMessage', { isSafe: true }),
  /** Pinned messages of a room (`chat.getPinnedMessages`); the newest servers do not sort them. */
  getPinnedMessages: get<{ readonly roomId: string; readonly sort?: Sort } & Paging, MessagePage>(
    'chat.getPinnedMessages',
  ),
  /** The caller's starred messages of a room, newest first (`chat.getStarredMessages`). */
  getStarredMessages: get<{ readonly roomId: string; readonly sort?: Sort } & Paging, MessagePage>(
    'chat.getStarredMessages',
  ),
  /** First messages of a room's threads, the latest reply first (`chat.getThreadsList`). */
  getThreadsList: get<
    {
      readonly rid: string;
      readonly type?: 'following' | 'unread';
      readonly text?: string;
      readonly sort?: Sort;
    } & Paging,
    WirePage & { readonly threads: readonly WireMessage[] }
  >('chat.getThreadsList'),
  /** Replies of a thread without its first message, oldest first unless sorted (`chat.getThreadMessages`). */
  getThreadMessages: get<{ readonly tmid: string; readonly sort?: Sort } & Paging, MessagePage>(
    'chat.getThreadMessages',
  ),
} as const;
