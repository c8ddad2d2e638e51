import * as vscode from 'vscode';
import type { Client, Credentials } from '../api/client';
import type { Realtime } from '../api/realtime/realtime';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import { accountLabel, type Account } from '../model/account';
import type { LinkTarget } from '../model/links';
import type { WaitingElsewhere } from '../model/otherAccounts';
import { setContext } from '../platform/contextKey';
import { AccountFolders, TextFolder } from '../platform/files';
import { LastFocus, thisWindow } from '../platform/focus';
import { plainText } from '../platform/plainText';
import { onDidChangeSetting, setting } from '../platform/setting';
import { AccountKeeping } from './accountKeeping';
import { AccountStore } from './accountStore';
import { nativeAsk } from './ask';
import { registerAuthProvider } from './authProvider';
import { Elsewhere } from './elsewhere';
import type { FoundServer } from './flow';
import { keepLive } from './keepLive';
import type { Equipment } from './openSession';
import { Sessions } from './sessions';
import { signIn, signInAgain } from './signIn';

/** Where accounts, and what is kept of them, are: the extension's context has it all. */
export interface Keeping {
  readonly secrets: vscode.SecretStorage;
  readonly globalState: vscode.Memento;
  readonly globalStorageUri: vscode.Uri;
}

/** How servers are reached; given from outside, so that nothing here knows the network. */
export interface Reach {
  readonly connect: (server: string, credentials?: Credentials) => Client;
  readonly probe: (typed: string, options: { readonly signal: AbortSignal }) => Promise<FoundServer>;
  /** Undefined where the host has no WebSocket. */
  readonly live: (server: string, token: string) => Realtime | undefined;
}

/** The accounts of this person: signing in and out, and the one in use. */
export class Accounts implements Disposable {
  private readonly lifetime = new Lifetime();
  private readonly store: AccountStore;
  private readonly keeping: AccountKeeping;
  /** What people write is kept also where nothing else is, and for a week after a sign-out. */
  private readonly writing: AccountFolders;
  readonly sessions: Sessions;
  private readonly others: Elsewhere;
  /** Whether it was this window that the person was in last. */
  readonly lastFocus: LastFocus;

  constructor(
    { secrets, globalState, globalStorageUri }: Keeping,
    private readonly reach: Reach,
  ) {
    const { connect } = reach;
    const store = this.lifetime.own(new AccountStore(secrets, globalState));
    this.store = store;
    this.writing = new AccountFolders(vscode.Uri.joinPath(globalStorageUri, 'writing'));
    this.keeping = this.lifetime.own(
      new AccountKeeping(store, new AccountFolders(globalStorageUri), () =>
        setting('rocketchat.offlineCache'),
      ),
    );
    const equip = (account: Account, token: string) => this.equip(account, token);
    this.sessions = this.lifetime.own(new Sessions({ store, memory: globalState, connect, equip }));
    this.lastFocus = this.lifetime.own(
      new LastFocus(new TextFolder(() => Promise.resolve(globalStorageUri))),
    );
    this.others = this.watchOthers();
    this.lifetime.own(keepLive(this.sessions, thisWindow));
    this.listen();
    this.show();
  }

  /** What waits in the accounts that are not in use. */
  get elsewhere(): WaitingElsewhere {
    return this.others.others;
  }

  all(): readonly Account[] {
    return this.store.all();
  }

  /** Whether an account that is not in use gets to the room of a link. */
  isInReach(account: Account, target: LinkTarget): Promise<boolean> {
    return this.others.isInReach(account, target);
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

  /** Shows them in VS Code's own Accounts menu; one at a time can. */
  showInMenu(): Disposable {
    const { store, sessions } = this;
    const signOut = (account: Account) => sessions.signOut(account);
    return registerAuthProvider(store, { signIn: () => this.signIn(), signOut });
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private equip(account: Account, token: string): Equipment {
    const kept = { files: this.keeping.filesOf(account), writing: this.writing.of(account.id) };
    if (!setting('rocketchat.realtime')) return { ...kept, pollsBecause: 'setting' };
    const realtime = this.reach.live(account.server, token);
    return realtime ? { ...kept, realtime } : { ...kept, pollsBecause: 'unsupported' };
  }

  private watchOthers(): Elsewhere {
    const { store, sessions, lastFocus } = this;
    const { connect } = this.reach;
    const isMine = () => lastFocus.isMine();
    return this.lifetime.own(new Elsewhere({ store, sessions, connect, isMine, window: thisWindow }));
  }

  private listen(): void {
    const { store, sessions, lifetime } = this;
    lifetime.own(store.onDidKeepInMemory(sayKeptInMemory));
    lifetime.own(store.onDidChange(() => this.show()));
    lifetime.own(sessions.onDidChange(() => this.show()));
    lifetime.own(sessions.onDidChange((session) => session && this.tidy()));
    lifetime.own(onDidChangeSetting('rocketchat.realtime', () => void sessions.reopen()));
    lifetime.own(
      onDidChangeSetting('rocketchat.offlineCache', () => {
        this.keeping.heedWish();
        void sessions.reopen();
      }),
    );
  }

  private tidy(): void {
    this.keeping.tidy();
    void this.writing.tidy(this.all().map(({ id }) => id));
  }

  private show(): void {
    const session = this.sessions.get();
    setContext('rocketchat.signedIn', session !== undefined);
    setContext('rocketchat.hasAccounts', this.all().length > 0);
    this.lastFocus.setInUse(session?.account.id);
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
