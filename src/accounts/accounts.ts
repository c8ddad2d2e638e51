import * as vscode from 'vscode';
import type { Client, Credentials } from '../api/client';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import { accountLabel, type Account } from '../model/account';
import { setContext } from '../platform/contextKey';
import { plainText } from '../platform/plainText';
import { setting } from '../platform/setting';
import { AccountStore } from './accountStore';
import { nativeAsk } from './ask';
import { registerAuthProvider } from './authProvider';
import type { FoundServer } from './flow';
import { Sessions } from './sessions';
import { signIn, signInAgain } from './signIn';

/** Where accounts are kept: the extension's context has both. */
export interface Keeping {
  readonly secrets: vscode.SecretStorage;
  readonly globalState: vscode.Memento;
}

/** How servers are reached; given from outside, so that nothing here knows the network. */
export interface Reach {
  readonly connect: (server: string, credentials?: Credentials) => Client;
  readonly probe: (typed: string, options: { readonly signal: AbortSignal }) => Promise<FoundServer>;
}

/** The accounts of this person: signing in and out, and the one in use. */
export class Accounts implements Disposable {
  private readonly lifetime = new Lifetime();
  private readonly store: AccountStore;
  readonly sessions: Sessions;

  constructor(
    { secrets, globalState }: Keeping,
    private readonly reach: Reach,
  ) {
    this.store = this.lifetime.own(new AccountStore(secrets, globalState));
    this.sessions = this.lifetime.own(
      new Sessions({ store: this.store, memory: globalState, connect: reach.connect }),
    );
    this.lifetime.own(this.store.onDidKeepInMemory(sayKeptInMemory));
    this.lifetime.own(this.store.onDidChange(() => this.showContext()));
    this.lifetime.own(this.sessions.onDidChange(() => this.showContext()));
    this.lifetime.own(
      registerAuthProvider(this.store, {
        signIn: () => this.signIn(),
        signOut: (account) => this.sessions.signOut(account),
      }),
    );
    this.showContext();
  }

  all(): readonly Account[] {
    return this.store.all();
  }

  /** With an account whose token is gone, its server and user are filled in. */
  async signIn(again?: Account): Promise<Account> {
    const tools = { ...this.reach, ask: nativeAsk, openExternal };
    const { account, token } = again
      ? await signInAgain(tools, again)
      : await signIn(tools, setting('rocketchat.defaultServer'));
    await this.sessions.add(account, token);
    const words = vscode.l10n.t('Signed in as {0}', accountLabel(account));
    vscode.window.setStatusBarMessage(plainText(words), 5_000);
    return account;
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private showContext(): void {
    setContext('rocketchat.signedIn', this.sessions.get() !== undefined);
    setContext('rocketchat.hasAccounts', this.all().length > 0);
  }
}

async function openExternal(address: string): Promise<void> {
  await vscode.env.openExternal(vscode.Uri.parse(address, true));
}

function sayKeptInMemory(): void {
  void vscode.window.showWarningMessage(
    vscode.l10n.t(
      'This system does not keep secrets for VS Code. You stay signed in to Rocket.Chat until this window closes.',
    ),
  );
}
