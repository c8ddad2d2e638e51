import type { MessageView } from './message';

/** A room, or a thread in it by its first message. */
export interface Place {
  readonly room: string;
  readonly thread?: string;
}

/** What a page is told once, before all else; again only when it has changed. */
export interface Setup {
  /** BCP 47. */
  readonly locale: string;
  readonly hourCycle: 'h12' | 'h23';
  readonly me: { readonly id: string; readonly username: string };
  /** Which of the two keys sends: Enter, or Enter with Shift, Ctrl or Cmd (`alternative`). */
  readonly sendsOn: 'enter' | 'alternative';
  /** Messages of one author within so many ms stand together. */
  readonly groupingPeriod: number;
  readonly showsAvatars: boolean;
  /** Where the page stands: in an editor there is no *Open in Editor*. */
  readonly home: 'sideBar' | 'editor';
}

/** The room or thread in hand, and all around its messages. */
export interface PlaceView {
  /** Absent where there is nothing to show but a face. */
  readonly place?: Place;
  /** In an account: a draft or a scroll position of another account is not for this one. */
  readonly account?: string;
  readonly title: string;
  /** A codicon's name. */
  readonly icon: string;
  readonly topic?: string;
  /** Of a thread: where *Back* leads. */
  readonly parent?: string;
  /** As the room's row says it: what `when` clauses of menus look at. */
  readonly contextValue: string;
  /** Stands where messages would. */
  readonly face?: Face;
  /** Stands above the answer box, while messages can be read: offline, slowed down. */
  readonly notice?: Face;
  readonly box: BoxView;
  /** Who is typing, in words; empty where nobody is. */
  readonly typing: string;
}

/** One line and at most one thing to do about it. */
export interface Face {
  readonly text: string;
  readonly action?: { readonly label: string; readonly id: FaceAction };
}

export const faceActions = [
  'signIn',
  'switchAccount',
  'pickRoom',
  'join',
  'retry',
  'openInBrowser',
  'showLog',
] as const;
export type FaceAction = (typeof faceActions)[number];

/** Where one writes; where one may not, why. */
export type BoxView =
  | {
      readonly state: 'open';
      readonly placeholder: string;
      /** In UTF-16 units. */
      readonly maxLength: number;
      /** Absent where nothing may be attached. */
      readonly files?: { readonly maxSize?: number };
      /** Of a thread: whether *Also send to …* begins checked, and what it says. */
      readonly alsoToRoom?: { readonly isChecked: boolean; readonly label: string };
    }
  | { readonly state: 'closed'; readonly notice: Face }
  | { readonly state: 'none' };

/**
 * A window into the messages of a place, the oldest first. `changed` holds those of `ids` that the page does not have
 * as they are; with `isFresh` it holds all of them, and the page lets go of what it had.
 */
export interface MessagesView {
  readonly place: Place;
  readonly isFresh: boolean;
  /** What happens to be known is shown until the messages are there: others may come between them. */
  readonly isPreliminary?: boolean;
  readonly ids: readonly string[];
  readonly changed: readonly MessageView[];
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
  readonly older?: Loading;
  readonly newer?: Loading;
  /** The first message that was unread when reading began; how many there are from there on. */
  readonly firstUnread?: { readonly id: string; readonly count: number };
}

/** A page that is asked for or could not be had, in words: `Newer in 12 s`. */
export interface Loading {
  readonly state: 'loading' | 'waiting' | 'failed';
  readonly text?: string;
}

/** A file that is going to be sent, or is being sent. */
export interface UploadView {
  readonly id: string;
  readonly name: string;
  /** Media type. */
  readonly type: string;
  /** In bytes. */
  readonly size: number;
  /** `ready`: waits to be sent with the text. */
  readonly state: 'ready' | 'sending' | 'failed';
  /** From 0 up to 1; absent where the host cannot count. */
  readonly progress?: number;
  readonly reason?: string;
}

export interface CompletionView {
  /** What takes the place of what was typed, sign included, without the blank after it. */
  readonly insert: string;
  readonly label: string;
  readonly detail?: string;
  /** For `ImageRequest`. */
  readonly image?: string;
  /** A codicon's name. */
  readonly icon?: string;
}

export interface EmojiView {
  /** Without colons; the first is the one that is written. */
  readonly names: readonly string[];
  /** Of the standard list. */
  readonly unicode?: string;
  /** Of the server's own: for `ImageRequest`. */
  readonly image?: string;
  readonly category: string;
}

/** A picture, sound or film as the host got it. */
export type MediaView =
  | { readonly state: 'ready'; readonly type: string; readonly bytes: Uint8Array }
  /** Lies with somebody else, who would learn of the reading: only once the person wants it. */
  | { readonly state: 'foreign'; readonly host: string }
  /** `reason` in one sentence. */
  | { readonly state: 'failed'; readonly reason: string };

