import { endsInCode } from './code';

/** What is being typed that could be completed, and which part of the text gives way. */
export interface Trigger {
  readonly kind: 'person' | 'room' | 'emoji' | 'command';
  /** Without its sign. */
  readonly query: string;
  readonly from: number;
  readonly to: number;
}

const kinds = { '@': 'person', '#': 'room', ':': 'emoji' } as const;

/** A sign that begins a word, and the beginning of a name. Addresses, times and links have the sign within a word. */
const begun = /(?<![\p{L}\p{N}_@#:&/.])(?:([@#])([\p{L}\p{N}_.-]*)|(:)([\w+-]{2,}))$/u;
const restOfName = /^[\p{L}\p{N}_-]*/u;

export function triggerAt(text: string, caret: number): Trigger | undefined {
  const before = text.slice(0, caret);
  const command = /^\/([^\s/]*)$/.exec(before);
  if (command) return { kind: 'command', query: command[1] ?? '', from: 0, to: endOfWord(text, caret) };
  const found = begun.exec(before);
  if (!found || endsInCode(before)) return undefined;
  const query = found[2] ?? found[4] ?? '';
  // The expression has one of the three signs in one of the two places.
  const kind = kinds[(found[1] ?? found[3]) as keyof typeof kinds];
  return { kind, query, from: caret - query.length - 1, to: endOfName(text, caret, kind) };
}

/** What is typed for a choice: a blank follows, unless there is one. */
export function completed(insert: string, rest: string): string {
  return /^\s/.test(rest) ? insert : `${insert} `;
}

function endOfName(text: string, caret: number, kind: Trigger['kind']): number {
  const end = caret + (restOfName.exec(text.slice(caret))?.[0].length ?? 0);
  return kind === 'emoji' && text[end] === ':' ? end + 1 : end;
}

function endOfWord(text: string, caret: number): number {
  return caret + (/^\S*/.exec(text.slice(caret))?.[0].length ?? 0);
}
