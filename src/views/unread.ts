import type { Message } from '../model/message';
import type { Room } from '../model/room';
import type { MessageNode } from './roomNode';

/** A thread with unread replies, or an unread reply in it. */
export function isUnreadRow(node: MessageNode, message: Message, room: Room | undefined): boolean {
  if (!room) return false;
  if (node.parent.type === 'list' || node.parent.type === 'saved')
    return room.unreadThreads.includes(message.id);
  return isUnreadReply(message, room);
}

/** Replies have no mark of their own: what came after the room was last seen, in a thread that has unread ones. */
export function isUnreadReply(message: Message, room: Room): boolean {
  if (message.thread === undefined || !room.unreadThreads.includes(message.thread)) return false;
  return message.sentAt > (room.lastSeen ?? 0);
}
