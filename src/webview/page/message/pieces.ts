import { textOf } from './spanText';
import { onlyPath, pathOf, type PathRef } from './paths';
import { type Block, type CodeBlock, type CodeHeader, isBlock, type Span } from './written';

export type Piece = Block | Span;

/** Loose spans become paragraphs; the lines of a text that no blank line parts become one. */
export function asBlocks(pieces: readonly Piece[]): readonly Block[] {
  const blocks: Block[] = [];
  let lines: Span[][] = [];
  let isLoose = false;
  const close = () => {
    if (lines.length > 0) blocks.push({ kind: 'paragraph', lines });
    lines = [];
  };
  for (const piece of pieces) {
    if (!isBlock(piece)) takeLoose(lines, piece, isLoose);
    else if (piece.kind === 'paragraph') lines.push(...piece.lines.map((line) => [...line]));
    else {
      const whole = piece.kind === 'codeBlock' ? underHeader(piece, lines) : piece;
      close();
      blocks.push(whole);
    }
    isLoose = !isBlock(piece);
  }
  close();
  return blocks;
}

/** What stands within a line: of blocks, their text. */
export function asSpans(pieces: readonly Piece[]): readonly Span[] {
  return pieces.flatMap((piece) => (isBlock(piece) ? spansOf(piece) : [piece]));
}

function takeLoose(lines: Span[][], span: Span, isOneOfSeveral: boolean): void {
  if (isOneOfSeveral) lines.at(-1)?.push(span);
  else lines.push([span]);
}

/** A line right before code that says only where it comes from goes into the code's own header. */
function underHeader(block: CodeBlock, lines: Span[][]): CodeBlock {
  const header = headerOf(lines.at(-1) ?? []);
  if (!header) return block;
  lines.pop();
  return { ...block, header };
}

function headerOf([place, notes, ...others]: readonly Span[]): CodeHeader | undefined {
  const note = notes === undefined ? '' : notesOf(notes);
  if (!place || note === undefined || others.length > 0) return undefined;
  const ref = refOf(place);
  return ref && { ref, note, ...(place.kind === 'link' && { href: place.href }) };
}

/** A path in plain words is a remark, not a header. */
function refOf(place: Span): PathRef | undefined {
  if (place.kind === 'path') return place.isCode ? place.ref : undefined;
  if (place.kind !== 'link' && place.kind !== 'code') return undefined;
  const text = textOf([place]);
  return onlyPath(text) ?? pathOf(text);
}

/** `(not pushed yet) (unsaved)` without the brackets; undefined if anything else is said there. */
function notesOf(span: Span): string | undefined {
  const text = span.kind === 'text' ? span.text.trim() : '.';
  if (!/^(\([^()]*\)\s*)*$/.test(text)) return undefined;
  return [...text.matchAll(/\(([^()]*)\)/g)].map(([, note]) => note).join(', ');
}

function spansOf(block: Block): readonly Span[] {
  if (block.kind === 'paragraph') return linesOf(block.lines);
  if (block.kind === 'codeBlock') return [{ kind: 'code', text: block.code }];
  if (block.kind === 'mathBlock') return [{ kind: 'math', text: block.text }];
  if (block.kind === 'list') return block.items.flatMap(({ content }) => content);
  if (block.kind === 'table') return [block.head, ...block.rows].flat().flatMap(({ content }) => content);
  return 'content' in block ? asSpans(block.content) : [];
}

function linesOf(lines: readonly (readonly Span[])[]): readonly Span[] {
  return lines.flatMap((line, at) => (at === 0 ? line : [{ kind: 'text', text: '\n' } as const, ...line]));
}
