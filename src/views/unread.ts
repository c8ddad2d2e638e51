import type { Message } from '../model/message';
import type { Session } from '../model/session';
import type { MessageNode } from './roomNode';

/** Who looks at messages, and what is known to them. */
export type Reader = Pick<Session, 'account' | 'rooms' | 'messages'>;

/** A thread with unread replies, or an unread reply in it. */
export function isUnreadRow(node: MessageNode, message: Message, reader: Reader): boolean {
  if (node.parent.type === 'list' || node.parent.type === 'saved')
    return reader.rooms.get(node.room)?.unreadThreads.includes(message.id) === true;
  return isUnreadReply(message, reader);
}

/**
 * Replies have no mark of their own: what others said since the room was last seen and I last answered, in a thread
 * with unread ones.
 */
export function isUnreadReply({ room: id, thread, author, sentAt }: Message, reader: Reader): boolean {
  const { userId } = reader.account;
  const room = reader.rooms.get(id);
  if (thread === undefined || !room?.unreadThreads.includes(thread) || author.id === userId) return false;
  if (sentAt <= (room.lastSeen ?? 0)) return false;
  return !reader.messages
    .ofRoom(id)
    .some((own) => own.thread === thread && own.author.id === userId && own.sentAt >= sentAt);
}
