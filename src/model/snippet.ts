import type { Lines } from './gitLink';
import { fenced } from './snippetCode';
import { headerOf } from './snippetHeader';

/** What it is: problems by what they weigh, `output` for what stands in no file. */
export const snippetKinds = ['code', 'link', 'error', 'warning', 'note', 'diff', 'output', 'stack'] as const;
export type SnippetKind = (typeof snippetKinds)[number];

/** Something to be shared: pieces of one file, in the order in which they were chosen, or what is said of it. */
export interface Snippet {
  readonly kind: SnippetKind;
  readonly comment?: string;
  /** For people: relative to the repository or the workspace. Empty where it is no file. */
  readonly path: string;
  /** In place of the path: `Staged changes`. Absent where the code speaks for itself. */
  readonly title?: string;
  /** VS Code's. */
  readonly language: string;
  readonly pieces: readonly Piece[];
  /** Stands below the header: what a tool says of the code, or all there is. */
  readonly words?: readonly Words[];
  /** What to know before relying on the lines, in words: `not pushed yet`. */
  readonly notes: readonly string[];
  /** Where these lines can be seen on the web. */
  readonly linkTo: (lines: Lines) => string | undefined;
}

export interface Piece {
  /** Absent where there are none to go to. */
  readonly lines?: Lines;
  /** Begins with the indentation of its first line. */
  readonly code: string;
  /** The whole file: its lines need not be said. */
  readonly isWhole?: boolean;
}

/** A line of what is said. */
export interface Words {
  readonly markdown: string;
  readonly plain: string;
}

/** The message it becomes: comment, then a header and fenced code for each piece. */
export function snippetText(snippet: Snippet): string {
  return joined([commentOf(snippet), bodyText(snippet)]);
}

export function commentOf({ comment = '' }: Snippet): string {
  return comment.trim();
}

/** Path, lines and link, with the notes; empty where there is nothing to name. */
export function headerText({ path, title = '', notes, linkTo }: Snippet, piece?: Piece): string {
  const lines = piece?.lines;
  const header =
    path === '' ? title : headerOf(path, piece?.isWhole ? undefined : lines, lines && linkTo(lines));
  return [...(header === '' ? [] : [header]), ...notes.map((note) => `(${note})`)].join(' ');
}

export function wordsText({ words = [] }: Snippet): string {
  return words.map(({ markdown }) => markdown).join('\n');
}

/** How many characters too long for the server, which counts UTF-16 as we do; 0 if it fits. */
export function excessOf(text: string, limit: number): number {
  return Math.max(0, text.length - limit);
}

/** The longest beginning that passes, where all shorter ones pass too; undefined if not even one line does. */
export function longestThat(snippet: Snippet, passes: (part: Snippet) => boolean): Snippet | undefined {
  let passing = 0;
  let ceiling = lineCount(snippet);
  while (passing < ceiling) {
    const middle = Math.ceil((passing + ceiling) / 2);
    if (passes(firstLines(snippet, middle))) passing = middle;
    else ceiling = middle - 1;
  }
  return passing > 0 ? firstLines(snippet, passing) : undefined;
}

/** Of code; where there is none, of what is said. */
export function lineCount({ pieces, words = [] }: Snippet): number {
  if (pieces.length === 0) return words.length;
  return pieces.reduce((sum, piece) => sum + linesOf(piece).length, 0);
}

export function firstLines(snippet: Snippet, count: number): Snippet {
  if (snippet.pieces.length === 0) return { ...snippet, words: snippet.words?.slice(0, count) };
  const pieces: Piece[] = [];
  let left = count;
  for (const piece of snippet.pieces) {
    const lines = linesOf(piece);
    const taken = lines.slice(0, left);
    if (taken.length === lines.length) pieces.push(piece);
    else if (taken.length > 0) pieces.push(startOf(piece, taken));
    left -= taken.length;
  }
  return { ...snippet, pieces };
}

/** Without what is empty. */
export function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n');
}

function bodyText(snippet: Snippet): string {
  if (snippet.pieces.length === 0) return joined([headerText(snippet), wordsText(snippet)]);
  const [first, ...more] = snippet.pieces.map((piece, index) => {
    // What holds for all of them is said once.
    const header = headerText(index === 0 ? snippet : { ...snippet, notes: [] }, piece);
    const words = index === 0 ? wordsText(snippet) : '';
    return joined([header, words, fenced(piece.code, snippet.language)]);
  });
  return [first, ...more].join('\n');
}

function startOf({ lines }: Piece, taken: readonly string[]): Piece {
  const last = lines && { first: lines.first, last: lines.first + taken.length - 1 };
  return { ...(last && { lines: last }), code: taken.join('\n') };
}

function linesOf({ code }: Piece): string[] {
  return code.replace(/(\r\n?|\n)$/, '').split(/\r\n?|\n/);
}
