import type { Composition, Target } from '../model/composition';
import { roomOfTarget } from '../model/compositionDeliveryTarget';
import { messageId } from '../model/message';
import type { Place } from '../model/place';
import type { Room } from '../model/room';
import type { Session } from '../model/session';

type Mine = Pick<Session, 'rooms' | 'account'>;

/** How a room of mine is named as a target: by its name, where that is enough to find it by. */
export function targetOfRoom(room: Room): Target {
  const { id, type, kind, slug, username, name } = room;
  if (type === 'd')
    return { entry: isPersonal(room) && username !== undefined ? `@${username}` : id, label: name };
  return { entry: slug === undefined || kind === 'discussion' ? id : `#${slug}`, label: name };
}

/** Names given by the server where the form knows no more than the entry. */
export function labelled(session: Mine, target: Target): Target {
  const room = roomOfTarget(session, target.entry);
  return room ? { ...target, label: room.name } : target;
}

/** Where the message goes first; undefined where that room is none of mine. */
export function composePlace(session: Mine, { targets: [target], thread }: Composition): Place | undefined {
  const room = target && roomOfTarget(session, target.entry);
  if (!room) return undefined;
  return { room: room.id, ...(thread && { thread: messageId(thread.id) }) };
}

function isPersonal({ kind }: Room): boolean {
  return kind === 'direct' || kind === 'self';
}
