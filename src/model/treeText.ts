import type { WireNode } from '../api/wire';
import { isRecord } from './parse';

/** Deeper than any person writes; what lies below is left out. */
const maxDepth = 12;

type Read = (value: unknown, node: Readonly<Record<string, unknown>>, depth: number) => string;

/**
 * What a person would read aloud of the server's parsed text: no markup, a line for each line or item. The tree
 * is hostile: wrong shapes give nothing, unknown types their text. Spoilers stay closed.
 */
export function treeText(tree: readonly WireNode[]): string {
  return joined(tree, '\n', 0);
}

const lines: Read = (value, _node, depth) => joined(value, '\n', depth);
const hidden: Read = () => '…';

/** Those that are not just the text of what they hold. */
const readers: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['CODE', lines],
  ['QUOTE', lines],
  ['BLOCKQUOTE', lines],
  ['ORDERED_LIST', lines],
  ['UNORDERED_LIST', lines],
  ['TASKS', lines],
  ['SPOILER', hidden],
  ['SPOILER_BLOCK', hidden],
  ['LINK', (value, _node, depth) => (isRecord(value) ? read(value['label'], depth) : '')],
  ['IMAGE', (value, _node, depth) => imageText(value, depth)],
  ['MENTION_USER', (value, _node, depth) => `@${read(value, depth)}`],
  ['MENTION_CHANNEL', (value, _node, depth) => `#${read(value, depth)}`],
  ['EMOJI', (value, node, depth) => emojiText(value, node, depth)],
  ['COLOR', (value) => colorText(value)],
  ['TIMESTAMP', (value) => timeText(value)],
  ['TABLE', (value, _node, depth) => tableText(value, depth)],
  ['TABLE_ROW', (value, _node, depth) => joined(value, ' ', depth)],
]);

/** Of a node, a list of nodes or a text. */
function read(value: unknown, depth: number): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return joined(value, '', depth);
  if (!isRecord(value) || depth > maxDepth) return '';
  const own = typeof value['type'] === 'string' ? readers.get(value['type']) : undefined;
  return own ? own(value['value'], value, depth + 1) : read(value['value'], depth + 1);
}

function joined(nodes: unknown, separator: string, depth: number): string {
  if (!Array.isArray(nodes)) return '';
  return nodes.map((node: unknown) => (Array.isArray(node) ? '' : read(node, depth))).join(separator);
}

function imageText(value: unknown, depth: number): string {
  if (!isRecord(value)) return '';
  const label = read(value['label'], depth);
  return label.trim() === '' ? read(value['src'], depth) : label;
}

function emojiText(value: unknown, node: Readonly<Record<string, unknown>>, depth: number): string {
  if (typeof node['unicode'] === 'string') return node['unicode'];
  const name = typeof node['shortCode'] === 'string' ? node['shortCode'] : read(value, depth);
  return name === '' ? '' : `:${name}:`;
}

function colorText(value: unknown): string {
  if (!isRecord(value)) return '';
  const parts = [value['r'], value['g'], value['b']].map((part) =>
    typeof part === 'number' ? part & 255 : 0,
  );
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** The reader's own way to write a time. */
function timeText(value: unknown): string {
  const time = new Date(isRecord(value) ? Number(value['timestamp']) * 1000 : Number.NaN);
  return Number.isNaN(time.getTime()) ? '' : time.toLocaleString();
}

function tableText(value: unknown, depth: number): string {
  if (!isRecord(value)) return '';
  return `${joined(value['header'], ' ', depth)}\n${joined(value['rows'], '\n', depth)}`;
}
