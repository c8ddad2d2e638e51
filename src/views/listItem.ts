import * as vscode from 'vscode';
import type { ApiError } from '../api/errors';
import type { Room } from '../model/room';
import type { CommandId } from '../platform/ids';
import { explain } from '../platform/explain';
import { listKind } from './listKinds';
import type { Filtered } from './pinnedFilters';
import type { ListNode, MoreNode, NoteNode, TreeNode } from './roomNode';

export function listItem(node: ListNode, room: Room | undefined, filtered?: Filtered): vscode.TreeItem {
  const { label, icon } = listKind(node.kind);
  const unread = node.kind === 'threads' ? (room?.unreadThreads.length ?? 0) : 0;
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = node.key;
  item.contextValue = `list.${node.kind}`;
  item.iconPath = new vscode.ThemeIcon(icon);
  if (unread > 0) item.description = vscode.l10n.t('{0} unread', unread);
  if (!filtered) return item;
  item.contextValue += '.filtered';
  item.iconPath = new vscode.ThemeIcon('filter-filled');
  item.description = filterText(filtered);
  return item;
}

/** The count first: a narrow side bar cuts off what was typed, which the person knows. */
function filterText({ text, found, of, isLoading }: Filtered): string {
  return isLoading
    ? vscode.l10n.t('{0} of {1}, loading more… · “{2}”', found, of, text)
    : vscode.l10n.t('{0} of {1} · “{2}”', found, of, text);
}

/** What stands at the end of a list, or above a thread. */
export function isEnd(node: TreeNode): node is MoreNode | NoteNode {
  return node.type === 'more' || node.type === 'note';
}

export function endItem(node: MoreNode | NoteNode, error: ApiError | undefined): vscode.TreeItem {
  return node.type === 'more' ? moreItem(node) : noteItem(node, error);
}

function moreItem(node: MoreNode): vscode.TreeItem {
  const isThread = node.parent.type !== 'list';
  const item = new vscode.TreeItem(
    isThread ? vscode.l10n.t('Load earlier replies') : vscode.l10n.t('Load more'),
  );
  item.id = node.key;
  item.contextValue = 'more';
  item.iconPath = new vscode.ThemeIcon(isThread ? 'fold-up' : 'fold-down');
  item.command = run('_rocketchat.loadMore', item, node);
  return item;
}

function noteItem(node: NoteNode, error: ApiError | undefined): vscode.TreeItem {
  const item = new vscode.TreeItem('');
  item.id = node.key;
  if (node.note !== 'failed') {
    item.label = node.note === 'empty' ? emptyText(node) : vscode.l10n.t('Nothing pinned has that in it');
    item.contextValue = `note.${node.note}`;
    return item;
  }
  const label = vscode.l10n.t('Could not load. Try again');
  item.label = label;
  item.description = explain(error);
  item.tooltip = explain(error);
  // Else a screen reader would get the tooltip alone.
  item.accessibilityInformation = { label: `${label}. ${explain(error)}` };
  item.contextValue = 'note.failed';
  item.iconPath = new vscode.ThemeIcon(error?.failure.kind === 'offline' ? 'debug-disconnect' : 'warning');
  item.command = run('_rocketchat.retry', item, node);
  return item;
}

function emptyText({ parent }: NoteNode): string {
  return parent.type === 'list' ? listKind(parent.kind).empty : vscode.l10n.t('No replies yet');
}

function run(command: CommandId, item: vscode.TreeItem, node: MoreNode | NoteNode): vscode.Command {
  return { command, title: typeof item.label === 'string' ? item.label : '', arguments: [node] };
}
