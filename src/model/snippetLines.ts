import type { Piece } from './snippet';

/**
 * In which line of its file a line of a shared text stands, both from 1; undefined for what is no code with lines that
 * one could go to. The text may hold no more of a piece than how it begins.
 */
export function fileLine(text: string, line: number, pieces: readonly Piece[]): number | undefined {
  const rows = rowsOf(text);
  let from = 0;
  for (const { code, lines, isWhole } of pieces) {
    const piece = rowsOf(code);
    const start = rows.findIndex((row, at) => at >= from && row === piece[0] && isStart(rows, at));
    if (start < 0) continue;
    const end = start + sharedRows(rows.slice(start), piece);
    const first = isWhole ? 1 : lines?.first;
    if (line > start && line <= end) return first && first + line - 1 - start;
    from = end;
  }
  return undefined;
}

/** Whatever was common to their indentation is gone. */
function rowsOf(text: string): readonly string[] {
  return text.split(/\r\n?|\n/).map((row) => row.trim());
}

/** Code stands between fences, or is a file: then there is an empty line between two pieces. */
function isStart(rows: readonly string[], at: number): boolean {
  const above = rows[at - 1] ?? '';
  return above === '' || above.startsWith('```');
}

function sharedRows(rows: readonly string[], piece: readonly string[]): number {
  const other = piece.findIndex((row, at) => row !== rows[at]);
  return other < 0 ? piece.length : other;
}
