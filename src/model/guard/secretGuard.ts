import type { Finding, Guard, Passage } from './guard';
import { mask } from './mask';
import type { OwnRules } from './ownRules';
import { scan } from './scan';

/** Something found, and the text that it was found in. */
export interface Found {
  readonly passage: Passage;
  readonly finding: Finding;
}

/** As the text has it. */
export function secretOf({ passage, finding }: Found): string {
  return passage.text.slice(finding.start, finding.end);
}

/** What is to become of it. Those that are to be masked are named: the person may have allowed some of them. */
export type Verdict =
  { readonly kind: 'mask'; readonly found: readonly Found[] } | { readonly kind: 'send' | 'cancel' };

export interface SecretGuardOptions {
  /** Read anew each time; undefined where the person has switched the guard off. */
  readonly rules: () => OwnRules | undefined;
  /** Which of them are never to be asked about. */
  readonly allowed: (secrets: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly ask: (found: readonly Found[]) => Promise<Verdict>;
}

/** Looks for secrets in what is about to leave, and asks before they do. One question at a time. */
export class SecretGuard implements Guard {
  private asking: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: SecretGuardOptions) {}

  async check(passages: readonly Passage[]): Promise<readonly string[] | undefined> {
    const found = await this.find(passages);
    const verdict = found.length > 0 ? await this.ask(found) : sendAll;
    switch (verdict.kind) {
      case 'cancel':
        return undefined;
      case 'send':
        return passages.map(({ text }) => text);
      case 'mask':
        return passages.map((passage) => masked(passage, verdict.found));
    }
  }

  private async find(passages: readonly Passage[]): Promise<readonly Found[]> {
    const rules = this.options.rules();
    if (!rules) return [];
    const found: Found[] = [];
    for (const passage of passages)
      found.push(...(await scan(passage.text, rules)).map((finding) => ({ passage, finding })));
    const allowed = found.length > 0 && (await this.options.allowed(found.map(secretOf)));
    return allowed ? found.filter((one) => !allowed.has(secretOf(one))) : found;
  }

  /** A second question would take the place of the first, and answer it. */
  private ask(found: readonly Found[]): Promise<Verdict> {
    const { ask } = this.options;
    const answer = this.asking.then(
      () => ask(found),
      () => ask(found),
    );
    this.asking = answer;
    return answer;
  }
}

const sendAll: Verdict = { kind: 'send' };

function masked(passage: Passage, found: readonly Found[]): string {
  const here = found.filter((one) => one.passage === passage).map(({ finding }) => finding);
  return mask(passage.text, here);
}
