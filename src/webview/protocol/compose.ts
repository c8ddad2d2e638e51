import type { CompletionView, EmojiView, FromPage, Setup, ToPage, UploadView } from './conversation';
import type { MessageView } from './message';

/** What stands in the form, as it was typed. The same shape as the model's `Composition`, which says what it means. */
export interface ComposeForm {
  readonly targets: readonly TargetForm[];
  readonly thread?: { readonly id: string; readonly label: string; readonly alsoToRoom: boolean };
  readonly text: string;
  readonly emoji: string;
  readonly alias: string;
  readonly avatar: string;
  readonly parseUrls?: boolean;
  readonly customFields: string;
  readonly attachments: readonly AttachmentForm[];
}

export interface TargetForm {
  readonly entry: string;
  readonly label: string;
}

export interface AttachmentForm {
  readonly id: string;
  readonly color: string;
  readonly text: string;
  readonly ts: string;
  readonly thumb_url: string;
  readonly message_link: string;
  readonly collapsed: boolean;
  readonly author_name: string;
  readonly author_link: string;
  readonly author_icon: string;
  readonly title: string;
  readonly title_link: string;
  readonly title_link_download: boolean;
  readonly image_url: string;
  readonly audio_url: string;
  readonly video_url: string;
  readonly fields: readonly FieldForm[];
  readonly rest: string;
}

export interface FieldForm {
  readonly title: string;
  readonly value: string;
  readonly short: boolean;
}

/** What the form may hold, by the server's settings and the person's rights. */
export interface ComposeView {
  /** Whose draft it is, kept by the page for when it comes back. */
  readonly account: string;
  readonly draft: string;
  /** `edit`: a message that was sent; its attachments are locked. */
  readonly mode: 'new' | 'edit';
  /** In UTF-16 units. */
  readonly maxLength: number;
  /** Alias and avatar are shown only with the right to them. */
  readonly mayImpersonate: boolean;
  readonly mayAttachFiles: boolean;
  /** In bytes: larger ones are not even read. */
  readonly maxFileSize?: number;
  /** As whom it is sent, `user @ host`: said in the footer. */
  readonly accountLabel: string;
  /** Nothing can be written: signed out, another account in use. */
  readonly notice?: string;
}

/** One sentence about a field: `attachments.0.title_link`, `targets`, `text`. */
export interface ProblemView {
  readonly path: string;
  readonly text: string;
}

export interface TargetView extends TargetForm {
  readonly detail?: string;
  /** A codicon's name. */
  readonly icon?: string;
  /** For `ImageRequest`. */
  readonly image?: string;
}

/** A file that goes with the message. */
export interface ComposeFileView extends UploadView {
  /** Goes with it; the person writes it. */
  readonly description: string;
  /** For `media`, where it is a picture. */
  readonly image?: string;
}

/** How it stands with one target. */
export interface OutcomeView {
  readonly entry: string;
  readonly label: string;
  readonly state: 'sending' | 'waiting' | 'delivered' | 'failed';
  /** One sentence, of one that waits or failed. */
  readonly reason?: string;
}

/** Host to composer: state, never deltas that a hidden page could miss. */
export type ToCompose =
  | Extract<ToPage, { type: 'setup' | 'emoji' | 'recentEmoji' | 'media' | 'completions' }>
  | { readonly type: 'composer'; readonly view: ComposeView }
  /** Takes the place of all that stands in the form: at the beginning, after a paste, and for a message to be edited. */
  | { readonly type: 'form'; readonly form: ComposeForm }
  | { readonly type: 'problems'; readonly problems: readonly ProblemView[] }
  /** The message as it is going to arrive. `more`: the files that follow it, a message each. */
  | { readonly type: 'preview'; readonly message: MessageView; readonly more?: readonly MessageView[] }
  /** Several answers to one request, each with all that is known: the last is `isWhole`. */
  | {
      readonly type: 'targets';
      readonly request: number;
      readonly items: readonly TargetView[];
      readonly isWhole: boolean;
    }
  | { readonly type: 'files'; readonly files: readonly ComposeFileView[] }
  /** Empty while nothing was sent. */
  | { readonly type: 'outcomes'; readonly outcomes: readonly OutcomeView[] }
  /** What was pasted is no message: it goes into the field that it was pasted into. */
  | { readonly type: 'pasted'; readonly request: number; readonly isTaken: boolean }
  /** `isKept`: all that the host has heard is on the disk. `edition`: of the last form that it heard from this page. */
  | { readonly type: 'draftState'; readonly isKept: boolean; readonly edition?: number }
  | { readonly type: 'focus'; readonly path: string };

/** Composer to host: what the person did, never what should happen. */
export type FromCompose =
  | Extract<
      FromPage,
      {
        type:
          | 'ready'
          | 'openLink'
          | 'openRoom'
          | 'openPerson'
          | 'openPath'
          | 'code'
          | 'download'
          | 'media'
          | 'complete';
      }
    >
  /** All of it, after each change. `edition`: counts them from 1, so that it is known what an answer is about. */
  | { readonly type: 'form'; readonly form: ComposeForm; readonly edition: number }
  | { readonly type: 'sendForm'; readonly form: ComposeForm }
  | { readonly type: 'retryTarget'; readonly entry: string }
  | { readonly type: 'findTargets'; readonly request: number; readonly query: string }
  | { readonly type: 'copyPayload'; readonly as: 'json' | 'curl' }
  /** Looks like JSON of a message. */
  | { readonly type: 'paste'; readonly request: number; readonly text: string }
  | { readonly type: 'pickFiles' }
  | {
      readonly type: 'addFile';
      readonly name: string;
      readonly mediaType: string;
      readonly bytes: Uint8Array;
    }
  /** Dropped from the Explorer or a tab. */
  | { readonly type: 'addResources'; readonly uris: readonly string[] }
  | { readonly type: 'describeFile'; readonly file: string; readonly description: string }
  /** To that place in their order. */
  | { readonly type: 'moveFile'; readonly file: string; readonly to: number }
  /** Takes a file off, or stops its upload. */
  | { readonly type: 'removeFile'; readonly file: string }
  | { readonly type: 'correctedCopy' }
  | { readonly type: 'discardDraft' };

export type { CompletionView, EmojiView, Setup };
