import * as vscode from 'vscode';
import type { Client, Credentials } from '../api/client';
import { Emitter, type Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import { accountLabel, type Account, type AccountId, type SignedOut } from '../model/account';
import type { CurrentSession, Session } from '../model/session';
import { log } from '../platform/log';
import type { AccountStore, KeptToken } from './accountStore';
import { openSession, type Equipment, type OpenSession } from './openSession';
import { revoke } from './revoke';

const inUseKey = 'accountInUse';

export interface SessionsOptions {
  readonly store: AccountStore;
  /** Remembers over restarts which account is in use, whatever folder is open. */
  readonly memory: vscode.Memento;
  readonly connect: (server: string, credentials: Credentials) => Client;
  /** Asked anew for each session that opens. */
  readonly equip?: (account: Account, token: string) => Equipment;
}

/** The account in use as a session that lives as long as its token. Makes no request of its own but `logout`. */
export class Sessions implements CurrentSession, Disposable {
  private readonly lifetime = new Lifetime();
  private readonly changed = this.lifetime.own(new Emitter<Session | undefined>());
  private readonly expired = this.lifetime.own(new Emitter<Account>());
  private open: OpenSession | undefined;
  private running = Promise.resolve();
  private standing: Standing;
  /** Asked of the memory once: another window's choice does not change this one's. */
  private inUse: string | undefined;
  private isOutdated = false;

  readonly onDidChange = this.changed.event;
  /** The server does not take the token of the account in use any more. */
  readonly onDidExpire = this.expired.event;

  constructor(private readonly options: SessionsOptions) {
    this.inUse = options.memory.get<string>(inUseKey);
    const account = this.chosen();
    this.standing = { state: account ? 'restoring' : 'signedOut', account };
    this.lifetime.own({ dispose: () => this.open?.lifetime.dispose() });
    this.lifetime.own(options.store.onDidChange(() => void this.settle()));
  }

  get(): Session | undefined {
    return this.open?.session;
  }

  /** The account in use, also while it waits for signing in again. */
  get account(): Account | undefined {
    return this.standing.account;
  }

  /** Why there is no session; undefined while there is one, or it is being brought back. */
  signedOut(): SignedOut | undefined {
    const { state } = this.standing;
    return state === 'signedIn' || state === 'restoring' ? undefined : state;
  }

  /** Brings back the account in use. Without one, not even the secrets are asked. */
  restore(): Promise<void> {
    return this.settle();
  }

  /** Signs an account in and takes it into use. */
  async add(account: Account, token: string): Promise<void> {
    const { store } = this.options;
    const known = store.get(account.id);
    const replaced = known && (await store.token(known.id));
    await store.save(account, token);
    await this.use(account.id);
    if (known && replaced !== undefined && replaced !== token)
      void revoke(known, replaced, this.options.connect);
  }

  /** Opens the session anew, for settings that it was opened with have changed. */
  reopen(): Promise<void> {
    this.isOutdated = true;
    return this.settle();
  }

  async use(id: AccountId): Promise<void> {
    this.inUse = id;
    await this.options.memory.update(inUseKey, id);
    await this.settle();
  }

  /** Signs out here first; the server is told as far as it can be reached. */
  async signOut(account: Account): Promise<void> {
    const { store } = this.options;
    const token = await store.token(account.id);
    try {
      await store.forget(account.id);
    } catch (cause) {
      throw new Error(
        vscode.l10n.t('{0} is signed out, but this system did not remove its secret.', accountLabel(account)),
        { cause },
      );
    } finally {
      await this.settle();
      if (token !== undefined) await revoke(account, token, this.options.connect);
    }
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  /** Makes the open session the one that the store calls for. */
  private settle(): Promise<void> {
    this.running = this.running.then(() => this.settleNow()).catch(logFailure);
    return this.running;
  }

  private async settleNow(): Promise<void> {
    const account = this.chosen();
    const kept = account && (await this.options.store.kept(account.id));
    const token = kept?.state === 'kept' ? kept.token : undefined;
    const isSame = this.isOpen(account, token);
    if (!isSame) await this.replace(account, token);
    if (this.lifetime.signal.aborted) return;
    const before = this.standing;
    this.standing = standingOf(account, kept);
    if (!isSame || differs(before, this.standing)) this.changed.fire(this.get());
  }

  private chosen(): Account | undefined {
    const accounts = this.options.store.all();
    return accounts.find(({ id }) => id === this.inUse) ?? accounts[0];
  }

  private isOpen(account: Account | undefined, token: string | undefined): boolean {
    if (!this.open) return token === undefined;
    return !this.isOutdated && this.open.token === token && this.open.session.account.id === account?.id;
  }

  /** The old one stays until the new one has something to show. */
  private async replace(account: Account | undefined, token: string | undefined): Promise<void> {
    this.isOutdated = false;
    const next = account && token !== undefined ? await this.start(account, token) : undefined;
    this.open?.lifetime.dispose();
    this.open = next;
    if (this.lifetime.signal.aborted) next?.lifetime.dispose();
  }

  private async start(account: Account, token: string): Promise<OpenSession> {
    const { connect, store, equip } = this.options;
    const client = connect(account.server, { userId: account.userId, authToken: token });
    const open = await openSession({ account, token, client, ...equip?.(account, token) });
    open.lifetime.own(client.onDidSignOut(() => void this.expire(account, token)));
    open.lifetime.own(
      open.session.onDidChangePreferences((preferences) => {
        store.update({ ...account, preferences }).catch(logFailure);
      }),
    );
    return open;
  }

  /** Another window may have signed in again meanwhile: then that token is taken, and nothing is said. */
  private async expire(account: Account, token: string): Promise<void> {
    await this.options.store.expire(account, token).catch(logFailure);
    await this.settle();
    if (this.signedOut() === 'expired' && this.account?.id === account.id) this.expired.fire(account);
  }
}

interface Standing {
  readonly state: SignedOut | 'restoring' | 'signedIn';
  readonly account: Account | undefined;
}

function logFailure(error: unknown): void {
  log.error('the accounts', error);
}

function standingOf(account: Account | undefined, kept: KeptToken | undefined): Standing {
  if (!account || !kept) return { state: 'signedOut', account };
  return { state: kept.state === 'kept' ? 'signedIn' : kept.state, account };
}

function differs(one: Standing, other: Standing): boolean {
  return one.state !== other.state || one.account?.id !== other.account?.id;
}
