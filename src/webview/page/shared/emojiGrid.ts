import type { EmojiView } from '../../protocol/conversation';
import type { EmojiIndex } from './emoji';

/** What the picker's grid holds: the recent ones in a row of their own, then those of a category or of a search. */
export interface EmojiGrid {
  readonly recent: readonly EmojiView[];
  readonly rows: readonly (readonly EmojiView[])[];
}

export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** As many stand in a row at the least width of a page. */
export const columns = 7;
const mostFound = 14 * columns;

export function categoriesOf({ all }: EmojiIndex): readonly string[] {
  return [...new Set(all.map(({ category }) => category))];
}

export function gridOf(
  emoji: EmojiIndex,
  wanted: { readonly query: string; readonly category: string },
): EmojiGrid {
  if (wanted.query.trim() !== '') return { recent: [], rows: inRows(emoji.search(wanted.query, mostFound)) };
  const recent = emoji.recent.flatMap((name) => emoji.find(name) ?? []).slice(0, columns);
  const all = emoji.all.filter(({ category }) => category === wanted.category);
  return { recent, rows: [...inRows(recent), ...inRows(all)] };
}

function inRows(emoji: readonly EmojiView[]): (readonly EmojiView[])[] {
  return Array.from({ length: Math.ceil(emoji.length / columns) }, (_, row) =>
    emoji.slice(row * columns, (row + 1) * columns),
  );
}

/** Where a key leads; undefined: out of the grid at its top, or nowhere that the grid knows. */
export function step(rows: EmojiGrid['rows'], from: Cell, key: string): Cell | undefined {
  switch (key) {
    case 'ArrowRight':
      return beside(rows, from, 1);
    case 'ArrowLeft':
      return beside(rows, from, -1);
    case 'ArrowDown':
      return inRow(rows, { ...from, row: Math.min(from.row + 1, rows.length - 1) });
    case 'ArrowUp':
      return from.row === 0 ? undefined : inRow(rows, { ...from, row: from.row - 1 });
    case 'Home':
      return { ...from, column: 0 };
    case 'End':
      return inRow(rows, { ...from, column: columns });
    default:
      return undefined;
  }
}

function beside(rows: EmojiGrid['rows'], { row, column }: Cell, way: 1 | -1): Cell {
  if (rows[row]?.[column + way]) return { row, column: column + way };
  const other = rows[row + way];
  if (!other) return { row, column };
  return { row: row + way, column: way > 0 ? 0 : other.length - 1 };
}

function inRow(rows: EmojiGrid['rows'], { row, column }: Cell): Cell {
  return { row, column: Math.min(column, (rows[row]?.length ?? 1) - 1) };
}
