import type { Message } from '../model/message';
import type { Session } from '../model/session';

/** A message as rows show it: of whom one ignores there, not what was said. */
export interface ShownMessage extends Message {
  readonly isIgnored: boolean;
}

export function shownMessage({ rooms }: Pick<Session, 'rooms'>, message: Message): ShownMessage {
  const isIgnored = message.kind === 'said' && rooms.get(message.room)?.ignored.includes(message.author.id);
  return { ...message, isIgnored: isIgnored === true };
}
