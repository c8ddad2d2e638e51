/** What the cards of attachments say. */
export interface ComposeAttachmentWords {
  readonly add: string;
  /** Of one that has neither title nor text. */
  readonly untitled: string;
  /** `{0}` of `{1}`, called `{2}`. */
  readonly card: string;
  readonly moveUp: string;
  readonly moveDown: string;
  /** `{0}` is what the button does. */
  readonly withKeyUp: string;
  readonly withKeyDown: string;
  readonly drag: string;
  readonly duplicate: string;
  readonly remove: string;
  readonly undo: string;
  readonly yes: string;
  /** Of a fold that is folded. */
  readonly problemWithin: string;
  readonly said: SaidWords;
  readonly title: TitleWords;
  readonly common: CommonWords;
  readonly author: AuthorWords;
  readonly media: MediaWords;
  readonly fields: FieldsWords;
  readonly kept: KeptWords;
}

/** Read out, of attachments and their fields. */
export interface SaidWords {
  /** To `{0}` of `{1}`. */
  readonly moved: string;
  /** The copy is `{0}` of `{1}`. */
  readonly copied: string;
  /** `{0}` is what it was called. Seen, too. */
  readonly removed: string;
  /** As `{0}` of `{1}`. */
  readonly restored: string;
  readonly fieldRemoved: string;
}

export interface TitleWords {
  readonly title: string;
  readonly link: string;
  readonly download: string;
}

export interface CommonWords {
  readonly text: string;
  readonly color: string;
  readonly colorHint: string;
  readonly pickColor: string;
  readonly namedColors: string;
  readonly noColor: string;
  readonly time: string;
  readonly timeHint: string;
  readonly pickTime: string;
  readonly now: string;
  readonly nowTip: string;
  readonly messageLink: string;
  /** Why it cannot be typed yet. */
  readonly messageLinkOff: string;
  readonly thumb: string;
  readonly collapsed: string;
}

export interface AuthorWords {
  readonly group: string;
  readonly name: string;
  readonly link: string;
  readonly icon: string;
}

export interface MediaWords {
  readonly group: string;
  readonly image: string;
  readonly audio: string;
  readonly video: string;
}

export interface FieldsWords {
  readonly group: string;
  /** `{0}` of `{1}`. */
  readonly row: string;
  readonly title: string;
  readonly value: string;
  readonly short: string;
  readonly shortTip: string;
  readonly add: string;
}

/** Of keys that the form does not know. */
export interface KeptWords {
  /** `{0}` are their names. */
  readonly also: string;
  readonly remove: string;
}
