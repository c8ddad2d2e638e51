import type { EncryptedContent } from '../encrypted';
import { post } from '../endpoint';
import type { WireMessage } from '../wire';

/** A file that the server holds for 24 hours, or for good once a message shows it. */
export interface UploadedFile {
  readonly _id: string;
  /** Its path on the server, `/file-upload/<id>/<name>`: `client.download` takes it. */
  readonly url: string;
}

/** What is said with a file. */
export interface Words {
  /** Markdown above the file; at most `Message_MaxAllowedSize` characters (5,000 by default). */
  readonly msg?: string;
  /** Belongs to the file itself; at most as long as `msg`. */
  readonly description?: string;
  /** First message of the thread to answer in. */
  readonly tmid?: string;
  /**
   * Shown instead of the sender's name. Needs `message-impersonate`, which bots have and administrators lack.
   */
  readonly alias?: string;
  /** Short code of an emoji, `:tada:`, shown instead of the avatar. */
  readonly emoji?: string;
  /** Address of a picture shown instead of the avatar. Needs `message-impersonate`. */
  readonly avatar?: string;
  /**
   * True: clients may show it under the message before. False by default, and in every release before 6.10.
   */
  readonly groupable?: boolean;
  /** As the workspace defines them, only while `Message_CustomFields_Enabled`. From 6.8. */
  readonly customFields?: Readonly<Record<string, unknown>>;
}

/** A file that becomes a message. */
export interface MediaConfirm extends Words {
  /** The room that it was sent to, by id. */
  readonly rid: string;
  /** `file._id` of the first step. */
  readonly fileId: string;
  /**
   * Another name for the file. Refused by the first releases that have this method (6.10; until when is
   * unknown).
   */
  readonly fileName?: string;
  /** The message is encrypted. */
  readonly t?: 'e2e';
  /** What is said in an encrypted message. */
  readonly content?: EncryptedContent;
  /** What is known of an encrypted file. */
  readonly fileContent?: EncryptedContent;
}

export interface Confirmed {
  /** The message that shows the file; null where the server did not find it again. */
  readonly message: WireMessage | null;
}

/** The first release that takes a file and its message apart; those before take both in one call. */
export const twoSteps = '6.10';

/** Methods behind `client.upload`: forms, not JSON, but for the second step. */
export const uploads = {
  /** A lost answer leaves a file that is nobody's for 24 hours, so that it may be sent again. */
  media: post<{ readonly rid: string }, { readonly file: UploadedFile }>('rooms.media/:rid', {
    isSafe: true,
    since: twoSteps,
  }),
  /** Never repeated: each time another message shows the file. */
  mediaConfirm: post<MediaConfirm, Confirmed>('rooms.mediaConfirm/:rid/:fileId', { since: twoSteps }),
  /** Gone in 8.0. */
  upload: post<{ readonly rid: string }, Confirmed>('rooms.upload/:rid'),
} as const;
