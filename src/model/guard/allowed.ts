import { Line } from '../../base/line';
import { texts } from '../parse';
import type { Shelf } from '../shelf';

/** Where keys are kept apart from all else; VS Code's secret storage is such. */
export interface KeyStore {
  get(id: string): PromiseLike<string | undefined>;
  store(id: string, key: string): PromiseLike<void>;
  delete(id: string): PromiseLike<void>;
}

const shelfKey = 'allowedSecrets';
const keyId = 'allowedSecrets';
const keyBytes = 32;

/**
 * Where a secret is allowed: for good; or until this window closes, as the store does not keep a key, or does
 * not give back that of earlier ones.
 */
export type Allowing = 'kept' | 'keyNotKept' | 'keyNotRead';

/**
 * Secrets that nobody is to be asked about again. Kept is what a key of this machine makes of them: who finds
 * that, and not the key, cannot try which they are. Both are read anew each time: other windows allow and
 * forget, too.
 */
export class AllowedSecrets {
  /** Those that are not kept, or not yet. */
  private readonly memory = new Set<string>();
  /** Two that read the same marks at once would each write its own alone. */
  private readonly line = new Line();

  /** `report` is told why a key could not be read or kept. */
  constructor(
    private readonly keys: KeyStore,
    private readonly shelf: Shelf,
    private readonly report: (error: unknown) => void,
  ) {}

  get count(): number {
    return this.marks().length + this.memory.size;
  }

  /** Those of them that are allowed. */
  async among(secrets: Iterable<string>): Promise<ReadonlySet<string>> {
    const asked = [...new Set(secrets)];
    const held = asked.filter((one) => this.memory.has(one));
    return new Set([...held, ...(await this.keptAmong(asked))]);
  }

  /** With it goes what could not be kept before. */
  add(secret: string): Promise<Allowing> {
    return this.line.take(() => {
      this.memory.add(secret);
      return this.keep();
    });
  }

  /** All of them; with the key, so that marks that were copied elsewhere say nothing any more. */
  forget(): Promise<void> {
    return this.line.take(async () => {
      this.memory.clear();
      await this.shelf.update(shelfKey, undefined);
      await this.keys.delete(keyId);
    });
  }

  private async keptAmong(secrets: readonly string[]): Promise<readonly string[]> {
    const marks = new Set(this.marks());
    const key = marks.size > 0 ? await this.key() : undefined;
    if (!key) return [];
    const marked = await Promise.all(secrets.map(async (one) => [one, await mark(key, one)] as const));
    return marked.flatMap(([one, its]) => (marks.has(its) ? [one] : []));
  }

  private async keep(): Promise<Allowing> {
    const key = (await this.key()) ?? (await this.newKey());
    if (!key) return this.marks().length > 0 ? 'keyNotRead' : 'keyNotKept';
    const held = [...this.memory];
    const marks = await Promise.all(held.map((one) => mark(key, one)));
    await this.shelf.update(shelfKey, [...new Set([...this.marks(), ...marks])]);
    for (const one of held) this.memory.delete(one);
    return 'kept';
  }

  private marks(): readonly string[] {
    return texts(this.shelf.get(shelfKey));
  }

  private async key(): Promise<CryptoKey | undefined> {
    const kept = await this.tried(() => this.keys.get(keyId));
    return kept !== undefined && isKey.test(kept) ? imported(kept) : undefined;
  }

  /** None where something is marked: the key of that may be locked for once, and must not be written over. */
  private async newKey(): Promise<CryptoKey | undefined> {
    if (this.marks().length > 0) return undefined;
    const made = hex(crypto.getRandomValues(new Uint8Array(keyBytes)));
    await this.tried(() => this.keys.store(keyId, made));
    // Some stores take it and do not give it back; and where two windows make one at once, the last is the one.
    return this.key();
  }

  private async tried<T>(run: () => PromiseLike<T>): Promise<T | undefined> {
    try {
      return await run();
    } catch (error) {
      this.report(error);
      return undefined;
    }
  }
}

const isKey = new RegExp(`^[0-9a-f]{${keyBytes * 2}}$`);

function imported(key: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(key.match(/../g) ?? [], (digits) => parseInt(digits, 16));
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}

async function mark(key: CryptoKey, secret: string): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(secret))));
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
