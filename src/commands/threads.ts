import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import { follow, unfollow } from '../model/messageActions';
import { command } from '../platform/command';
import { each, type MessageAction } from './messageAction';

/** What these commands need of the trees. */
export interface TreeActions {
  refreshThreads(): Promise<void>;
  loadMore(row: unknown): Promise<void>;
  retry(row: unknown): Promise<void>;
}

/** What rows of either tree run themselves, and the refresh of the threads. */
export function registerTreeCommands(trees: TreeActions): Disposable {
  const lifetime = new Lifetime();
  lifetime.own(command('rocketchat.refreshThreads', () => trees.refreshThreads()));
  lifetime.own(command('_rocketchat.loadMore', (row) => trees.loadMore(row)));
  lifetime.own(command('_rocketchat.retry', (row) => trees.retry(row)));
  return lifetime;
}

/** On the first message of a thread. */
export function threadActions(): MessageAction[] {
  return [
    {
      command: 'rocketchat.followThread',
      action: 'follow',
      title: vscode.l10n.t('Follow Thread'),
      nothing: vscode.l10n.t('No other thread among the recent messages here'),
      failed: vscode.l10n.t('Not followed.'),
      run: each(follow),
    },
    {
      command: 'rocketchat.unfollowThread',
      action: 'unfollow',
      title: vscode.l10n.t('Unfollow Thread'),
      nothing: vscode.l10n.t('You follow no thread among the recent messages here'),
      failed: vscode.l10n.t('Still followed.'),
      run: each(unfollow),
    },
  ];
}
