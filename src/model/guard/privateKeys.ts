import type { Span } from './span';

/** Private keys as whole blocks, also where a selection cut off their begin or their end. */
export function privateKeySpans(text: string): readonly Span[] {
  const ends = endsIn(text);
  const begins = [...text.matchAll(begin)].map((match) => fromBegin(text, match.index, match[0].length));
  const whole = begins.flatMap((span) => span ?? []);
  const known = new Set(whole.map(({ end }) => end));
  const loose = ends.filter(({ end }) => !known.has(end));
  return [...whole, ...loose.flatMap(({ start, end }) => backFrom(text, start, end) ?? [])];
}

const label = '(?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?';
/** What ssh.com's programs write, and PuTTY, where the public half stands before. */
const begin = new RegExp(
  String.raw`-----BEGIN ${label}-----|---- BEGIN SSH2 ${label} ----|\bPrivate-Lines:[ \t]*\d+`,
  'g',
);
const ending = new RegExp(
  String.raw`-----END ${label}-----|---- END SSH2 ${label} ----|\bPrivate-(?:MAC|Hash):[ \t]*[\da-f]{32,}`,
  'g',
);

/** Between its lines stand what a language puts there: quotes, escapes, marks of a diff, of a comment or a quotation. */
const piece =
  /(?:[\s"'`,+>|#*;:()]|\\[nrt]|\/\/|(?:Proc-Type|DEK-Info|Version|Comment)[^\n\\]{0,200}|[A-Za-z0-9+/=]{16,}|[A-Za-z0-9+/]{1,15}={0,2}(?=[\s"'\\]|$))/y;

/** A mention of the line that begins a key is none. */
const leastSigns = 40;

function fromBegin(text: string, start: number, length: number): Span | undefined {
  const body = start + length;
  const close = bodyEnd(text, body);
  const tail = closing.exec(text.slice(close, close + longestTail));
  const end = tail ? close + tail[0].length : trimmedEnd(text, body, close);
  return hasBody(text.slice(body, close)) ? { start, end, rule } : undefined;
}

const rule = 'private-key';

/** Little may stand between the body and the line that ends it. */
const closing = new RegExp(`^[^]{0,16}?(?:${ending.source})`);
const longestTail = 200;

function bodyEnd(text: string, from: number): number {
  let at = from;
  for (;;) {
    piece.lastIndex = at;
    const [found = ''] = piece.exec(text) ?? [];
    if (found === '') return at;
    at += found.length;
  }
}

/** What follows the last line of a key that was cut off is not a part of it. */
function trimmedEnd(text: string, body: number, close: number): number {
  const kept = /^[^]*[A-Za-z0-9+/=]{16,}(?:\s*[A-Za-z0-9+/]{1,15}={1,2})?/.exec(text.slice(body, close));
  return body + (kept?.[0].length ?? 0);
}

function hasBody(body: string): boolean {
  const signs = body.match(/[A-Za-z0-9+/=]{16,}/g)?.join('') ?? '';
  return signs.length >= leastSigns;
}

function endsIn(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(ending)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}

/** Lines of a key before its last line. */
function backFrom(text: string, start: number, end: number): Span | undefined {
  let from = start;
  for (let line = lineBefore(text, from); isOfKey(line, from === start); line = lineBefore(text, from))
    from -= line.length;
  return hasBody(text.slice(from, start)) ? { start: from, end, rule } : undefined;
}

/** With its break; what stands before the place in its own line is a line too. */
function lineBefore(text: string, place: number): string {
  const from = text.lastIndexOf('\n', place - 2) + 1;
  return text.slice(from, place);
}

/** The last line of a key is shorter than the others. */
function isOfKey(line: string, isLast: boolean): boolean {
  const bare = line.replace(/\\[nr]/g, '\n').replace(/^[\s"'`+>|#*]+|(?<![\s"'`,;+])[\s"'`,;+]+$/g, '');
  if (bare === '') return isLast && line !== '';
  return isLast || line.length < 30
    ? /^[A-Za-z0-9+/]+={0,2}$/.test(bare)
    : /^[A-Za-z0-9+/=]{16,}$/.test(bare);
}
