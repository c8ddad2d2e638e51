import type { Span } from './written';

type Of<Kind extends Span['kind'], Result> = (span: Span & { readonly kind: Kind }) => Result;
type Wrapping = 'bold' | 'italic' | 'strike';

/** What one reads of them. */
export function textOf(spans: readonly Span[]): string {
  // The table is keyed by the kind: each reader gets the span of its own.
  return spans.map((span) => (texts[span.kind] as (span: Span) => string)(span)).join('');
}

/** Without what could be pressed: for what stands in a link. */
export function inert(spans: readonly Span[]): readonly Span[] {
  return spans.flatMap((span): readonly Span[] => {
    if (span.kind === 'link') return inert(span.label);
    if (span.kind === 'path') return [{ kind: span.isCode ? 'code' : 'text', text: span.text }];
    if (isWrapping(span)) return [{ kind: span.kind, content: inert(span.content) }];
    const isPressed = span.kind === 'person' || span.kind === 'room' || span.kind === 'spoiler';
    return [isPressed ? { kind: 'text', text: textOf([span]) } : span];
  });
}

function isWrapping(span: Span): span is Span & { readonly kind: Wrapping } {
  return span.kind === 'bold' || span.kind === 'italic' || span.kind === 'strike';
}

const own = ({ text }: { readonly text: string }) => text;
const inside = ({ content }: { readonly content: readonly Span[] }) => textOf(content);

const texts: { readonly [Kind in Span['kind']]: Of<Kind, string> } = {
  text: own,
  code: own,
  math: own,
  emoji: own,
  color: own,
  path: own,
  bold: inside,
  italic: inside,
  strike: inside,
  spoiler: () => '…',
  link: ({ label }) => textOf(label),
  person: ({ username }) => `@${username}`,
  room: ({ name }) => `#${name}`,
  time: () => '',
};
