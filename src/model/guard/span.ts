/** Where something stands that looks like a secret: in UTF-16 units, the end not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** What found it: `github-token`. */
  readonly rule: string;
}

/** Every group `secret` of a pattern, which needs the flags `g` and `d`; the whole match where it has no such group. */
export function* matchesOf(text: string, pattern: RegExp): Generator<Matched> {
  for (const match of text.matchAll(pattern)) {
    const [start, end] = match.indices?.groups?.['secret'] ?? [match.index, match.index + match[0].length];
    yield { start, end, secret: text.slice(start, end), groups: match.groups ?? {} };
  }
}

export interface Matched {
  readonly start: number;
  readonly end: number;
  readonly secret: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
}
