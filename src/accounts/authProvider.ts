import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import { accountLabel, type Account } from '../model/account';
import { plainText } from '../platform/plainText';
import type { AccountStore } from './accountStore';

export interface AuthActions {
  signIn(): Promise<Account>;
  signOut(account: Account): Promise<void>;
}

/** Shows the accounts in VS Code's Accounts menu, where they can be signed out. Hands out no token. */
export function registerAuthProvider(store: AccountStore, actions: AuthActions): Disposable {
  const lifetime = new Lifetime();
  const provider = lifetime.own(new AuthProvider(store, actions));
  lifetime.own(
    vscode.authentication.registerAuthenticationProvider('rocketchat', 'Rocket.Chat', provider, {
      supportsMultipleAccounts: true,
    }),
  );
  return lifetime;
}

export class AuthProvider implements vscode.AuthenticationProvider, Disposable {
  private readonly lifetime = new Lifetime();
  private readonly changed = this.lifetime.own(
    new vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>(),
  );
  private told: readonly vscode.AuthenticationSession[];
  readonly onDidChangeSessions = this.changed.event;

  constructor(
    private readonly store: AccountStore,
    private readonly actions: AuthActions,
  ) {
    this.told = this.sessions();
    this.lifetime.own(store.onDidChange(() => this.tell()));
  }

  getSessions(
    _scopes: readonly string[] | undefined,
    { account }: vscode.AuthenticationProviderSessionOptions = {},
  ): Promise<vscode.AuthenticationSession[]> {
    return Promise.resolve(this.sessions().filter(({ id }) => !account || account.id === id));
  }

  async createSession(): Promise<vscode.AuthenticationSession> {
    return sessionOf(await this.actions.signIn());
  }

  async removeSession(id: string): Promise<void> {
    const account = this.store.all().find((known) => known.id === id);
    if (account) await this.actions.signOut(account);
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private sessions(): vscode.AuthenticationSession[] {
    return this.store.all().map(sessionOf);
  }

  private tell(): void {
    const before = this.told;
    const now = this.sessions();
    this.told = now;
    const added = now.filter(({ id }) => !before.some((session) => session.id === id));
    const removed = before.filter(({ id }) => !now.some((session) => session.id === id));
    const changed = now.filter((session) =>
      before.some(({ id, account }) => id === session.id && account.label !== session.account.label),
    );
    if (added.length + removed.length + changed.length > 0) this.changed.fire({ added, removed, changed });
  }
}

function sessionOf(account: Account): vscode.AuthenticationSession {
  return {
    id: account.id,
    // Any extension that the person once allowed could read it: the token stays with us.
    accessToken: '',
    account: { id: account.id, label: plainText(accountLabel(account)) },
    scopes: [],
  };
}
