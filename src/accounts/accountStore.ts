import type * as vscode from 'vscode';
import { Emitter, type Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import { Line } from '../base/line';
import type { Account, AccountId } from '../model/account';
import { log } from '../platform/log';
import { accountFrom, recordFromText, type AccountRecord } from './accountRecord';

/** `expired`: the server did not take the token any more. `locked`: it cannot be read, or was lost. */
export type KeptToken =
  { readonly state: 'kept'; readonly token: string } | { readonly state: 'expired' | 'locked' };

const indexKey = 'accounts';
const secretPrefix = 'account:';

/**
 * The accounts of this person, and the only user of their secrets: one per account. Beside them SecretStorage holds the
 * key of the guard alone (`model/guard/allowed`).
 * The index in the global state holds no secret and is all that is read at start.
 */
export class AccountStore implements Disposable {
  private readonly lifetime = new Lifetime();
  private readonly changed = this.lifetime.own(new Emitter<void>());
  private readonly keptInMemory = this.lifetime.own(new Emitter<void>());
  /** Secrets as last seen here; tells another window's change from our own. */
  private readonly seen = new Map<AccountId, string | undefined>();
  /** Secrets that the storage did not keep. */
  private readonly memory = new Map<AccountId, string>();
  private hasSaidSo = false;
  /** A change is written, read back and noticed before the next one begins. */
  private readonly line = new Line();

  /** An account or its token came, went or changed, here or in another window. */
  readonly onDidChange = this.changed.event;
  /** The storage does not keep secrets: a sign-in lasts as long as this window. Fires once. */
  readonly onDidKeepInMemory = this.keptInMemory.event;

  constructor(
    private readonly secrets: vscode.SecretStorage,
    private readonly index: vscode.Memento,
  ) {
    this.lifetime.own(secrets.onDidChange(({ key }) => this.noticeChange(key)));
  }

  all(): readonly Account[] {
    const stored = this.index.get<unknown>(indexKey);
    return (Array.isArray(stored) ? stored : []).map(accountFrom).filter((account) => account !== undefined);
  }

  get(id: AccountId): Account | undefined {
    return this.all().find((account) => account.id === id);
  }

  /** Of an account that is known here. */
  kept(id: AccountId): Promise<KeptToken> {
    return this.line.take(async () => {
      const record = await this.read(id);
      if (!record) return { state: 'locked' };
      return record.token === undefined ? { state: 'expired' } : { state: 'kept', token: record.token };
    });
  }

  /** Undefined where there is none that can be used. */
  async token(id: AccountId): Promise<string | undefined> {
    const kept = await this.kept(id);
    return kept.state === 'kept' ? kept.token : undefined;
  }

  /** Signs an account in; replaces what was known of it. */
  save(account: Account, token: string): Promise<void> {
    return this.line.take(async () => {
      await this.write({ account, token });
      await this.enter(account);
      this.changed.fire();
    });
  }

  /** Renews what the index knows of an account, if it is still there. */
  async update(account: Account): Promise<void> {
    if (!this.get(account.id)) return;
    await this.enter(account);
    this.changed.fire();
  }

  /** Drops a token that the server no longer takes, unless a newer one has come meanwhile. Keeps the account. */
  expire(account: Account, token: string): Promise<void> {
    return this.line.take(async () => {
      const record = await this.read(account.id);
      if (record?.token === token) await this.write({ account });
      this.changed.fire();
    });
  }

  /** Signs an account out. Rejects when the secret could not be removed; the account is gone all the same. */
  forget(id: AccountId): Promise<void> {
    return this.line.take(async () => {
      this.memory.delete(id);
      this.seen.set(id, undefined);
      await this.leave(id);
      try {
        await this.secrets.delete(secretPrefix + id);
      } finally {
        this.changed.fire();
      }
    });
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private async read(id: AccountId): Promise<AccountRecord | undefined> {
    try {
      const text = this.memory.get(id) ?? (await this.look(id));
      return text === undefined ? undefined : recordFromText(text);
    } catch (error) {
      log.error('reading a sign-in', error);
      return undefined;
    }
  }

  private async look(id: AccountId): Promise<string | undefined> {
    const text = await this.secrets.get(secretPrefix + id);
    this.seen.set(id, text);
    return text;
  }

  private async write(record: AccountRecord): Promise<void> {
    const { id } = record.account;
    const text = JSON.stringify(record);
    if (await this.isKept(id, text)) {
      this.memory.delete(id);
      return;
    }
    this.memory.set(id, text);
    if (!this.hasSaidSo) this.keptInMemory.fire();
    this.hasSaidSo = true;
  }

  /** Some keychains take a secret and do not give it back: only reading it tells. */
  private async isKept(id: AccountId, text: string): Promise<boolean> {
    try {
      await this.secrets.store(secretPrefix + id, text);
      return (await this.look(id)) === text;
    } catch (error) {
      log.error('keeping a sign-in', error);
      return false;
    }
  }

  private noticeChange(key: string): void {
    if (!key.startsWith(secretPrefix)) return;
    // The key is one that `write` made.
    const id = key.slice(secretPrefix.length) as AccountId;
    this.line.take(() => this.follow(id)).catch((error: unknown) => log.error('another window', error));
  }

  /** Takes in what another window did; our own changes are known already. */
  private async follow(id: AccountId): Promise<void> {
    const isSeen = this.seen.has(id);
    const before = this.seen.get(id);
    const text = await this.look(id);
    if (isSeen && text === before) return;
    if (text === undefined && this.memory.has(id)) return;
    this.memory.delete(id);
    const record = text === undefined ? undefined : recordFromText(text);
    if (record) await this.enter(record.account);
    else await this.leave(id);
    this.changed.fire();
  }

  private async enter(account: Account): Promise<void> {
    const accounts = this.all();
    const isKnown = accounts.some(({ id }) => id === account.id);
    const entered = isKnown
      ? accounts.map((known) => (known.id === account.id ? account : known))
      : [...accounts, account];
    await this.index.update(indexKey, entered);
  }

  private async leave(id: AccountId): Promise<void> {
    await this.index.update(
      indexKey,
      this.all().filter((account) => account.id !== id),
    );
  }
}
