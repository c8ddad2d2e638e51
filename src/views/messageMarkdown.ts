import type { Types } from '@rocket.chat/message-parser';
import type { WireNode } from '../api/wire';

/** Deeper than any person writes; what lies below is left out. */
const maxDepth = 12;

type Render = (value: unknown, node: Readonly<Record<string, unknown>>, depth: number) => string;

/**
 * The server's parsed text as markdown for an untrusted MarkdownString. The tree is hostile: wrong shapes give
 * nothing, unknown types their text. Images become links, spoilers stay closed.
 */
export function messageMarkdown(tree: readonly WireNode[]): string {
  return blocks(tree, 0).trim();
}

/** Escapes everything that markdown would read as its own. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~$&]/g, '\\$&');
}

/** Fenced code that cannot be closed from inside. */
export function fenced(code: string, language: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language.replace(/[^\w+#.-]/g, '')}\n${code}\n${fence}`;
}

const wrapped =
  (mark: string): Render =>
  (value, _node, depth) => {
    const inner = inlines(value, depth);
    return inner.trim() === '' ? inner : `${mark}${inner}${mark}`;
  };
const quoted: Render = (value, _node, depth) => blocks(list(value), depth).trim().replace(/^/gm, '> ');
const nested: Render = (value, _node, depth) => inlines(value, depth);
const source: Render = (value) => escapeMarkdown(text(value));

const renderers: Record<keyof Types | 'BLOCKQUOTE', Render> = {
  PARAGRAPH: nested,
  PLAIN_TEXT: source,
  BOLD: wrapped('**'),
  ITALIC: wrapped('_'),
  STRIKE: wrapped('~~'),
  INLINE_CODE: (value) => inlineCode(text(value)),
  CODE: (value, node) => fenced(codeText(value), text(node['language'])),
  CODE_LINE: (value) => escapeMarkdown(text(value)),
  HEADING: (value, _node, depth) => `**${inlines(value, depth)}**`,
  QUOTE: quoted,
  BLOCKQUOTE: quoted,
  SPOILER: () => '▒▒▒▒',
  SPOILER_BLOCK: () => '▒▒▒▒',
  LINK: (value, _node, depth) => link(value, depth),
  IMAGE: (value, _node, depth) => link(value, depth),
  MENTION_USER: (value) => `**@${escapeMarkdown(text(value))}**`,
  MENTION_CHANNEL: (value) => `**#${escapeMarkdown(text(value))}**`,
  EMOJI: (value, node) => emoji(value, node),
  BIG_EMOJI: nested,
  COLOR: (value) => escapeMarkdown(colour(value)),
  TASKS: (value, _node, depth) => lines(value, (item) => `- ${item['status'] === true ? '☑' : '☐'} `, depth),
  TASK: nested,
  UNORDERED_LIST: (value, _node, depth) => lines(value, () => '- ', depth),
  ORDERED_LIST: (value, _node, depth) => lines(value, (item, at) => `${number(item, at)}. `, depth),
  LIST_ITEM: nested,
  LINE_BREAK: () => '',
  HORIZONTAL_RULE: () => '---',
  KATEX: (value) => fenced(text(value), 'latex'),
  INLINE_KATEX: (value) => inlineCode(text(value)),
  TIMESTAMP: (value) => escapeMarkdown(moment(value)),
  TABLE: (value, _node, depth) => table(value, depth),
  TABLE_ROW: (value, _node, depth) => cells(value, depth),
  TABLE_CELL: nested,
};

function render(node: unknown, depth: number): string {
  if (!isRecord(node) || depth > maxDepth) return '';
  const type = typeof node['type'] === 'string' ? node['type'] : '';
  // Own keys only, so that the lookup is a `keyof Types`.
  if (Object.hasOwn(renderers, type)) return renderers[type as keyof Types](node['value'], node, depth + 1);
  return Array.isArray(node['value'])
    ? inlines(node['value'], depth + 1)
    : escapeMarkdown(text(node['value']));
}

function blocks(nodes: readonly unknown[], depth: number): string {
  return nodes.map((node) => render(node, depth)).join('\n\n');
}

function inlines(value: unknown, depth: number): string {
  return list(value)
    .map((node) => inline(node, depth))
    .join('');
}

/** In the middle of a line a fence would be no fence, and its code read as markdown. */
function inline(node: unknown, depth: number): string {
  if (!isRecord(node)) return '';
  if (node['type'] === 'CODE') return inlineCode(codeText(node['value']));
  if (node['type'] === 'KATEX') return inlineCode(text(node['value']));
  return render(node, depth).replace(/\s*\n\s*/g, ' ');
}

function lines(value: unknown, mark: (item: Record<string, unknown>, at: number) => string, depth: number) {
  return list(value)
    .filter(isRecord)
    .map((item, at) => mark(item, at) + inlines(item['value'], depth))
    .join('\n');
}

function link(value: unknown, depth: number): string {
  if (!isRecord(value)) return '';
  const target = text(value['src']);
  const labels = Array.isArray(value['label']) ? value['label'] : [value['label']];
  const label = inlines(labels, depth).trim() || escapeMarkdown(target);
  return /^(https?|mailto):/i.test(target)
    ? `[${label}](<${target.replace(/[<>\\\s]/g, encodeURIComponent)}>)`
    : label;
}

function emoji(value: unknown, node: Readonly<Record<string, unknown>>): string {
  const unicode = text(node['unicode']);
  return escapeMarkdown(unicode === '' ? `:${text(node['shortCode'] ?? value)}:` : unicode);
}

function table(value: unknown, depth: number): string {
  if (!isRecord(value)) return '';
  const header = list(value['header']);
  const rows = list(value['rows']).map((row) => render(row, depth));
  return [cells(header, depth), `|${' --- |'.repeat(header.length)}`, ...rows].join('\n');
}

function cells(value: unknown, depth: number): string {
  return `| ${list(value)
    .map((cell) => render(cell, depth).replace(/\n/g, ' '))
    .join(' | ')} |`;
}

function inlineCode(code: string): string {
  const line = code.replace(/\s*\n\s*/g, ' ');
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const mark = '`'.repeat(longest + 1);
  return longest > 0 ? `${mark} ${line} ${mark}` : `${mark}${line}${mark}`;
}

function codeText(value: unknown): string {
  return list(value).map(codeLine).join('\n');
}

function codeLine(line: unknown): string {
  return isRecord(line) ? text(line['value']) : '';
}

function number(item: Record<string, unknown>, at: number): number {
  return typeof item['number'] === 'number' ? item['number'] : at + 1;
}

function moment(value: unknown): string {
  const seconds = isRecord(value) ? Number(value['timestamp']) : Number.NaN;
  return Number.isFinite(seconds) && Math.abs(seconds) < 8.64e12
    ? new Date(seconds * 1000).toLocaleString()
    : '';
}

function colour(value: unknown): string {
  if (!isRecord(value)) return '';
  const parts = [value['r'], value['g'], value['b']].map((part) => (typeof part === 'number' ? part : 0));
  return `rgb(${parts.join(', ')})`;
}

/** A string, or the text that a plain node holds. */
function text(value: unknown): string {
  if (typeof value === 'string') return value;
  return isRecord(value) && typeof value['value'] === 'string' ? value['value'] : '';
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
