import type { Lines } from './gitLink';
import { fenced } from './snippetCode';
import { headerOf } from './snippetHeader';

/** Code taken from an editor: some pieces of one file, in the order in which they were chosen. */
export interface Snippet {
  readonly comment?: string;
  /** For people: relative to the repository or the workspace. */
  readonly path: string;
  /** VS Code's. */
  readonly language: string;
  readonly pieces: readonly Piece[];
  /** What to know before relying on the lines, in words: `not pushed yet`. */
  readonly notes: readonly string[];
  /** Where these lines can be seen on the web. */
  readonly linkTo: (lines: Lines) => string | undefined;
}

export interface Piece {
  readonly lines: Lines;
  /** Begins with the indentation of its first line. */
  readonly code: string;
}

/** The message it becomes: comment, then a header and fenced code for each piece. */
export function snippetText(snippet: Snippet): string {
  const comment = snippet.comment?.trim();
  const pieces = snippet.pieces.map((piece, index) =>
    pieceText(snippet, piece, index === 0 ? snippet.notes : []),
  );
  return [...(comment ? [comment] : []), ...pieces].join('\n');
}

/** How many characters too long for the server, which counts UTF-16 as we do; 0 if it fits. */
export function excessOf(text: string, limit: number): number {
  return Math.max(0, text.length - limit);
}

/** As many lines from the beginning as fit, or undefined if not even one does. */
export function cutToFit(snippet: Snippet, limit: number): Snippet | undefined {
  let fitting = 0;
  let ceiling = lineCount(snippet);
  while (fitting < ceiling) {
    const middle = Math.ceil((fitting + ceiling) / 2);
    if (excessOf(snippetText(firstLines(snippet, middle)), limit) === 0) fitting = middle;
    else ceiling = middle - 1;
  }
  return fitting > 0 ? firstLines(snippet, fitting) : undefined;
}

export function lineCount(snippet: Snippet): number {
  return snippet.pieces.reduce((sum, piece) => sum + linesOf(piece).length, 0);
}

function pieceText(
  { path, language, linkTo }: Snippet,
  { lines, code }: Piece,
  notes: readonly string[],
): string {
  const header = headerOf(path, lines, linkTo(lines));
  return `${[header, ...notes.map((note) => `(${note})`)].join(' ')}\n${fenced(code, language)}`;
}

function firstLines(snippet: Snippet, count: number): Snippet {
  const pieces: Piece[] = [];
  let left = count;
  for (const piece of snippet.pieces) {
    const taken = linesOf(piece).slice(0, left);
    if (taken.length > 0) pieces.push(startOf(piece, taken));
    left -= taken.length;
  }
  return { ...snippet, pieces };
}

function startOf({ lines }: Piece, taken: readonly string[]): Piece {
  return { lines: { first: lines.first, last: lines.first + taken.length - 1 }, code: taken.join('\n') };
}

function linesOf({ code }: Piece): string[] {
  return code.split(/\r\n?|\n/);
}
