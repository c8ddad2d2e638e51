import type { Types } from '@rocket.chat/message-parser';
import { isNode, type Node } from './nodes';
import { asBlocks, type Piece } from './pieces';
import { blockReaders } from './readBlocks';
import { spanReaders } from './readSpans';
import type { Block } from './written';

/** Deeper and wider than any person writes. */
const maxDepth = 24;
const maxNodes = 20_000;

/** Reads what lies within a node; `source` is the text that the tree was made of. */
export interface Look {
  readonly source: string;
  readonly inside: (value: unknown) => readonly Piece[];
}

export type Reader = (node: Node, look: Look) => readonly Piece[];

/** One for each type that the parser knows: the compiler counts them. */
const readers: { readonly [Type in keyof Types]: Reader } = { ...blockReaders, ...spanReaders };

/** What a tree says. It may be anything: wrong shapes give nothing, unknown types their text; never throws. */
export function readTree(tree: readonly unknown[], source: string): readonly Block[] {
  let left = maxNodes;
  const reader = (depth: number) => (value: unknown) => read(value, depth);

  function read(value: unknown, depth: number): readonly Piece[] {
    if (typeof value === 'string') return [{ kind: 'text', text: value }];
    if (Array.isArray(value))
      return value.flatMap((one: unknown) => (Array.isArray(one) ? [] : read(one, depth)));
    if (!isNode(value) || depth > maxDepth) return [];
    left -= 1;
    if (left < 0) return [];
    const look = { source, inside: reader(depth + 1) };
    return readerOf(value['type'])(value, look);
  }

  return asBlocks(read(tree, 0));
}

function readerOf(type: unknown): Reader {
  // An own key of the table is one of its keys.
  return typeof type === 'string' && Object.hasOwn(readers, type)
    ? readers[type as keyof Types]
    : readUnknown;
}

function readUnknown(node: Node, { inside }: Look): readonly Piece[] {
  const known = inside(node['value']);
  return known.length > 0 ? known : inside(node['fallback']);
}
