import { onlyPath, pathOf } from './paths';
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

/** Without what could be pressed: for what stands in a link. */
export function inert(spans: readonly Span[]): readonly Span[] {
  return spans.flatMap((span): readonly Span[] => {
    switch (span.kind) {
      case 'link':
        return inert(span.label);
      case 'person':
        return [{ kind: 'text', text: `@${span.username}` }];
      case 'room':
        return [{ kind: 'text', text: `#${span.name}` }];
      case 'path':
        return [{ kind: span.isCode ? 'code' : 'text', text: span.text }];
      case 'spoiler':
        return [{ kind: 'text', text: '…' }];
      case 'bold':
      case 'italic':
      case 'strike':
        return [{ kind: span.kind, content: inert(span.content) }];
      default:
        return [span];
    }
  });
}

/** What one reads of them. */
export function textOf(spans: readonly Span[]): string {
  return spans.map((span) => ('text' in span ? span.text : inside(span))).join('');
}

function inside(span: Exclude<Span, { readonly text: string }>): string {
  switch (span.kind) {
    case 'bold':
    case 'italic':
    case 'strike':
    case 'spoiler':
      return textOf(span.content);
    case 'link':
      return textOf(span.label);
    case 'person':
      return `@${span.username}`;
    case 'room':
      return `#${span.name}`;
    case 'time':
      return '';
  }
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

function headerOf(line: readonly Span[]): CodeHeader | undefined {
  const [place, notes, ...others] = line;
  if (!place || others.length > 0) return undefined;
  const note = notes === undefined ? '' : notesOf(notes);
  if (note === undefined) return undefined;
  if (place.kind === 'path') return place.isCode ? { ref: place.ref, note } : undefined;
  if (place.kind !== 'link' && place.kind !== 'code') return undefined;
  const text = textOf([place]);
  const ref = onlyPath(text) ?? pathOf(text);
  return ref && { ref, note, ...(place.kind === 'link' && { href: place.href }) };
}

/** `(not pushed yet) (unsaved)` without the brackets; undefined if anything else is said there. */
function notesOf(span: Span): string | undefined {
  const text = span.kind === 'text' ? span.text.trim() : '.';
  if (!/^(\([^()]*\)\s*)*$/.test(text)) return undefined;
  return [...text.matchAll(/\(([^()]*)\)/g)].map(([, note]) => note).join(', ');
}

function spansOf(block: Block): readonly Span[] {
  switch (block.kind) {
    case 'paragraph':
      return block.lines.flatMap((line, at) =>
        at === 0 ? line : [{ kind: 'text', text: '\n' } as const, ...line],
      );
    case 'heading':
    case 'bigEmoji':
      return block.content;
    case 'quote':
    case 'spoilerBlock':
      return block.content.flatMap(spansOf);
    case 'codeBlock':
      return [{ kind: 'code', text: block.code }];
    case 'mathBlock':
      return [{ kind: 'math', text: block.text }];
    case 'list':
      return block.items.flatMap(({ content }) => content);
    case 'table':
      return [block.head, ...block.rows].flat().flatMap(({ content }) => content);
    case 'gap':
      return [{ kind: 'text', text: '\n' }];
    case 'rule':
      return [];
  }
}
