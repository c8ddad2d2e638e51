import type { Types } from '@rocket.chat/message-parser';
import { addressesIn } from './addresses';
import { isSaidBy, safeAddress } from './links';
import { bareText, isNode, type Node } from './nodes';
import { onlyPath, pathsIn } from './paths';
import { asSpans, type Piece } from './pieces';
import type { Look, Reader } from './readTree';
import { inert, textOf } from './spanText';
import type { Span, TimeFormat } from './written';

type SpanTypes =
  | 'BOLD'
  | 'ITALIC'
  | 'STRIKE'
  | 'SPOILER'
  | 'PLAIN_TEXT'
  | 'INLINE_CODE'
  | 'LINK'
  | 'IMAGE'
  | 'MENTION_USER'
  | 'MENTION_CHANNEL'
  | 'EMOJI'
  | 'COLOR'
  | 'INLINE_KATEX'
  | 'TIMESTAMP';

const spans = ({ value }: Node, { inside }: Look) => asSpans(inside(value));

/** What stands within a line. */
export const spanReaders: Readonly<Record<SpanTypes & keyof Types, Reader>> = {
  BOLD: (node, look) => [{ kind: 'bold', content: spans(node, look) }],
  ITALIC: (node, look) => [{ kind: 'italic', content: spans(node, look) }],
  STRIKE: (node, look) => [{ kind: 'strike', content: spans(node, look) }],
  SPOILER: (node, look) => [{ kind: 'spoiler', content: spans(node, look) }],
  PLAIN_TEXT: ({ value }) => plainSpans(bareText(value)),
  INLINE_CODE: ({ value }) => [codeSpan(bareText(value))],
  LINK: ({ value }, look) => linkSpans(value, look),
  IMAGE: ({ value }, look) => linkSpans(value, look),
  MENTION_USER: ({ value }) => named(value, (username) => ({ kind: 'person', username })),
  MENTION_CHANNEL: ({ value }) => named(value, (name) => ({ kind: 'room', name })),
  EMOJI: (node) => emojiSpans(node),
  COLOR: ({ value }) => colorSpans(value),
  INLINE_KATEX: ({ value }) => [{ kind: 'math', text: bareText(value) }],
  TIMESTAMP: (node, look) => timeSpans(node, look),
};

/** Text that is not marked up; addresses, and files with a line in it, stand apart. */
export function plainSpans(text: string): readonly Span[] {
  return addressesIn(text).flatMap((part): readonly Span[] => {
    if (typeof part === 'string') return pathSpans(part);
    return [{ kind: 'link', href: part.href, label: [{ kind: 'text', text: part.text }] }];
  });
}

function pathSpans(text: string): readonly Span[] {
  return pathsIn(text).map((part): Span => {
    if (typeof part === 'string') return { kind: 'text', text: part };
    const { text: written, ...ref } = part;
    return { kind: 'path', ref, text: written, isCode: false };
  });
}

function codeSpan(text: string): Span {
  const ref = onlyPath(text);
  return ref ? { kind: 'path', ref, text, isCode: true } : { kind: 'code', text };
}

function linkSpans(value: unknown, look: Look): readonly Piece[] {
  if (!isNode(value)) return [];
  const source = bareText(value['src']);
  const label = inert(asSpans(look.inside(value['label'])));
  const words = textOf(label).trim();
  // `tools.py:3` looks like a domain to the parser.
  const ref = isSaidBy(words, source) ? onlyPath(words) : undefined;
  if (ref) return [{ kind: 'path', ref, text: words, isCode: false }];
  const href = safeAddress(source);
  if (href === undefined) return words === '' ? [{ kind: 'text', text: source }] : label;
  return [{ kind: 'link', href, label: words === '' ? [] : label }];
}

function named(value: unknown, span: (name: string) => Span): readonly Span[] {
  const name = bareText(value);
  return name === '' ? [] : [span(name)];
}

function emojiSpans({ value, unicode, shortCode }: Node): readonly Span[] {
  if (typeof unicode === 'string') return [{ kind: 'text', text: unicode }];
  const written = bareText(value);
  const name = typeof shortCode === 'string' ? shortCode : written;
  if (name === '') return [];
  return [{ kind: 'emoji', name, text: written === name || written === '' ? `:${name}:` : written }];
}

function colorSpans(value: unknown): readonly Span[] {
  if (!isNode(value)) return [];
  const [red, green, blue, alpha] = ['r', 'g', 'b', 'a'].map((key) => byteOf(value[key]));
  const color = `#${[red, green, blue, ...(alpha === 255 ? [] : [alpha])].map(hex).join('')}`;
  return [{ kind: 'color', color, text: color }];
}

function byteOf(value: unknown): number {
  return typeof value === 'number' && value >= 0 ? Math.min(255, Math.round(value)) : 0;
}

function hex(byte = 0): string {
  return byte.toString(16).padStart(2, '0');
}

function timeSpans({ value, fallback }: Node, { source, inside }: Look): readonly Piece[] {
  const { timestamp, format } = isNode(value) ? value : {};
  const at = Number(typeof timestamp === 'string' ? timestamp : Number.NaN) * 1000;
  if (!Number.isNaN(new Date(at).getTime())) return [{ kind: 'time', at, format: formatOf(format) }];
  return Array.isArray(fallback) ? written(fallback, source) : inside(fallback);
}

/** As it stands in the text that the tree was made of. */
function written([from, to]: readonly unknown[], source: string): readonly Span[] {
  return typeof from === 'number' && typeof to === 'number' ? plainSpans(source.slice(from, to)) : [];
}

function formatOf(format: unknown): TimeFormat {
  return formats.find((one) => one === format) ?? 't';
}

const formats: readonly TimeFormat[] = ['t', 'T', 'd', 'D', 'f', 'F', 'R'];
