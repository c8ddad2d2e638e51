/**
 * What hangs on a message that is sent: a coloured bar beside a title, an author, a text, media and a table.
 * Every address is absolute or begins with `/file-upload/`; `javascript:` is refused.
 */
export interface OutgoingAttachment {
  /** Of the bar, in any form that CSS knows: `#2de0a5`. */
  readonly color?: string;
  /** Markdown; at most `Message_MaxAllowedSize` characters (5,000 by default). */
  readonly text?: string;
  /** A time beside the text: ISO 8601, or milliseconds since 1970. */
  readonly ts?: string | number;
  /** A small picture beside the text. */
  readonly thumb_url?: string;
  /** Where the time leads, so it needs `ts`. Clients take an attachment that has it for a quote. */
  readonly message_link?: string;
  /** Folded up until somebody opens it. False by default. */
  readonly collapsed?: boolean;
  /** Shown above the title. */
  readonly author_name?: string;
  /** Where the author's name leads. */
  readonly author_link?: string;
  /** A tiny picture before the author's name. */
  readonly author_icon?: string;
  /** Shown below the author. */
  readonly title?: string;
  /** Where the title leads. */
  readonly title_link?: string;
  /** The title's link is offered as a download. False by default. */
  readonly title_link_download?: boolean;
  /** A picture, shown large. */
  readonly image_url?: string;
  /** A sound to be played. */
  readonly audio_url?: string;
  /** A film to be played. */
  readonly video_url?: string;
  /** A table, a cell for each. */
  readonly fields?: readonly OutgoingField[];
}

export interface OutgoingField {
  /** Not empty, or the whole message is refused. */
  readonly title: string;
  /** Not empty either. */
  readonly value: string;
  /** May stand beside another; otherwise it has a line to itself. */
  readonly short?: boolean;
}
