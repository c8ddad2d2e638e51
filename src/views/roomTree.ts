import type * as vscode from 'vscode';
import type { Message } from '../model/message';
import type { RoomId } from '../model/room';
import { roomContext } from '../model/roomOffers';
import type { CurrentSession, Session } from '../model/session';
import { discussionItem } from './discussionItem';
import { endItem, isEnd, listItem } from './listItem';
import { messageItem } from './messageItem';
import { roomItem, sectionItem } from './roomItem';
import type { ListNode, MessageNode, RoomNode, SectionNode, TreeNode } from './roomNode';
import { lookItem, nameRoom, savedItem } from './savedItem';
import { SessionRows } from './sessionRows';
import { SessionTree } from './sessionTree';
import { shownMessage } from './shownMessage';
import { isUnreadRow } from './unread';

/** The Rooms tree over the session in use. */
export type RoomTree = SessionTree<SessionRows>;

export function roomTree(sessions: CurrentSession, now: () => number = Date.now): RoomTree {
  return new SessionTree(sessions, {
    rowsOf: (session, redraw) => new SessionRows(session, redraw, now),
    itemOf,
  });
}

function itemOf(node: TreeNode, rows: SessionRows): vscode.TreeItem | undefined {
  if (isEnd(node)) return endItem(node, rows.listOf(node.parent).error);
  if (node.type === 'saved') return savedItem(node);
  if (node.type === 'look') return lookItem(node, rows.session.saved);
  if (node.type === 'thread' || node.type === 'search')
    throw new Error(`No row of the Rooms tree: ${node.key}`);
  return ownItem(node, rows);
}

function ownItem(
  node: SectionNode | RoomNode | ListNode | MessageNode,
  rows: SessionRows,
): vscode.TreeItem | undefined {
  const { session, sections, filters } = rows;
  switch (node.type) {
    case 'section':
      return sectionItem(node, sections.sizeOf(node));
    case 'room':
      return roomRow(node, rows);
    case 'list':
      return listItem(node, session.rooms.get(node.room), filters.stateOf(node));
    case 'message':
      return messageRow(node, rows);
  }
}

function roomRow(node: RoomNode, { session }: SessionRows): vscode.TreeItem | undefined {
  const room = session.rooms.get(node.room);
  if (!room) return undefined;
  return roomItem(node, room, {
    typing: session.live.typing(node.room),
    contextValue: roomContext(session, room),
  });
}

function discussionRow(
  node: MessageNode,
  message: Message,
  { session, id }: { readonly session: Session; readonly id: RoomId },
): vscode.TreeItem {
  const room = session.rooms.get(id);
  return discussionItem(node, shownMessage(session, message), room && roomContext(session, room));
}

function messageRow(node: MessageNode, { session }: SessionRows): vscode.TreeItem | undefined {
  const message = session.messages.get(node.message);
  if (!message) return undefined;
  const { discussion } = message;
  const isDiscussion = node.parent.type === 'list' && node.parent.kind === 'discussions';
  if (isDiscussion && discussion) return discussionRow(node, message, { session, id: discussion.room });
  const room = session.rooms.get(node.room);
  const item = messageItem(node, shownMessage(session, message), {
    isUnread: isUnreadRow(node, message, session),
    offers: session.rights.offered(message),
  });
  if (node.parent.type === 'saved' && room) nameRoom(item, room);
  return item;
}
