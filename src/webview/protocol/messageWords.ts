/** `{0}` is the number. */
interface Plural {
  readonly one: string;
  readonly many: string;
}

/** What a message says of itself. */
export interface MessageWords
  extends MarkWords, ActWords, TextWords, CodeWords, MediaWords, AttachmentWords, ThreadWords {}

/** What stands beside a name. */
export interface MarkWords {
  readonly edited: string;
  /** `{0}` is who, `{1}` when. */
  readonly editedBy: string;
  readonly editedAt: string;
  readonly pinned: string;
  readonly pinnedBy: string;
  readonly pinnedAt: string;
  readonly pinnedBySomebody: string;
  readonly starred: string;
  readonly readByAll: string;
  readonly notReadByAll: string;
  readonly sending: string;
  readonly notSent: string;
  readonly showPerson: string;
  readonly deleted: string;
  readonly encrypted: string;
  readonly ignored: string;
}

export interface ActWords {
  readonly addReaction: string;
  readonly reply: string;
  readonly star: string;
  readonly unstar: string;
  readonly more: string;
  readonly retry: string;
  readonly edit: string;
  readonly discard: string;
  readonly openInBrowser: string;
  /** `{0}` are people, `{1}` an emoji. */
  readonly reactedWith: string;
}

export interface TextWords {
  readonly showMore: string;
  readonly showLess: string;
  readonly spoiler: string;
  readonly done: string;
  readonly notDone: string;
  readonly openPath: string;
  readonly openRoom: string;
}

export interface CodeWords {
  readonly code: string;
  readonly copy: string;
  readonly insert: string;
  readonly openInEditor: string;
  readonly compare: string;
  readonly showAllLines: string;
}

export interface MediaWords {
  readonly picture: string;
  readonly load: string;
  /** `{0}` is a host. */
  readonly alwaysFrom: string;
  readonly liesWith: string;
  readonly enlarge: string;
  readonly reduce: string;
  /** `{0}` is a name. */
  readonly play: string;
  readonly loading: string;
  readonly cannotPlay: string;
  readonly cannotShow: string;
}

export interface AttachmentWords {
  readonly download: string;
  readonly removedFile: string;
  readonly hasButtons: string;
  readonly hasBlocks: string;
  readonly goToQuoted: string;
  readonly showAttachment: string;
  readonly hideAttachment: string;
  readonly tooDeep: string;
}

export interface ThreadWords {
  readonly replies: Plural;
  /** `{0}` is how long ago. */
  readonly lastReply: string;
  readonly unread: string;
  readonly inThread: string;
  readonly openDiscussion: string;
  readonly messages: Plural;
  readonly lastMessage: string;
}
