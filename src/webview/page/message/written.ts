import type { PathRef } from './paths';

/** A piece within a line, of what somebody wrote: checked, and nothing to be drawn yet. */
export type Span =
  | { readonly kind: 'text' | 'code' | 'math'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike' | 'spoiler'; readonly content: readonly Span[] }
  /** `href` is safe to open; `label` holds nothing that could be pressed. */
  | { readonly kind: 'link'; readonly href: string; readonly label: readonly Span[] }
  | { readonly kind: 'person'; readonly username: string }
  | { readonly kind: 'room'; readonly name: string }
  /** By its short name; `text` is what was written. */
  | { readonly kind: 'emoji'; readonly name: string; readonly text: string }
  | { readonly kind: 'color'; readonly color: string; readonly text: string }
  | { readonly kind: 'time'; readonly at: number; readonly format: TimeFormat }
  | { readonly kind: 'path'; readonly ref: PathRef; readonly text: string; readonly isCode: boolean };

/** The clock without and with seconds, the day short and long, both short and long, and how long ago. */
export type TimeFormat = 't' | 'T' | 'd' | 'D' | 'f' | 'F' | 'R';

export type Block =
  | { readonly kind: 'paragraph'; readonly lines: readonly (readonly Span[])[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly content: readonly Span[] }
  | { readonly kind: 'quote' | 'spoilerBlock'; readonly content: readonly Block[] }
  | { readonly kind: 'list'; readonly start?: number; readonly items: readonly Item[] }
  | { readonly kind: 'bigEmoji'; readonly content: readonly Span[] }
  | CodeBlock
  | { readonly kind: 'mathBlock'; readonly text: string }
  | { readonly kind: 'rule' | 'gap' }
  | { readonly kind: 'table'; readonly head: readonly Cell[]; readonly rows: readonly (readonly Cell[])[] };

/** `isDone` of a task. */
export interface Item {
  readonly content: readonly Span[];
  readonly isDone?: boolean;
}

export interface Cell {
  readonly content: readonly Span[];
  readonly align?: 'left' | 'center' | 'right';
}

export interface CodeBlock {
  readonly kind: 'codeBlock';
  readonly code: string;
  readonly language?: string;
  readonly header?: CodeHeader;
}

/** Where the code was taken from, as a message of ours says right before it. */
export interface CodeHeader {
  readonly ref: PathRef;
  readonly href?: string;
  /** What is said after it: `not pushed yet`. */
  readonly note: string;
}

export function isBlock(piece: Block | Span): piece is Block {
  return Object.hasOwn(blockKinds, piece.kind);
}

const blockKinds: Readonly<Record<Block['kind'], true>> = {
  paragraph: true,
  heading: true,
  quote: true,
  spoilerBlock: true,
  list: true,
  bigEmoji: true,
  codeBlock: true,
  mathBlock: true,
  rule: true,
  gap: true,
  table: true,
};
