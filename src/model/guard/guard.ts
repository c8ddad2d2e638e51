/** A text that is about to leave this machine. */
export interface Passage {
  readonly text: string;
  /** Names it where something is found: a file, `Attachment 2`. Absent where there is but one text. */
  readonly label?: string;
  /** Of code from a file: which line of that one of the text is, both from 1. */
  readonly lineOf?: (line: number) => number | undefined;
}

/** What looks like a secret. */
export interface Finding {
  /** In UTF-16 units, the end not included. */
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly line: number;
  /** The rule that found it: `github-token`, `private-key`, `entropy`. */
  readonly rule: string;
}

/** Stands before every way out. */
export interface Guard {
  /**
   * Looks through the texts on this machine. Answers them as they may leave, in the same order, masked where the person
   * wants it; undefined where the person wants to go no further. Asks nobody where nothing is found.
   */
  check(passages: readonly Passage[]): Promise<readonly string[] | undefined>;
}
