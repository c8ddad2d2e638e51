import type { Guard } from '../../../src/model/guard/guard';
import type { Snippet } from '../../../src/model/snippet';

/** Something of `src/a.ts`; a test names what matters to it. */
export function snippet(over: Partial<Snippet> = {}): Snippet {
  return {
    kind: 'code',
    path: 'src/a.ts',
    language: 'typescript',
    pieces: [{ lines: { first: 1, last: 1 }, code: 'x();' }],
    notes: [],
    linkTo: () => undefined,
    ...over,
  };
}

/** So many lines of code. */
export function longSnippet(lines: number, over: Partial<Snippet> = {}): Snippet {
  const code = Array.from({ length: lines }, (_, at) => `line${at};`).join('\n');
  return snippet({ pieces: [{ lines: { first: 1, last: lines }, code }], ...over });
}

/** As a thing to be shared, with nothing more to be known. */
export function thing(draft: Snippet = snippet(), label = 'src/a.ts:1') {
  return { label, folder: undefined, draft, complete: () => Promise.resolve(draft) };
}

/** Hides a word wherever it stands, and remembers where it looked. */
export class MaskingGuard implements Guard {
  readonly seen: { text: string; label?: string }[] = [];

  constructor(private readonly word: string) {}

  check: Guard['check'] = (passages) => {
    this.seen.push(...passages);
    return Promise.resolve(passages.map(({ text }) => text.replaceAll(this.word, '***')));
  };
}
