import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import type { RoomStore } from '../model/roomStore';
import { wantsMe } from '../model/sections';

/** The number on the activity bar: what wants me. VS Code adds up a container's views, so one view has it. */
export function showBadge(view: Pick<vscode.TreeView<unknown>, 'badge'>, rooms: RoomStore): Disposable {
  const show = () => {
    const value = wantsMe(rooms.all());
    view.badge =
      value > 0 ? { value, tooltip: vscode.l10n.t('{0} waiting for you in Rocket.Chat', value) } : undefined;
  };
  show();
  const listening = rooms.onDidChange(show);
  return {
    dispose: () => {
      listening.dispose();
      view.badge = undefined;
    },
  };
}
