import type { Place } from '../model/place';
import type { Session } from '../model/session';
import type { TreeNode } from './roomNode';
import { openingOf } from './rowOpening';

/**
 * Where what is dropped on a row is sent: to the thread of the Threads tree, else to the room that the row is under. A
 * discussion's row means the discussion. Undefined for rows of no room.
 */
export function placeOfDrop(session: Session, row: TreeNode | undefined): Place | undefined {
  const root = row && rootOf(row);
  if (!root) return undefined;
  if (root.type === 'thread') return { room: root.room, thread: root.message };
  return isDiscussion(row) ? openingOf(session, row)?.place : roomAbove(row);
}

function rootOf(row: TreeNode): TreeNode {
  return row.parent ? rootOf(row.parent) : row;
}

function isDiscussion({ type, parent }: TreeNode): boolean {
  return type === 'message' && parent.type === 'list' && parent.kind === 'discussions';
}

function roomAbove(row: TreeNode | undefined): Place | undefined {
  if (!row) return undefined;
  return 'room' in row ? { room: row.room } : roomAbove(row.parent);
}
