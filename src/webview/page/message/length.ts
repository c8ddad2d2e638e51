import { textOf } from './spanText';
import type { Block, Span } from './written';

/** More lines than these are shown only when one wants to. */
const maxLines = 12;
/** So many letters has a line of the narrowest page. */
const lineLength = 25;
/** Code folds by itself; several pieces of it are long. */
const codeLines = 5;

/** Whether it may take more lines than are shown: only then it is worth measuring. */
export function mayBeLong(blocks: readonly Block[]): boolean {
  return blocks.reduce((sum, block) => sum + linesOf(block), 0) > maxLines;
}

/** Rather too many than too few. */
function linesOf(block: Block): number {
  if (block.kind === 'paragraph') return sumOf(block.lines, lengthOf);
  if (block.kind === 'list') return sumOf(block.items, ({ content }) => lengthOf(content));
  if (block.kind === 'quote' || block.kind === 'spoilerBlock') return sumOf(block.content, linesOf);
  if (block.kind === 'heading') return 2 * lengthOf(block.content);
  if (block.kind === 'table') return 2 + 2 * block.rows.length;
  return block.kind === 'codeBlock' ? codeLines : 1;
}

function lengthOf(spans: readonly Span[]): number {
  return 1 + textOf(spans).length / lineLength;
}

function sumOf<Part>(parts: readonly Part[], length: (part: Part) => number): number {
  return parts.reduce((sum, part) => sum + length(part), 0);
}
