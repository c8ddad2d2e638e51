import { meteorError } from '../../failures';
import type { Call } from '../../route';
import { canAccess } from '../../world/access';
import type { Message, User } from '../../world/documents';
import type { World } from '../../world/world';
import { neededText } from '../parameters';

/** The message that the body names by `messageId`. */
export function existingMessage({ world, body }: Call): Message {
  const message = world.messages.byId(neededText(body, 'messageId'));
  if (message) return message;
  const reason = 'The provided "messageId" does not match any existing message.';
  throw meteorError('error-message-not-found', reason);
}

/** False for a room that is not there, too. */
export function mayAccess(world: World, user: User, rid: string): boolean {
  const room = world.rooms.byId(rid);
  return room !== undefined && canAccess(world, user, room);
}
