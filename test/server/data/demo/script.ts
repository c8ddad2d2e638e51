import type { SeedMessage } from '../seed';
import type { Upload } from './uploads';

type Fate = Partial<Omit<SeedMessage, 'id' | 'room' | 'from' | 'at' | 'text' | 'thread' | 'edited'>>;

interface Parts {
  readonly from: string;
  /** As `Calendar` reads it; without a day (`10:05`) it is the day of the line before. */
  readonly when: string;
  readonly text: string;
  readonly name?: string;
  /** Like `when`. */
  readonly editedWhen?: string;
  readonly replies?: readonly Line[];
  readonly fate?: Fate;
}

/** What was said in one room, in order. `room` is the key that `roomId` takes. */
export interface Scene {
  readonly room: string;
  readonly lines: readonly Line[];
}

/** One line of a room's talk. The chained words tell what became of it; each makes a new line. */
export class Line {
  constructor(readonly parts: Parts) {}

  /** Gives it a name that quotes, views and tests refer to. */
  named(name: string): Line {
    return this.with({ name });
  }

  answered(...replies: readonly Line[]): Line {
    return this.with({ replies });
  }

  edited(when: string): Line {
    return this.with({ editedWhen: when });
  }

  /** `by` lists user names, parted by spaces. */
  reacted(emoji: string, by: string): Line {
    return this.became({ reactions: { ...this.parts.fate?.reactions, [emoji]: by.split(' ') } });
  }

  starred(by: string): Line {
    return this.became({ starredBy: by.split(' ') });
  }

  pinned(by: string): Line {
    return this.became({ pinnedBy: by });
  }

  /** A reply that its author also sent to the room. */
  alsoInRoom(): Line {
    return this.became({ alsoInChannel: true });
  }

  became(fate: Fate): Line {
    return this.with({ fate: { ...this.parts.fate, ...fate } });
  }

  private with(change: Partial<Parts>): Line {
    return new Line({ ...this.parts, ...change });
  }
}

/** The pieces are lines of text, and blocks of code as `code.ts` makes them. */
export function said(from: string, when: string, ...pieces: readonly string[]): Line {
  return new Line({ from, when, text: pieces.join('\n') });
}

/** A system message; `text` is its parameter, such as the person added or the new topic. */
export function noted(from: string, when: string, [type, text = '']: readonly [string, string?]): Line {
  return new Line({ from, when, text, fate: { type } });
}

/** A bot's message with an empty text. */
export function posted(from: string, when: string, ...attachments: readonly Record<string, unknown>[]): Line {
  return new Line({ from, when, text: '', fate: { attachments } });
}

export function uploaded(from: string, when: string, { file, attachment }: Upload): Line {
  return new Line({ from, when, text: '', fate: { file, attachments: [attachment] } });
}