/** Host to page: state, never deltas that a hidden page could miss. */
export type ToPage =
  | { readonly type: 'setup'; readonly setup: Setup }
  | { readonly type: 'emoji'; readonly emoji: readonly EmojiView[] }
  /** Short names of those used last, the latest first. */
  | { readonly type: 'recentEmoji'; readonly recent: readonly string[] }
  | { readonly type: 'place'; readonly view: PlaceView }
  | { readonly type: 'messages'; readonly view: MessagesView }
  /** Scrolls there and, with `flashes`, lets it light up. */
  | { readonly type: 'reveal'; readonly message: string; readonly flashes: boolean }
  | { readonly type: 'focus'; readonly target: 'box' | 'messages' }
  | { readonly type: 'media'; readonly source: string; readonly media: MediaView }
  | { readonly type: 'completions'; readonly request: number; readonly items: readonly CompletionView[] }
  /** What was kept of the box; comes with each place, and only then takes the place of what it holds. */
  | { readonly type: 'draft'; readonly place: Place; readonly draft: Draft }
  | { readonly type: 'uploads'; readonly place: Place; readonly uploads: readonly UploadView[] }
  /** Answers `attach`, after `uploads` with what was taken; where it was not, the host has said why. */
  | { readonly type: 'attached'; readonly place: Place; readonly request: number; readonly isTaken: boolean }
  /** Goes into the box where its caret is; what was typed stays. */
  | { readonly type: 'insert'; readonly place: Place; readonly text: string }
  | { readonly type: 'edit'; readonly place: Place; readonly message: string; readonly text: string }
  /** Joins what is quoted in the box. */
  | { readonly type: 'quote'; readonly place: Place; readonly quote: QuoteView }
  /**
   * What was sent and not even accepted goes back into the box, before what was typed since; `reason` is empty for what
   * the person took back, and where something else says why.
   */
  | { readonly type: 'refused'; readonly place: Place; readonly draft: Draft; readonly reason: string }
  | { readonly type: 'pickReaction'; readonly message: string };

/** What stands in the box. */
export interface Draft {
  readonly text: string;
  /** The message of mine that it changes. */
  readonly edits?: string;
  /** The messages that it quotes. */
  readonly quotes?: readonly QuoteView[];
  /** With `edits`: what stood in the box before, and does again when the editing ends; itself no edit. */
  readonly before?: Draft;
}

export interface QuoteView {
  readonly id: string;
  readonly author: string;
  /** Its first line, plain. */
  readonly text: string;
}

/** Page to host: what the person did, never what should happen. */
export type FromPage =
  /** The page hears what it is told from now on. */
  | { readonly type: 'ready' }
  | { readonly type: 'older' }
  | { readonly type: 'newer' }
  /** To the latest messages, from wherever it is. */
  | { readonly type: 'latest' }
  /** The newest message on screen, in a page that can be seen. */
  | { readonly type: 'seen'; readonly place: Place; readonly message: string }
  /** The message that menus, keys and the palette mean. */
  | { readonly type: 'atHand'; readonly message?: string }
  | { readonly type: 'openThread'; readonly message: string }
  | { readonly type: 'back' }
  | { readonly type: 'openRoom'; readonly room: string }
  | { readonly type: 'openPerson'; readonly username: string }
  | { readonly type: 'openLink'; readonly href: string }
  /** `src/a.ts:12`; a range ends with `-20`. `href`: where the same lines can be seen on the web. */
  | {
      readonly type: 'openPath';
      readonly path: string;
      readonly line: number;
      readonly end?: number;
      readonly href?: string;
    }
  | { readonly type: 'show'; readonly message: string }
  | { readonly type: 'face'; readonly action: FaceAction }
  | { readonly type: 'header'; readonly action: 'search' | 'openInEditor' }
  | { readonly type: 'action'; readonly action: string; readonly message: string }
  | { readonly type: 'react'; readonly message: string; readonly emoji: string }
  | { readonly type: 'code'; readonly action: CodeAction; readonly code: string; readonly language?: string }
  | { readonly type: 'download'; readonly source: string; readonly name: string }
  /** `isWanted`: the person asked for what lies with somebody else; `always`: from that host from now on. */
  | { readonly type: 'media'; readonly source: string; readonly isWanted?: 'once' | 'always' }
  | { readonly type: 'typing'; readonly isTyping: boolean }
  | { readonly type: 'draft'; readonly place: Place; readonly draft: Draft }
  | { readonly type: 'send'; readonly place: Place; readonly draft: Draft; readonly alsoToRoom?: boolean }
  | { readonly type: 'resend'; readonly message: string }
  | { readonly type: 'discard'; readonly message: string }
  /** A message that failed goes back into the box. */
  | { readonly type: 'takeBack'; readonly message: string }
  | {
      readonly type: 'complete';
      readonly request: number;
      readonly kind: 'person' | 'room' | 'command';
      readonly query: string;
    }
  | { readonly type: 'pickFiles' }
  | { readonly type: 'insertSelection' }
  /** What stands in the box goes to a composer. */
  | { readonly type: 'compose'; readonly place: Place; readonly draft: Draft }
  | {
      readonly type: 'attach';
      /** Of the page's own counting; answered by `attached`. */
      readonly request: number;
      readonly place: Place;
      readonly name: string;
      readonly mediaType: string;
      readonly bytes: Uint8Array;
    }
  /** Takes a file off, or stops its upload. */
  | { readonly type: 'detach'; readonly upload: string }
  /** Escape in the list: back to the last editor. */
  | { readonly type: 'leave' };

export const codeActions = ['copy', 'insert', 'open', 'compare'] as const;
export type CodeAction = (typeof codeActions)[number];
