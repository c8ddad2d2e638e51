import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Account, AccountId } from '../model/account';
import type { Files } from '../model/files';
import type { AccountFolders } from '../platform/files';
import type { AccountStore } from './accountStore';

/** What is kept of accounts on this machine, for as long as they are signed in and the person wants it kept. */
export class AccountKeeping implements Disposable {
  private readonly lifetime = new Lifetime();
  private known: ReadonlySet<AccountId>;
  private isTidy = false;

  constructor(
    private readonly store: AccountStore,
    private readonly folders: AccountFolders,
    private readonly isWanted: () => boolean,
  ) {
    this.known = this.ids();
    this.lifetime.own(store.onDidChange(() => this.forgetSignedOut()));
    // It may have been given up while no window was open.
    this.heedWish();
  }

  filesOf(account: Account): Files | undefined {
    return this.isWanted() ? this.folders.of(account.id) : undefined;
  }

  /** Deletes everything, unless it is wanted. Sessions that are open have to be opened anew. */
  heedWish(): void {
    if (this.isWanted()) return;
    for (const id of this.known) void this.folders.forget(id);
  }

  /** Deletes, once, what an index that was lost or a sign-out that did not end has left behind. */
  tidy(): void {
    if (this.isTidy) return;
    this.isTidy = true;
    void this.folders.tidy(this.ids());
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  /** Also of those that another window signed out: each window may have something to write still. */
  private forgetSignedOut(): void {
    const now = this.ids();
    for (const id of this.known) if (!now.has(id)) void this.folders.forget(id);
    this.known = now;
  }

  private ids(): ReadonlySet<AccountId> {
    return new Set(this.store.all().map(({ id }) => id));
  }
}
