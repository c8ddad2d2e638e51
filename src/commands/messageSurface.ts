import type { Message } from '../model/message';
import type { Session } from '../model/session';

/** What the conversation does itself for commands on messages. */
export interface MessageSurface {
  /** The message that a menu in the page was opened on, by what VS Code passes then. */
  messageOf(context: unknown): Message | undefined;
  /** The message that the person is at, while a page has the focus. */
  atHand(): Message | undefined;
  /** Opens its thread with the focus in the box. */
  reply(message: Message): Promise<void>;
  /** Puts it into the box of the place that is open, or else of its own, with the focus there. */
  quote(message: Message): Promise<void>;
  /** Puts its text into the box of its place, with the focus there. */
  edit(message: Message): Promise<void>;
  /** Opens its place, goes there and lights it up. */
  show(message: Message): Promise<void>;
  /** Opens the picker at the message; false where no page shows it. */
  pickReaction(message: Message): boolean;
}

/** Emoji of the standard list or of the server, as a person picks one. */
export interface Emoji {
  /** Without colons; the first is the one that is written. */
  readonly names: readonly string[];
  /** Of the standard list. */
  readonly unicode?: string;
}

export interface EmojiList {
  /** To be awaited before the others. Throws nothing. */
  load(): Promise<void>;
  /** The server's own too, as far as they have come. */
  all(session: Session): readonly Emoji[];
  /** Short names, the latest first. */
  recent(): readonly string[];
  /** To be told of each that was used. */
  use(name: string): Promise<void>;
}
