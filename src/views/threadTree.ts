import type * as vscode from 'vscode';
import type { CurrentSession, Session } from '../model/session';
import { endItem, isEnd } from './listItem';
import { messageItem } from './messageItem';
import { isMessageRow, type MessageNode, type ThreadNode, type TreeNode } from './roomNode';
import { SessionTree } from './sessionTree';
import { shownMessage } from './shownMessage';
import { searchItem, threadItem } from './threadItem';
import { ThreadRows } from './threadRows';
import { isUnreadRow } from './unread';

/** The Threads tree over the session in use. */
export type ThreadTree = SessionTree<ThreadRows>;

export function threadTree(sessions: CurrentSession, now: () => number = Date.now): ThreadTree {
  return new SessionTree(sessions, {
    rowsOf: (session, redraw) => new ThreadRows(session, redraw, now),
    itemOf: (node, rows) => itemOf(node, rows, now()),
  });
}

function itemOf(node: TreeNode, rows: ThreadRows, now: number): vscode.TreeItem | undefined {
  const { session } = rows;
  if (isEnd(node)) return endItem(node, rows.listOf(node.parent).error);
  if (node.type === 'search') return searchItem(node, session.threads);
  return isMessageRow(node) ? messageRow(node, session, now) : undefined;
}

function messageRow(
  node: MessageNode | ThreadNode,
  session: Session,
  now: number,
): vscode.TreeItem | undefined {
  const message = session.messages.get(node.message);
  if (!message) return undefined;
  const offers = session.rights.offered(message);
  const shown = shownMessage(session, message);
  if (node.type === 'message')
    return messageItem(node, shown, { isUnread: isUnreadRow(node, message, session), offers });
  const room = session.rooms.get(node.room)?.name ?? '';
  return threadItem(node, shown, { room, isUnread: session.threads.isUnread(node.message), offers, now });
}
