import * as vscode from 'vscode';
import type { Disposable, Event } from '../base/event';
import { Lifetime } from '../base/lifetime';
import { accountLabel, type Account, type AccountId, type SignedOut } from '../model/account';
import type { WaitingElsewhere } from '../model/otherAccounts';
import { command } from '../platform/command';
import { log } from '../platform/log';
import { plainText } from '../platform/plainText';

/** What these commands need of the accounts. */
export interface AccountActions {
  all(): readonly Account[];
  signIn(again?: Account): Promise<Account>;
  readonly elsewhere: WaitingElsewhere;
}

/** What these commands need of the account in use. */
export interface AccountInUse {
  readonly account: Account | undefined;
  signedOut(): SignedOut | undefined;
  /** Looks once more for the token of the account in use. */
  restore(): Promise<void>;
  readonly onDidExpire: Event<Account>;
  use(id: AccountId): Promise<void>;
  signOut(account: Account): Promise<void>;
}

export function registerSessionCommands(accounts: AccountActions, inUse: AccountInUse): Disposable {
  const lifetime = new Lifetime();
  lifetime.own(inUse.onDidExpire((account) => void offerSignIn(account, inUse)));
  lifetime.own(
    command('rocketchat.signIn', async () => {
      await accounts.signIn(inUse.signedOut() === undefined ? undefined : inUse.account);
    }),
  );
  lifetime.own(command('rocketchat.restoreSignIn', () => restore(inUse)));
  lifetime.own(
    command('rocketchat.signOut', async () => {
      const account = await pickToSignOut(accounts.all(), inUse.account);
      if (account) await inUse.signOut(account);
    }),
  );
  lifetime.own(command('rocketchat.switchAccount', () => switchAccount(accounts, inUse)));
  lifetime.own(
    command('rocketchat.showLog', () => {
      log.show();
      return Promise.resolve();
    }),
  );
  return lifetime;
}

/** The keychain may have been unlocked meanwhile. */
async function restore(inUse: AccountInUse): Promise<void> {
  await inUse.restore();
  if (inUse.signedOut() === 'locked')
    throw new Error(
      vscode.l10n.t(
        'Your sign-in still cannot be read. Unlock the keychain of this system, or sign in again.',
      ),
    );
}

/** Said once: without a token no further call can fail for the lack of one. */
async function offerSignIn(account: Account, inUse: AccountInUse): Promise<void> {
  const again = vscode.l10n.t('Sign In Again');
  const answer = await vscode.window.showInformationMessage(
    plainText(vscode.l10n.t('Rocket.Chat no longer accepts the sign-in of {0}.', accountLabel(account))),
    again,
  );
  // The offer may have stood there for long.
  if (answer === again && inUse.signedOut() === 'expired')
    await vscode.commands.executeCommand('rocketchat.signIn');
}

async function switchAccount(accounts: AccountActions, inUse: AccountInUse): Promise<void> {
  const waiting = new Map(accounts.elsewhere.waiting().map(({ account, count }) => [account.id, count]));
  const known = accounts
    .all()
    .map((account) => accountItem(account, { current: inUse.account, count: waiting.get(account.id) }));
  const add = { label: vscode.l10n.t('Add Account…'), iconPath: new vscode.ThemeIcon('add') };
  const rule = { label: '', kind: vscode.QuickPickItemKind.Separator };
  const picked = await vscode.window.showQuickPick<AccountItem>([...known, rule, add], {
    title: vscode.l10n.t('Switch Rocket.Chat Account'),
    placeHolder: vscode.l10n.t('Select the account to use'),
  });
  if (picked === add) await accounts.signIn();
  else if (picked?.account) await inUse.use(picked.account.id);
}

async function pickToSignOut(
  accounts: readonly Account[],
  current: Account | undefined,
): Promise<Account | undefined> {
  if (accounts.length < 2) return accounts[0];
  const items = accounts.map((account) => accountItem(account, { current }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Sign Out of Rocket.Chat'),
    placeHolder: vscode.l10n.t('Select the account to sign out'),
  });
  return picked?.account;
}

interface AccountItem extends vscode.QuickPickItem {
  readonly account?: Account;
}

interface Standing {
  readonly current: Account | undefined;
  /** How much waits there. */
  readonly count?: number;
}

function accountItem(account: Account, { current, count }: Standing): AccountItem {
  const isCurrent = account.id === current?.id;
  const waiting = count === undefined ? undefined : vscode.l10n.t('{0} waiting', count);
  return {
    account,
    label: plainText(accountLabel(account)),
    description: isCurrent ? vscode.l10n.t('in use') : waiting,
    iconPath: new vscode.ThemeIcon(isCurrent ? 'check' : 'account'),
  };
}
