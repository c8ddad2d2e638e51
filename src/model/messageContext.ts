import type { Message } from './message';
import type { Action } from './offers';

/**
 * `message.unread.thread.reply.quote.…`: what `when` clauses of menus look at, of a row and of a message in a page. First
 * what it is, then what can be done to it.
 */
export function messageContext(message: Message, isUnread: boolean, offers: readonly Action[]): string {
  const states = [isUnread ? 'unread' : 'read', ...(message.replies > 0 ? ['thread'] : [])];
  return ['message', ...states, ...offers].join('.');
}
