import { connectionSpans } from './connections';
import { formatSpans } from './formats';
import type { Finding } from './guard';
import { namedSpans } from './namedValues';
import { ownSpans, isExcepted, type OwnRules } from './ownRules';
import { isStandIn } from './placeholders';
import { privateKeySpans } from './privateKeys';
import type { Span } from './span';
import { windows } from './windows';

/** What looks like a secret, in its order; where rules find the same place, once. Nothing of it leaves this machine. */
export async function scan(text: string, own: OwnRules): Promise<readonly Finding[]> {
  const spans: Span[] = [];
  for (const { part, at } of windows(text)) {
    for (const { start, end, rule } of await spansIn(part, own))
      spans.push({ start: start + at, end: end + at, rule });
    // Others have their turn: what is long holds up nothing.
    if (at + part.length < text.length) await new Promise((resolve) => setTimeout(resolve));
  }
  const lineAt = lineCounter(text);
  return merged(spans)
    .filter(({ start, end }) => !isExcepted(text.slice(start, end), own))
    .map((span) => ({ ...span, line: lineAt(span.start) }));
}

/** In the order of the rules. */
async function spansIn(text: string, own: OwnRules): Promise<readonly Span[]> {
  // Large, and seldom needed: not a part of starting.
  const { ruleSetSpans } = await import('./ruleSet');
  const kept = (await ruleSetSpans(text)).filter(({ start, end }) => !isStandIn(text.slice(start, end)));
  return [
    ...privateKeySpans(text),
    ...kept,
    ...formatSpans(text),
    ...connectionSpans(text),
    ...namedSpans(text),
    ...ownSpans(text, own),
  ];
}

/** Those that overlap become one, named by the first of them in the order of the rules: the more telling come first. */
function merged(spans: readonly Span[]): readonly Span[] {
  const ranked = spans.map((span, rank) => ({ ...span, rank }));
  const result: (Span & { readonly rank: number })[] = [];
  for (const span of ranked.toSorted((one, other) => one.start - other.start || one.rank - other.rank)) {
    const last = result.at(-1);
    if (!last || span.start >= last.end) result.push(span);
    else result.splice(-1, 1, joined(last, span));
  }
  return result.map(({ start, end, rule }) => ({ start, end, rule }));
}

function joined<S extends Span & { readonly rank: number }>(one: S, other: S): S {
  const named = one.rank <= other.rank ? one : other;
  return { ...named, start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) };
}

/** Asked from the beginning to the end. */
function lineCounter(text: string): (place: number) => number {
  let line = 1;
  let at = 0;
  return (place) => {
    for (let next = text.indexOf('\n', at); next !== -1 && next < place; next = text.indexOf('\n', at)) {
      line += 1;
      at = next + 1;
    }
    return line;
  };
}
