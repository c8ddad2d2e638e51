import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import { accountLabel, type Account } from '../model/account';
import type { WaitingElsewhere } from '../model/otherAccounts';
import { wantsMe } from '../model/sections';
import type { Session } from '../model/session';

/** The account in use, as long as it is signed in, and the others. */
export interface Badged {
  readonly session: Pick<Session, 'account' | 'rooms'> | undefined;
  readonly elsewhere?: WaitingElsewhere;
}

/** The number on the activity bar: what wants me. VS Code adds up a container's views, so one view has it. */
export function showBadge(view: Pick<vscode.TreeView<unknown>, 'badge'>, of: Badged): Disposable {
  const lifetime = new Lifetime();
  const show = () => (view.badge = badgeOf(of));
  lifetime.own({ dispose: () => (view.badge = undefined) });
  if (of.session) lifetime.own(of.session.rooms.onDidChange(show));
  if (of.elsewhere) lifetime.own(of.elsewhere.onDidChange(show));
  show();
  return lifetime;
}

function badgeOf({ session, elsewhere }: Badged): vscode.ViewBadge | undefined {
  const here = session ? wantsMe(session.rooms.all()) : 0;
  const others = elsewhere?.waiting() ?? [];
  const value = others.reduce((sum, { count }) => sum + count, here);
  if (value === 0) return undefined;
  const tooltip = vscode.l10n.t('{0} waiting for you in Rocket.Chat', value);
  if (others.length === 0) return { value, tooltip };
  const lines = session && here > 0 ? [{ account: session.account, count: here }, ...others] : others;
  return { value, tooltip: [tooltip, ...lines.map(lineOf)].join('\n') };
}

function lineOf({ account, count }: { readonly account: Account; readonly count: number }): string {
  return vscode.l10n.t('{0}: {1}', accountLabel(account), count);
}
