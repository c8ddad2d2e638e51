import * as vscode from 'vscode';
import { messageCount } from './counts';
import { firstLine } from './messageItem';
import { absoluteTime, relativeTime } from './relativeTime';
import type { MessageNode } from './roomNode';
import type { ShownMessage } from './shownMessage';

/** A message that opened a discussion, as the discussion. `room`: what menus look at, where the person is in it. */
export function discussionItem(node: MessageNode, message: ShownMessage, room?: string): vscode.TreeItem {
  const { messages = 0, lastAt = message.sentAt } = message.discussion ?? {};
  const name = message.text || firstLine(message);
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.None);
  item.id = node.key;
  item.contextValue = room?.replace(/^room\b/, 'discussion.joined') ?? 'discussion.join';
  item.iconPath = new vscode.ThemeIcon('comment-discussion-quote');
  item.description = `${messageCount(messages)} · ${relativeTime(lastAt, Date.now())}`;
  item.accessibilityInformation = {
    label: [name, message.author.name, messageCount(messages), absoluteTime(lastAt)].join(', '),
  };
  return item;
}
