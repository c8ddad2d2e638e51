import type { EncryptedContent, EncryptedMentions } from '../../encrypted';
import { post } from '../../endpoint';
import type { WireMessage } from '../../wire';
import type { OutgoingAttachment } from './attachment';

/** How a message looks and what it carries, whichever way it is sent. */
export interface Appearance {
  /** At most `Message_MaxAllowedSize` characters each (5,000 by default), in their texts. */
  readonly attachments?: readonly OutgoingAttachment[];
  /**
   * Shown instead of the sender's name. Needs `message-impersonate`, which bots have and administrators lack.
   */
  readonly alias?: string;
  /** Short code of an emoji, `:tada:`, shown instead of the avatar. Free for all. */
  readonly emoji?: string;
  /** Address of a picture shown instead of the avatar, absolute or relative. Needs `message-impersonate`. */
  readonly avatar?: string;
  /** As the workspace defines them, only while `Message_CustomFields_Enabled`. From 6.8. */
  readonly customFields?: Readonly<Record<string, unknown>>;
}

interface PostContent extends Appearance {
  /**
   * Markdown, trimmed; at most `Message_MaxAllowedSize` characters (5,000 by default). May be left out beside
   * attachments.
   */
  readonly text?: string;
  /** Links get a preview. True by default if there are no attachments. */
  readonly parseUrls?: boolean;
}

/** To rooms by their id. */
export interface PostToRooms extends PostContent {
  /** One room or several; the id of a person is taken too, for the direct room with that person. */
  readonly roomId: string | readonly string[];
  /** First message of the thread to answer in. */
  readonly tmid?: string;
  readonly channel?: never;
}

/** To rooms by what people call them; never in a thread. */
export interface PostToChannels extends PostContent {
  /** One or several: `#name` of a channel or group, `@name` of a person, or the id or name of a room. */
  readonly channel: string | readonly string[];
  readonly roomId?: never;
  readonly tmid?: never;
}

/** `roomId` or `channel`, never both: the server refuses that since 8.0. A thread only with `roomId`. */
export type PostMessage = PostToRooms | PostToChannels;

/** A message as it is to be stored. Other keys are stored as well, but they do nothing. */
export interface SendMessage extends Appearance {
  /**
   * Chosen by the caller, any text: the proof against sending twice. The server makes one if there is none.
   */
  readonly _id?: string;
  /** The room, by id. With `tmid` the thread's room wins. */
  readonly rid: string;
  /**
   * Markdown; at most `Message_MaxAllowedSize` characters (5,000 by default). A `/command` stays plain text.
   */
  readonly msg?: string;
  /** First message of the thread to answer in; that of an answer leads to the same thread. */
  readonly tmid?: string;
  /** An answer in a thread is shown in the room as well. False by default; only with `tmid`. */
  readonly tshow?: boolean;
  /**
   * Marks a message of a program, which `i` names. Stored and answered as it is, in every release from 6.0
   * to 8.8 (no schema names it, none forbids it). It gives no right and changes no look.
   */
  readonly bot?: BotMark;
  /** False: clients show the sender again, though the message before is by the same. Stored as `bot` is. */
  readonly groupable?: boolean;
  /** Blocks of the UI kit, as apps make them. */
  readonly blocks?: readonly Readonly<Record<string, unknown>>[];
  /** An encrypted message: then `content` has what is said. Every other type is the server's own. */
  readonly t?: 'e2e';
  /** The encrypted message, only with `t`. */
  readonly content?: EncryptedContent;
  /** Who is mentioned in an encrypted message, which the server cannot read. */
  readonly e2eMentions?: EncryptedMentions;
}

export interface BotMark {
  /** Which program; any text. */
  readonly i: string;
}

/** A message and which of its links get a preview. */
export interface SendMessageBody {
  /** The message itself. */
  readonly message: SendMessage;
  /**
   * Only these of its links get a preview; an empty list means none. By default all do, unless they are more
   * than five. Left out on servers before 6.4.
   */
  readonly previewUrls?: readonly string[];
}

export interface Posted {
  /** Milliseconds since 1970, by the server's clock. */
  readonly ts: number;
  /** The first target, as it was given. */
  readonly channel: string;
  readonly message: WireMessage;
}

export const posting = {
  /**
   * Posts as a program does, to one room or several, and joins public channels it is not in. Not to be
   * repeated: it takes no id, so a second call posts a second message. With several targets 8.x sends nothing
   * if one of them fails, older releases what came before it.
   *
   * @returns the message in the first room alone, however many there are
   * @throws `refused` `invalid-channel`: no such target; `refused` `error-message-size-exceeded`: too long;
   * `refused` `Not enough permission`: `alias` or `avatar` without the right; `refused` `Custom fields not
   * enabled`; `refused` `room_is_archived`, `room_is_blocked`, `You_have_been_muted`, `error-invalid-room`;
   * `refused` a sentence: the room is read-only; `refused` `unknown-error`: an app of the server said no;
   * `forbidden` `error-not-allowed`: no access to the room; `forbidden` `error-action-not-allowed`: `@all`
   * without `mention-all`; `invalid` `invalid-params`: a key that the release does not know; `invalid`
   * `needs-release`: `customFields` on a server that is too old, said before anything is sent
   * @since 0.13 (`customFields` 6.8; both `roomId` and `channel` were taken before 8.0)
   * @see `chat.postMessage`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/chat.ts and
   * apps/meteor/server/lib/messages/processWebhookMessage.ts
   */
  postMessage: post<PostMessage, Posted>('chat.postMessage'),
  /**
   * Sends as a person does, to one room, without joining it. With an `_id` of the caller's nothing is ever
   * stored twice, but a known `_id` is answered by an accidental error: in any doubt ask `chat.getMessage`.
   * There is no `ts` here: the server refuses one that is a minute off. The newest releases take
   * five a second, others as many as of any call (10 a minute by default).
   *
   * @returns the message as stored; its links have no preview yet
   * @throws `refused` a text with `starred` or `E11000` in it: the `_id` is known, or an app said no;
   * `refused` `error-message-size-exceeded`: too long; `refused` `error-invalid-message`: empty (the newest
   * releases; older ones store it); `refused` `Not enough permission`: `alias` or `avatar` without the right;
   * `refused` `room_is_archived`, `room_is_blocked`, `You_have_been_muted`, `error-invalid-room`; `refused` a
   * sentence: the room is read-only; `refused` `Custom fields not enabled`; `invalid` `invalid-params`:
   * `tshow` without `tmid`; `forbidden` `error-not-allowed`: no access, threads are switched off, or plain
   * text in an encrypted room; `forbidden` `error-action-not-allowed`: `@all` without `mention-all`;
   * `invalid` `needs-release`: `customFields` on a server that is too old, said before anything is sent
   * @since 0.60 (`previewUrls` 6.4, `customFields` 6.8)
   * @see `chat.sendMessage`, RocketChat/Rocket.Chat apps/meteor/server/meteor-methods/messages/sendMessage.ts
   * and apps/meteor/server/lib/messages/sendMessage.ts
   */
  sendMessage: post<SendMessageBody, { readonly message: WireMessage }>('chat.sendMessage'),
} as const;
