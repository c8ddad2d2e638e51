import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import { accountLabel, type Account } from '../model/account';
import { findLinked, isInReach } from '../model/linked';
import { ownTarget, sameSite, webTarget, type LinkTarget } from '../model/links';
import type { CurrentSession, Session } from '../model/session';
import { command, inWords, reported } from '../platform/command';
import { plainText } from '../platform/plainText';
import type { Conversations } from './conversations';
import type { AccountActions, AccountInUse } from './session';

/** What links need of the accounts. */
export interface LinkAccounts {
  readonly accounts: Pick<AccountActions, 'all'> & {
    /** Whether an account that is not in use gets to the room of a link. */
    isInReach(account: Account, target: LinkTarget): Promise<boolean>;
  };
  readonly sessions: CurrentSession & Pick<AccountInUse, 'account' | 'signedOut' | 'use'>;
}

/** Opens links to rooms and messages of the servers that somebody is signed in to. Nothing here writes. */
export class Links {
  constructor(
    private readonly known: LinkAccounts,
    private readonly conversations: Pick<Conversations, 'open'>,
    /** How addresses of our own begin: scheme of this editor and id of the extension. */
    private readonly home: string,
  ) {}

  /** What an address means: one of our own, or a web address of one of the accounts. */
  read(href: string): LinkTarget | undefined {
    const url = URL.parse(href.trim());
    if (url?.host === undefined) return undefined;
    const isOwn = `${url.protocol}//${url.host}`.toLowerCase() === this.home.toLowerCase();
    return isOwn ? ownTarget(url.pathname, url.search) : this.readWeb(url.href);
  }

  /** Whether it was an address that can be opened here; what fails is told to the person. */
  async openHere(href: string): Promise<boolean> {
    const target = this.read(href);
    if (target) await reported('open link', () => this.open(target));
    return target !== undefined;
  }

  /** An address of our own, from wherever. */
  async openUri({ path, query }: Pick<vscode.Uri, 'path' | 'query'>): Promise<void> {
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
    await this.conversations.open(place, { ...(message && { message: message.id }), focus: 'messages' });
  }

  private readWeb(href: string): LinkTarget | undefined {
    const session = this.known.sessions.get();
    const site = session?.knownSettings?.siteUrl;
    const servers = this.known.accounts.all().map(({ server }) => server);
    const target = webTarget(href, site === undefined ? servers : [...servers, site]);
    // A server may call itself by another address than it is reached by.
    return target && session && target.server === site
      ? { ...target, server: session.account.server }
      : target;
  }

  /** Of the account in use, or of another one if the person wants to switch, or to sign in. */
  private async sessionFor(target: LinkTarget): Promise<Session | undefined> {
    const { server } = target;
    if (this.ownersOf(server).length === 0 && !(await wantsToSignIn(server))) return undefined;
    const owner = await this.ownerFor(target);
    if (!owner || !(await this.turnTo(owner))) return undefined;
    const session = await this.opened();
    return session && sameSite(session.account.server, server) ? session : undefined;
  }

  /** Whether it is the account in use from now on. */
  private async turnTo(account: Account): Promise<boolean> {
    const { sessions } = this.known;
    if (account.id === sessions.account?.id) return true;
    if (!(await wantsToSwitch(account))) return false;
    await sessions.use(account.id);
    return true;
  }

  /** Of several on that server the first that gets to the room; if none does, the one in use. */
  private async ownerFor(target: LinkTarget): Promise<Account | undefined> {
    const owners = this.ownersOf(target.server);
    if (owners.length < 2) return owners[0];
    for (const owner of owners) if (await this.isInReachOf(owner, target)) return owner;
    return owners[0];
  }

  private isInReachOf(account: Account, target: LinkTarget): Promise<boolean> {
    const session = this.known.sessions.get();
    return session?.account.id === account.id
      ? isInReach(session, target)
      : this.known.accounts.isInReach(account, target);
  }

  /** The one in use comes first. */
  private ownersOf(server: string): readonly Account[] {
    const { accounts, sessions } = this.known;
    const owners = accounts.all().filter((account) => sameSite(account.server, server));
    const isInUse = ({ id }: Account) => id === sessions.account?.id;
    return [...owners.filter(isInUse), ...owners.filter((account) => !isInUse(account))];
  }

  /** A link may come while the window is starting, or after the sign-in has ended. */
  private async opened(): Promise<Session | undefined> {
    const { sessions } = this.known;
    while (!sessions.get() && sessions.signedOut() === undefined) await nextOf(sessions);
    if (!sessions.get()) await vscode.commands.executeCommand('rocketchat.signIn');
    return sessions.get();
  }
}

function nextOf({ onDidChange }: CurrentSession): Promise<void> {
  return new Promise((resolve) => {
    const waiting = onDidChange(() => {
      waiting.dispose();
      resolve();
    });
  });
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
  const copied = await copiedText();
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

/** Empty where it may not be read. A browser cannot be asked without a question or an error on the screen. */
async function copiedText(): Promise<string> {
  if (vscode.env.uiKind === vscode.UIKind.Web) return '';
  try {
    return (await vscode.env.clipboard.readText()).trim();
  } catch {
    return '';
  }
}

async function wantsToSwitch(account: Account): Promise<boolean> {
  const yes = vscode.l10n.t('Switch Account');
  const words = vscode.l10n.t('The link belongs to {0}, which is not in use.', accountLabel(account));
  return (await vscode.window.showInformationMessage(plainText(words), yes)) === yes;
}

/** Whether the person went to sign in; where, they decide. */
async function wantsToSignIn(server: string): Promise<boolean> {
  const yes = vscode.l10n.t('Sign In');
  const words = vscode.l10n.t('The link leads to {0}. Sign in there to open it.', new URL(server).host);
  if ((await vscode.window.showInformationMessage(plainText(words), yes)) !== yes) return false;
  await vscode.commands.executeCommand('rocketchat.signIn');
  return true;
}
