import type { Message, MessageId } from '../model/message';
import type { Place } from '../model/place';
import type { RoomId } from '../model/room';
import type { Session } from '../model/session';
import { nodeOf, type MessageNode, type ThreadNode, type TreeNode } from './roomNode';

/** What a click on a row shows. */
export interface RowOpening {
  readonly place: Place;
  /** To be shown in its place. */
  readonly message?: MessageId;
}

/** Where a row leads, as menus pass it; undefined for one that only opens and closes, or does something of its own. */
export function openingOf(session: Session | undefined, row: unknown): RowOpening | undefined {
  const node = nodeOf(row);
  if (!session || !node) return undefined;
  if (node.type === 'room') return { place: { room: node.room } };
  if (node.type === 'thread') return threadOf(node);
  return node.type === 'message' ? messageOpening(session, node) : undefined;
}

function messageOpening({ messages }: Session, node: MessageNode): RowOpening | undefined {
  const { parent } = node;
  // Under a thread are its replies.
  if (isThread(parent)) return { ...threadOf(parent), message: node.message };
  const message = messages.get(node.message);
  if (!message) return undefined;
  if (parent.type === 'list' && parent.kind === 'threads') return threadOf(node);
  const discussion = parent.type === 'list' && parent.kind === 'discussions' ? message.discussion : undefined;
  return discussion ? { place: { room: discussion.room } } : jumpTo(message);
}

function isThread(row: TreeNode): row is MessageNode | ThreadNode {
  return row.type === 'message' || row.type === 'thread';
}

function threadOf({ room, message }: { readonly room: RoomId; readonly message: MessageId }): RowOpening {
  return { place: { room, thread: message } };
}

/** A reply that its room shows too is shown there. */
function jumpTo({ id, room, thread, isShownInRoom }: Message): RowOpening {
  const isInRoom = thread === undefined || isShownInRoom === true;
  return { place: isInRoom ? { room } : { room, thread }, message: id };
}
