import * as vscode from 'vscode';
import type { Message } from '../model/message';
import { messageContext } from '../model/messageContext';
import type { Action } from '../model/offers';
import { summaryOf } from '../model/messageText';
import type { RoomListKind } from '../model/roomLists';
import { systemText } from '../platform/systemText';
import { replyCount } from './counts';
import { absoluteTime, relativeTime } from './relativeTime';
import { messageUri } from './roomDecorations';
import type { MessageNode } from './roomNode';
import type { ShownMessage } from './shownMessage';

/** What does not come from the message itself. */
export interface MessageLook {
  readonly isUnread: boolean;
  readonly offers: readonly Action[];
}

export function messageItem(
  node: MessageNode,
  message: ShownMessage,
  { isUnread, offers }: MessageLook,
): vscode.TreeItem {
  // A thread opens into its replies; a reply opens into nothing.
  const opens = message.replies > 0 && (node.parent.type === 'list' || node.parent.type === 'saved');
  const item = new vscode.TreeItem(
    message.author.name,
    opens ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None,
  );
  item.id = node.key;
  item.contextValue = messageContext(message, isUnread, offers);
  item.iconPath = messageIcon(message, isUnread);
  item.description = `${marks(message, listOf(node))}${relativeTime(message.sentAt, Date.now())} · ${firstLine(message)}`;
  if (opens) item.resourceUri = messageUri(message.id);
  item.accessibilityInformation = { label: spoken(message, isUnread) };
  return item;
}

/** What a row says of a message: its text, or what stands for it. */
export function firstLine(message: ShownMessage): string {
  if (message.isIgnored) return vscode.l10n.t('Message from a person you ignore');
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

function listOf({ parent }: MessageNode): RoomListKind | undefined {
  if (parent.type === 'saved') return 'starred';
  return parent.type === 'list' ? parent.kind : undefined;
}

/** Pin and star; not those that every row of a list has. In a font's own colour, not as coloured pictures. */
export function marks({ isPinned, isStarred }: Message, said?: RoomListKind): string {
  const shown = [isPinned && said !== 'pinned' && '📌\ufe0e', isStarred && said !== 'starred' && '★'];
  const text = shown.filter((mark) => mark !== false).join('');
  return text === '' ? '' : `${text} `;
}

export function messageIcon(message: Message, isUnread: boolean): vscode.ThemeIcon {
  if (isUnread)
    return new vscode.ThemeIcon('circle-filled', new vscode.ThemeColor('notificationsInfoIcon.foreground'));
  return new vscode.ThemeIcon(message.replies > 0 ? 'comment-discussion' : 'comment');
}

/** Where rows of several rooms stand together: which one it is, and of when what the row shows. */
export interface Place {
  readonly room: string;
  readonly at: number;
}

/** A message as a screen reader says it. */
export function spoken(message: ShownMessage, isUnread: boolean, place?: Place): string {
  return [
    message.author.name,
    firstLine(message),
    place?.room ?? false,
    absoluteTime(place?.at ?? message.sentAt),
    ...states(message, isUnread),
  ]
    .filter((part) => part !== false)
    .join(', ');
}

function states(message: Message, isUnread: boolean): (string | false)[] {
  return [
    message.replies > 0 && replyCount(message.replies),
    isUnread && vscode.l10n.t('unread'),
    message.isPinned && vscode.l10n.t('pinned'),
    message.isStarred && vscode.l10n.t('starred'),
  ];
}
