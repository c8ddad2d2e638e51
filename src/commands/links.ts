import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import { accountLabel, type Account } from '../model/account';
import { findLinked } from '../model/linked';
import { ownTarget, sameSite, webTarget, type LinkTarget } from '../model/links';
import type { CurrentSession, Session } from '../model/session';
import { command, inWords, reported } from '../platform/command';
import { plainText } from '../platform/plainText';
import type { Conversations } from './conversations';
import type { AccountActions, AccountInUse } from './session';

/** What links need of the accounts. */
export interface LinkAccounts {
  readonly accounts: Pick<AccountActions, 'all'>;
  readonly sessions: CurrentSession & Pick<AccountInUse, 'account' | 'signedOut' | 'use'>;
}

/** Opens links to rooms and messages of the servers that somebody is signed in to. Nothing here writes. */
export class Links {
  constructor(
    private readonly known: LinkAccounts,
    private readonly conversations: Pick<Conversations, 'open'>,
  ) {}

  /** What a web address means to one of the accounts. */
  read(href: string): LinkTarget | undefined {
    const session = this.known.sessions.get();
    const site = session?.knownSettings?.siteUrl;
    const servers = this.known.accounts.all().map(({ server }) => server);
    const target = webTarget(href, site === undefined ? servers : [...servers, site]);
    // A server may call itself by another address than it is reached by.
    return target && session && target.server === site
      ? { ...target, server: session.account.server }
      : target;
  }

  /** Whether it was an address that can be opened here; what fails is told to the person. */
  async openHere(href: string): Promise<boolean> {
    const target = this.read(href);
    if (target) await reported('open link', () => this.open(target));
    return target !== undefined;
  }

  /** An address of our own, from wherever. */
  async openUri({ path, query }: vscode.Uri): Promise<void> {
    const target = ownTarget(path, query);
    if (!target)
      throw new Error(vscode.l10n.t('The link cannot be opened: it names no room of a Rocket.Chat server.'));
    await this.open(target);
  }

  async open(target: LinkTarget): Promise<void> {
    const session = await this.sessionFor(target);
    if (!session) return;
    const { place, message } = await inWords(findLinked(session, target), (why) =>
      vscode.l10n.t('The link could not be opened. {0}', why),
    );
    if (this.known.sessions.get() !== session) return;
    await this.conversations.open(place, { message: message?.id, focus: 'messages' });
  }

  /** Of the account in use, or of another one of that server if the person wants to switch. */
  private async sessionFor({ server }: LinkTarget): Promise<Session | undefined> {
    const { accounts, sessions } = this.known;
    const owners = accounts.all().filter((account) => sameSite(account.server, server));
    const { account } = sessions;
    if (owners.length === 0) return offerSignIn(server);
    if (account && owners.some(({ id }) => id === account.id)) return this.opened();
    const [owner] = owners;
    if (!owner || !(await wantsToSwitch(owner))) return undefined;
    await sessions.use(owner.id);
    return this.opened();
  }

  /** A link may come while the window is starting. */
  private async opened(): Promise<Session | undefined> {
    const { sessions } = this.known;
    const session = sessions.get();
    if (session || sessions.signedOut() !== undefined) {
      if (!session) await vscode.commands.executeCommand('rocketchat.signIn');
      return session ?? sessions.get();
    }
    return new Promise((resolve) => {
      const waiting = sessions.onDidChange((next) => {
        waiting.dispose();
        resolve(next);
      });
    });
  }
}

export function registerLinks(links: Links): Disposable {
  const lifetime = new Lifetime();
  const handleUri = (uri: vscode.Uri) => reported('open link', () => links.openUri(uri));
  lifetime.own(vscode.window.registerUriHandler({ handleUri }));
  lifetime.own(command('rocketchat.openLink', () => askAndOpen(links)));
  lifetime.own(
    command('_rocketchat.openLink', async (href) => {
      if (typeof href === 'string') await links.openHere(href);
    }),
  );
  return lifetime;
}

/** What was just copied stands there already, if it is such a link. */
async function askAndOpen(links: Links): Promise<void> {
  const copied = (await vscode.env.clipboard.readText()).trim();
  const href = await vscode.window.showInputBox({
    title: vscode.l10n.t('Open Link'),
    prompt: vscode.l10n.t('A link to a room or message, as Copy Link in Rocket.Chat makes it'),
    value: links.read(copied) ? copied : undefined,
    ignoreFocusOut: true,
    validateInput: (typed) =>
      typed.trim() === '' || links.read(typed)
        ? undefined
        : vscode.l10n.t('This is no link to a room or message of a server that you are signed in to.'),
  });
  if (href !== undefined && href.trim() !== '') await links.openHere(href);
}

async function wantsToSwitch(account: Account): Promise<boolean> {
  const yes = vscode.l10n.t('Switch Account');
  const words = vscode.l10n.t('The link belongs to {0}, which is not in use.', accountLabel(account));
  return (await vscode.window.showInformationMessage(plainText(words), yes)) === yes;
}

async function offerSignIn(server: string): Promise<undefined> {
  const signIn = vscode.l10n.t('Sign In');
  const words = vscode.l10n.t('The link leads to {0}. Sign in there to open it.', new URL(server).host);
  const answer = await vscode.window.showInformationMessage(plainText(words), signIn);
  if (answer === signIn) await vscode.commands.executeCommand('rocketchat.signIn');
  return undefined;
}
