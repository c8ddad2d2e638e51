/** What is said around messages. */
export interface ListWords {
  readonly newMessages: string;
  /** `{0}` is the room. */
  readonly messagesOf: string;
  readonly noMessages: string;
  readonly back: string;
  readonly search: string;
  readonly openInEditor: string;
  readonly more: string;
  readonly loadingOlder: string;
  readonly loadingNewer: string;
  readonly retry: string;
  readonly jumpToUnread: Plural;
  readonly jumpToLatest: string;
  readonly jumpToArrived: Plural;
  readonly replies: Plural;
  readonly reactions: Plural;
  readonly mentionsYou: string;
  readonly edited: string;
  readonly pinned: string;
  readonly starred: string;
  readonly deleted: string;
  readonly encrypted: string;
  readonly ignored: string;
  readonly unread: string;
  readonly sending: string;
  /** `{0}` says why. */
  readonly notSent: string;
  readonly emoji: EmojiWords;
}

/** `{0}` is the number. */
interface Plural {
  readonly one: string;
  readonly many: string;
}

export interface EmojiWords {
  readonly pick: string;
  readonly search: string;
  readonly none: string;
  readonly recent: string;
  readonly results: string;
  /** By the categories that emoji have; one that is not here has no name but its own. */
  readonly categories: Readonly<Record<string, string>>;
}
