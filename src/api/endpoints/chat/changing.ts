import type { EncryptedContent, EncryptedMentions } from '../../encrypted';
import { post } from '../../endpoint';
import type { WireMessage, WireUserRef } from '../../wire';

interface Stored {
  /** The message. */
  readonly msgId: string;
  /** The room it is in: the server compares. */
  readonly roomId: string;
}

export interface UpdateText extends Stored {
  /** The new markdown, whole. Quotes are made anew from its links. */
  readonly text: string;
  /** Only these of its links get a preview; an empty list means none. Left out before 6.4. */
  readonly previewUrls?: readonly string[];
  /** As the workspace defines them. Before 6.12 they are lost if the text stays the same. */
  readonly customFields?: Readonly<Record<string, unknown>>;
  readonly content?: never;
  readonly e2eMentions?: never;
}

/** Of an encrypted message; in 8.x. */
export interface UpdateEncrypted extends Stored {
  /** The new text, encrypted. */
  readonly content: EncryptedContent;
  /** Who is mentioned in it. */
  readonly e2eMentions?: EncryptedMentions;
  readonly text?: never;
  readonly previewUrls?: never;
  readonly customFields?: never;
}

export type UpdateMessage = UpdateText | UpdateEncrypted;

interface Deletion {
  /**
   * In the name of its author. Needs `force-delete-message` for what somebody else wrote. False by default.
   */
  readonly asUser?: boolean;
}

export interface DeleteById extends Deletion, Stored {
  readonly fileId?: never;
}

/** From 8.6. */
export interface DeleteByFile extends Deletion {
  /** A file: the message that shows it is deleted. */
  readonly fileId: string;
  readonly msgId?: never;
  readonly roomId?: never;
}

export type DeleteMessage = DeleteById | DeleteByFile;

export interface Deleted {
  readonly _id: string;
  /** Milliseconds since 1970 as text. */
  readonly ts: string;
  readonly message: { readonly _id: string; readonly rid: string; readonly u: WireUserRef };
}

export const changing = {
  /**
   * Edits a message. The same text again changes nothing, unless previews or custom fields come with it; for
   * a file the text becomes its description. It never moves into a thread, and its length is not checked.
   *
   * @returns the message as it is now, with `editedAt` and `editedBy` if something has changed
   * @throws `forbidden` `error-action-not-allowed`: editing is switched off, or it is another's and
   * `edit-message` is missing; `refused` `error-message-editing-blocked`: too old; `refused`
   * `error-app-prevented-updating`: an app said no; `refused` `error-invalid-message`: empty (the newest
   * releases); `refused` `Custom fields not enabled`; `forbidden` `error-not-allowed`: no access; `refused` a
   * sentence: no message has this id (`No message found …`), it is in another room, it is not encrypted;
   * `refused` `room_is_archived`, `You_have_been_muted`; `invalid` `needs-release`: `customFields` on a
   * server that is too old, said before anything is sent
   * @since 0.49 (`previewUrls` 6.4)
   * @see `chat.update`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/chat.ts and
   * apps/meteor/server/meteor-methods/messages/updateMessage.ts
   */
  update: post<UpdateMessage, { readonly message: WireMessage }>('chat.update'),
  /**
   * Deletes a message for everybody. Where the server shows deleted ones, and where a thread hangs on it, an
   * empty message of type `rm` stays. Not repeated: a second time the server knows of no such message, which
   * after a lost answer means success.
   *
   * @returns what was deleted
   * @throws `forbidden` `error-action-not-allowed`: switched off, too old, or not one's own and
   * `delete-message` is missing; `refused` `error-app-prevented-deleting`: an app said no; `refused` a
   * sentence: no message has this id or file (`No message found …`), it is in another room, `asUser` without
   * the right, the room is read-only; `invalid` `needs-release`: `fileId` on a server that is too old, said
   * before anything is sent
   * @since 0.48 (`fileId` 8.6)
   * @see `chat.delete`, RocketChat/Rocket.Chat apps/meteor/server/api/v1/chat.ts and
   * apps/meteor/server/lib/messages/deleteMessage.ts
   */
  delete: post<DeleteMessage, Deleted>('chat.delete'),
} as const;
