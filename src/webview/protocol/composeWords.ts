/** What the composer says. Of what is counted, one sentence for one and one for several. */
export interface ComposeWords {
  readonly title: string;
  readonly isPayload: string;
  readonly to: ToWords;
  readonly message: string;
  /** `{0}`: left, `{1}`: the most. */
  readonly left: string;
  readonly look: LookWords;
  readonly more: MoreWords;
  readonly files: FilesWords;
  readonly attachments: string;
  /** Why those of a sent message cannot be changed. */
  readonly attachmentsLocked: string;
  /** Puts away what was complained of. */
  readonly close: string;
  readonly preview: string;
  readonly previewEmpty: string;
  readonly outcome: OutcomeWords;
  readonly footer: FooterWords;
}

/** Whom it goes to. */
export interface ToWords {
  readonly label: string;
  readonly add: string;
  readonly addMore: string;
  readonly chosen: string;
  readonly results: string;
  readonly walk: string;
  /** `{0}`: a room or person. */
  readonly remove: string;
  readonly added: string;
  readonly removed: string;
  readonly foundOne: string;
  readonly foundMany: string;
  readonly foundNone: string;
  /** `{0}`: what was typed, and is nobody yet. */
  readonly untaken: string;
  /** `{0}`: room, `{1}`: beginning of its first message. */
  readonly thread: string;
  /** `{0}`: room. */
  readonly alsoTo: string;
  readonly locked: string;
}

/** What stands in the place of the person's own name and picture. */
export interface LookWords {
  readonly emoji: string;
  readonly emojiHint: string;
  readonly pickEmoji: string;
  readonly alias: string;
  readonly avatar: string;
  readonly avatarHint: string;
  readonly noRight: string;
}

export interface MoreWords {
  readonly label: string;
  readonly previews: string;
  readonly previewsByServer: string;
  readonly previewsShown: string;
  readonly previewsNone: string;
  readonly customFields: string;
  readonly customFieldsHint: string;
}

export interface FilesWords {
  readonly label: string;
  readonly add: string;
  readonly addHint: string;
  /** `{0}`: file. */
  readonly description: string;
  readonly describe: string;
  readonly drag: string;
  /** `{0}`: file, `{1}`: place, `{2}`: of so many. */
  readonly moved: string;
  /** `{0}`: file. */
  readonly removed: string;
  /** Why a message that was sent takes none. */
  readonly notInEdit: string;
}

/** How it stands with a target: `{0}`. */
export interface OutcomeWords {
  readonly label: string;
  readonly sending: string;
  readonly waiting: string;
  readonly delivered: string;
  /** `{1}`: why, one sentence. */
  readonly failed: string;
  readonly retry: string;
  readonly stays: string;
}

export interface FooterWords {
  readonly kept: string;
  readonly notKept: string;
  readonly toNobody: string;
  readonly toOne: string;
  readonly toMany: string;
  /** `{0}`: account. */
  readonly as: string;
  readonly problemsOne: string;
  readonly problemsMany: string;
  readonly sending: string;
  readonly copyJson: string;
  readonly copyCurl: string;
  readonly copyHint: string;
  readonly discard: string;
  readonly correctedCopy: string;
  readonly correctedCopyHint: string;
  readonly send: string;
  readonly save: string;
  /** `{0}`: what the button is called, `{1}`: the keys. */
  readonly withKey: string;
}
