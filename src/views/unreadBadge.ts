import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import { accountLabel, type Account } from '../model/account';
import type { WaitingElsewhere } from '../model/otherAccounts';
import type { RoomStore } from '../model/roomStore';
import { wantsMe } from '../model/sections';

/** The account in use, and the others. */
export interface Badged {
  readonly account: Account;
  readonly rooms: RoomStore;
  readonly elsewhere?: WaitingElsewhere;
}

/** The number on the activity bar: what wants me. VS Code adds up a container's views, so one view has it. */
export function showBadge(view: Pick<vscode.TreeView<unknown>, 'badge'>, of: Badged): Disposable {
  const lifetime = new Lifetime();
  const show = () => (view.badge = badgeOf(of));
  lifetime.own({ dispose: () => (view.badge = undefined) });
  lifetime.own(of.rooms.onDidChange(show));
  if (of.elsewhere) lifetime.own(of.elsewhere.onDidChange(show));
  show();
  return lifetime;
}

function badgeOf({ account, rooms, elsewhere }: Badged): vscode.ViewBadge | undefined {
  const here = wantsMe(rooms.all());
  const others = elsewhere?.waiting() ?? [];
  const value = others.reduce((sum, { count }) => sum + count, here);
  if (value === 0) return undefined;
  const tooltip = vscode.l10n.t('{0} waiting for you in Rocket.Chat', value);
  if (others.length === 0) return { value, tooltip };
  const lines = [{ account, count: here }, ...others].filter(({ count }) => count > 0);
  return { value, tooltip: [tooltip, ...lines.map(lineOf)].join('\n') };
}

function lineOf({ account, count }: { readonly account: Account; readonly count: number }): string {
  return vscode.l10n.t('{0}: {1}', accountLabel(account), count);
}
