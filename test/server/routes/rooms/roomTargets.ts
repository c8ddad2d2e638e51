import { meteorError } from '../../failures';
import type { JsonObject } from '../../route';
import type { Room } from '../../world/documents';
import type { World } from '../../world/world';
import { textOf } from '../parameters';
import { closed, someText } from '../schemas';

/** A room by its id, and one person by id or user name. */
export const roomAndPerson = {
  oneOf: [
    closed({ userId: someText, roomId: someText }, ['userId', 'roomId']),
    closed({ username: someText, roomId: someText }, ['username', 'roomId']),
  ],
};

/** The room under `roomId` or `roomName`, archived ones included. */
export function anyRoom(world: World, parameters: JsonObject): Room {
  const [id, name] = [textOf(parameters, 'roomId'), textOf(parameters, 'roomName')];
  if (!id && !name) {
    throw meteorError('error-roomid-param-not-provided', 'The parameter "roomId" or "roomName" is required');
  }
  const room = id === undefined ? world.rooms.byName(name ?? '') : world.rooms.byId(id);
  if (room) return room;
  const reason = 'The required "roomId" or "roomName" param provided does not match any channel';
  throw meteorError('error-room-not-found', reason);
}

/** Refuses archived rooms as well. */
export function activeRoom(world: World, parameters: JsonObject): Room {
  const room = anyRoom(world, parameters);
  if (!room.archived) return room;
  throw meteorError('error-room-archived', `The channel, ${room.name ?? ''}, is archived`);
}
