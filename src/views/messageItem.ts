import * as vscode from 'vscode';
import type { Message } from '../model/message';
import { isMarkable } from '../model/messageActions';
import { summaryOf } from '../model/messageText';
import { replyCount } from './counts';
import { absoluteTime, relativeTime } from './relativeTime';
import { messageUri } from './roomDecorations';
import type { MessageNode } from './roomNode';
import { systemText } from './systemText';

export function messageItem(node: MessageNode, message: Message, isUnread: boolean): vscode.TreeItem {
  // A thread opens into its replies; a reply opens into nothing.
  const opens = message.replies > 0 && node.parent.type === 'list';
  const item = new vscode.TreeItem(
    message.author.name,
    opens ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None,
  );
  item.id = node.key;
  item.contextValue = context(message, isUnread);
  item.iconPath = icon(message, isUnread);
  item.description = `${marks(node, message)}${relativeTime(message.sentAt, Date.now())} · ${firstLine(message)}`;
  if (opens) item.resourceUri = messageUri(message.id);
  item.accessibilityInformation = { label: spoken(message, isUnread) };
  return item;
}

/** What a row says of a message: its text, or what stands for it. */
export function firstLine(message: Message): string {
  const summary = summaryOf(message);
  switch (summary.kind) {
    case 'text':
      return summary.text;
    case 'system':
      return systemText(summary.type, summary.parameter);
    case 'encrypted':
      return vscode.l10n.t('Encrypted message');
    case 'deleted':
      return vscode.l10n.t('Deleted message');
    case 'empty':
      return vscode.l10n.t('Empty message');
  }
}

/** What can be marked says how it is marked; the rest has no marks. */
function context(message: Message, isUnread: boolean): string {
  if (!isMarkable(message)) return 'event';
  const { isPinned, isStarred } = message;
  return [
    'message',
    isPinned ? 'pinned' : 'unpinned',
    isStarred ? 'starred' : 'unstarred',
    isUnread ? 'unread' : 'read',
  ].join('.');
}

/** Pin and star; not those that every row of a list has. In a font's own colour, not as coloured pictures. */
function marks({ parent }: MessageNode, { isPinned, isStarred }: Message): string {
  const said = parent.type === 'list' ? parent.kind : undefined;
  const shown = [isPinned && said !== 'pinned' && '📌\ufe0e', isStarred && said !== 'starred' && '★'];
  const text = shown.filter((mark) => mark !== false).join('');
  return text === '' ? '' : `${text} `;
}

function icon(message: Message, isUnread: boolean): vscode.ThemeIcon {
  if (isUnread)
    return new vscode.ThemeIcon('circle-filled', new vscode.ThemeColor('notificationsInfoIcon.foreground'));
  return new vscode.ThemeIcon(message.replies > 0 ? 'comment-discussion' : 'comment');
}

function spoken(message: Message, isUnread: boolean): string {
  return [
    message.author.name,
    firstLine(message),
    absoluteTime(message.sentAt),
    message.replies > 0 && replyCount(message.replies),
    isUnread && vscode.l10n.t('unread'),
    message.isPinned && vscode.l10n.t('pinned'),
    message.isStarred && vscode.l10n.t('starred'),
  ]
    .filter((part) => part !== false)
    .join(', ');
}
