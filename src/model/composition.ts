import type { PostingObstacle } from './posting';
import type { UploadObstacle } from './uploadsLimits';

/** What stands in the form, as it was typed: nothing of it has to be valid. */
export interface Composition {
  readonly targets: readonly Target[];
  /** Then there is one target alone: the room of that thread. */
  readonly thread?: ThreadTarget;
  readonly text: string;
  /** Short code of the emoji in place of the avatar, with or without its colons. */
  readonly emoji: string;
  readonly alias: string;
  /** Address of a picture. */
  readonly avatar: string;
  /** Links get a preview; undefined: as the server decides, which is unless there are attachments. */
  readonly parseUrls?: boolean;
  /** JSON of an object, or nothing. */
  readonly customFields: string;
  readonly attachments: readonly AttachmentForm[];
}

/** A room or person to send to. */
export interface Target {
  /** As `chat.postMessage` takes it: `#name`, `@name`, or the id of a room. */
  readonly entry: string;
  /** As people know it: the name alone. */
  readonly label: string;
}

export interface ThreadTarget {
  /** Id of its first message. */
  readonly id: string;
  /** Beginning of its first message. */
  readonly label: string;
  readonly alsoToRoom: boolean;
}

export interface AttachmentForm {
  /** Of this form alone: unique in it, never sent. */
  readonly id: string;
  readonly color: string;
  readonly text: string;
  /** `2026-11-17 09:30`, in the person's time; seconds where there are any. Anything else is a problem. */
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
  /** JSON of the keys that the form does not know, from what was pasted; empty where there are none. */
  readonly rest: string;
}

export interface FieldForm {
  readonly title: string;
  readonly value: string;
  readonly short: boolean;
}

export const emptyComposition: Composition = {
  targets: [],
  text: '',
  emoji: '',
  alias: '',
  avatar: '',
  customFields: '',
  attachments: [],
};

export function emptyAttachment(id: string = crypto.randomUUID()): AttachmentForm {
  return {
    id,
    color: '',
    text: '',
    ts: '',
    thumb_url: '',
    message_link: '',
    collapsed: false,
    author_name: '',
    author_link: '',
    author_icon: '',
    title: '',
    title_link: '',
    title_link_download: false,
    image_url: '',
    audio_url: '',
    video_url: '',
    fields: [],
    rest: '',
  };
}

/** Something that the server would refuse. `path`: of the field, `attachments.0.title_link`, `targets`, `text`. */
export interface Problem {
  readonly path: string;
  readonly kind: ProblemKind;
  /**
   * What the sentence about it names: how much is too long, a scheme, the label of a target, a file. `title_link`, where
   * that is why a title is missing.
   */
  readonly detail?: string | number;
  /** Why nobody may write to a target. */
  readonly obstacle?: PostingObstacle;
  /** Why the server does not take a file. */
  readonly refusal?: UploadObstacle;
}

export const problemKinds = [
  'noTarget',
  'notPostable',
  'nothingToSend',
  'tooLong',
  'notAnAddress',
  'wrongScheme',
  'notAColor',
  'notATime',
  'linkWithoutTime',
  'missingTitle',
  'missingValue',
  'notAnEmoji',
  'notJson',
  'notAnObject',
  'noRightToImpersonate',
  'customFieldsOff',
  'lostFile',
  'refusedFile',
] as const;
export type ProblemKind = (typeof problemKinds)[number];
