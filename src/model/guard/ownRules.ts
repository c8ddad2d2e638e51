import { isEndless } from './endless';
import { matchesOf, type Span } from './span';

/** What the person adds to the rules, and takes away. */
export interface OwnRules {
  readonly patterns: readonly RegExp[];
  readonly exceptions: readonly RegExp[];
}

/** What cannot be read as a regular expression is told to `refuse`, and left out. */
export function ownRules(
  patterns: readonly string[],
  exceptions: readonly string[],
  refuse: (pattern: string) => void,
): OwnRules {
  const compiled = (sources: readonly string[]) => sources.flatMap((source) => pattern(source, refuse) ?? []);
  return { patterns: compiled(patterns), exceptions: compiled(exceptions).map(whole) };
}

/** One that could match nothing at all would find something everywhere. */
function pattern(source: string, refuse: (pattern: string) => void): RegExp | undefined {
  try {
    const made = new RegExp(source, 'dg');
    if (!isEndless(source) && !made.test('')) return made;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  refuse(source);
  return undefined;
}

/** A shorter alternative must not keep a longer one from being tried: `ghp_|ghp_\\w+`. */
function whole({ source, flags }: RegExp): RegExp {
  return new RegExp(`^(?:${source})$`, flags.replace('g', ''));
}

/** What patterns of the person find, line by line. A group named `secret` says which part of a match it is. */
export function ownSpans(text: string, { patterns }: OwnRules): readonly Span[] {
  if (patterns.length === 0) return [];
  return [...text.matchAll(/[^\r\n]+/g)]
    .flatMap(({ 0: line, index }) => parts(line, index))
    .flatMap(({ part, at }) => patterns.flatMap((one) => spansIn(part, at, one)));
}

/** A pattern that takes long on long texts would hold up everything. */
const longestPart = 1_000;

/** A long line in parts that overlap by half: what is not longer than that stands whole in one of them. */
function parts(line: string, start: number): { readonly part: string; readonly at: number }[] {
  const step = longestPart / 2;
  const count = Math.max(1, Math.ceil(line.length / step) - 1);
  return Array.from({ length: count }, (_, index) => ({
    part: line.slice(index * step, index * step + longestPart),
    at: start + index * step,
  }));
}

function spansIn(line: string, shift: number, pattern: RegExp): readonly Span[] {
  return [...matchesOf(line, pattern)].map(({ start, end }) => ({
    start: start + shift,
    end: end + shift,
    rule: 'own-pattern',
  }));
}

/** Whether the person has said that it is none. A pattern has to describe it from its beginning to its end. */
export function isExcepted(secret: string, { exceptions }: OwnRules): boolean {
  return exceptions.some((one) => one.test(secret));
}
