import type { Message } from '../model/message';
import type { Room } from '../model/room';
import type { MessageNode } from './roomNode';

/** Who looks at a message, and where. */
export interface Reader {
  readonly room: Room | undefined;
  readonly userId: string | undefined;
}

/** A thread with unread replies, or an unread reply in it. */
export function isUnreadRow(node: MessageNode, message: Message, { room, userId }: Reader): boolean {
  if (!room) return false;
  if (node.parent.type === 'list' || node.parent.type === 'saved')
    return room.unreadThreads.includes(message.id);
  return isUnreadReply(message, { room, userId });
}

/** Replies have no mark of their own: what others said since the room was last seen, in a thread with unread ones. */
export function isUnreadReply({ thread, author, sentAt }: Message, { room, userId }: Reader): boolean {
  if (thread === undefined || !room?.unreadThreads.includes(thread)) return false;
  return author.id !== userId && sentAt > (room.lastSeen ?? 0);
}
