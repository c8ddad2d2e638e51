import type { Message } from '../model/message';
import type { Room } from '../model/room';
import type { Session } from '../model/session';
import { isMessageRow, nodeOf, type TreeNode } from './roomNode';

/** The message of a row of either tree, as menus pass it; undefined for anything else. */
export function messageOfRow(session: Session | undefined, row: unknown): Message | undefined {
  const node = nodeOf(row);
  return node && isMessageRow(node) ? session?.messages.get(node.message) : undefined;
}

/** The room of a row, or of the row that it is under. A discussion's row means the discussion. */
export function roomOfRow(session: Session | undefined, row: unknown): Room | undefined {
  const node = nodeOf(row);
  if (!session || !node || !('room' in node)) return undefined;
  return discussionOf(session, node) ?? session.rooms.get(node.room);
}

function discussionOf({ rooms, messages }: Session, node: TreeNode): Room | undefined {
  if (node.type !== 'message' || node.parent.type !== 'list') return undefined;
  const opened = node.parent.kind === 'discussions' ? messages.get(node.message)?.discussion : undefined;
  return opened && rooms.get(opened.room);
}
