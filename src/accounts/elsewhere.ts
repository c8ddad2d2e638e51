import type { Client, Credentials } from '../api/client';
import { systemClock, type Clock } from '../base/clock';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Account, AccountId } from '../model/account';
import { isInReach } from '../model/linked';
import type { LinkTarget } from '../model/links';
import { OtherAccounts, type Waiting } from '../model/otherAccounts';
import { wantsMe } from '../model/sections';
import type { Session } from '../model/session';
import type { FocusState } from '../platform/focus';
import { log } from '../platform/log';
import type { AccountStore } from './accountStore';
import type { Sessions } from './sessions';

export interface ElsewhereOptions {
  readonly store: AccountStore;
  readonly sessions: Sessions;
  readonly connect: (server: string, credentials: Credentials) => Client;
  readonly window: FocusState;
  readonly isMine: () => Promise<boolean>;
  readonly clock?: Clock;
}

/** Looks after the accounts that are not in use. With one account it does nothing and reads no secret. */
export class Elsewhere implements Disposable {
  private readonly lifetime = new Lifetime();
  private readonly clients = new Map<AccountId, { readonly token: string; readonly client: Client }>();
  private last: Session | undefined;

  /** What waits there. */
  readonly others: OtherAccounts;

  constructor(private readonly options: ElsewhereOptions) {
    const { store, sessions, window, isMine, clock = systemClock } = options;
    const clientOf = (account: Account) => this.clientOf(account);
    this.others = this.lifetime.own(new OtherAccounts({ clientOf, isMine, clock, random: Math.random }));
    this.lifetime.own(store.onDidChange(() => this.follow()));
    this.lifetime.own(sessions.onDidChange(() => this.follow()));
    this.lifetime.own(window.onDidChange((isFocused) => isFocused && this.others.hurry()));
    this.follow();
  }

  /** Whether an account gets to the room of a link. */
  async isInReach(account: Account, target: LinkTarget): Promise<boolean> {
    const client = await this.clientOf(account);
    const { signal } = this.lifetime;
    return client !== undefined && (await isInReach({ client, signal, rooms: { all: () => [] } }, target));
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private follow(): void {
    const { store, sessions } = this.options;
    const session = sessions.get();
    const left = this.last === session ? undefined : this.last;
    this.last = session;
    const accounts = store.all().filter(({ id }) => id !== sessions.account?.id);
    for (const id of this.clients.keys())
      if (!accounts.some((account) => account.id === id)) this.clients.delete(id);
    this.others.follow(accounts, left && waitingIn(left));
  }

  private async clientOf(account: Account): Promise<Client | undefined> {
    const { store, connect } = this.options;
    const token = await store.token(account.id);
    if (token === undefined) return undefined;
    const known = this.clients.get(account.id);
    if (known?.token === token) return known.client;
    const client = connect(account.server, { userId: account.userId, authToken: token });
    client.onDidSignOut(() => void this.expire(account, token));
    this.clients.set(account.id, { token, client });
    return client;
  }

  /** Without a word: it is said when the person turns to that account. */
  private async expire(account: Account, token: string): Promise<void> {
    try {
      await this.options.store.expire(account, token);
    } catch (error) {
      log.error('an account not in use', error);
    }
  }
}

/** Undefined where the rooms had not come yet. */
function waitingIn({ account, rooms }: Session): Waiting | undefined {
  const all = rooms.all();
  return all.length > 0 ? { account, count: wantsMe(all) } : undefined;
}
