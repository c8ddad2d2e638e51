import { failure, meteorError } from '../http/failures';
import type { Call, JsonObject, Route } from '../route';
import { canAccess } from '../world/access';
import type { Room } from '../world/documents';
import { roomFor } from '../world/views';
import type { World } from '../world/world';
import { dateOf, textOf } from './parameters';
import { closed, roomBy, text } from './schemas';

export const roomRoutes: readonly Route[] = [
  { verb: 'GET', name: 'rooms.get', auth: 'required', query: closed({ updatedSince: text }), handle: get },
  { verb: 'GET', name: 'rooms.info', auth: 'required', query: roomBy('roomId', 'roomName'), handle: info },
];

/** The caller's rooms, all or those changed since. Nothing deletes a room, so none is ever removed. */
function get({ world, user, query }: Call): JsonObject {
  const rooms = world.subscriptions.ofUser(user._id).flatMap(({ rid }) => world.rooms.byId(rid) ?? []);
  const since = sinceOf(query);
  const changed = since === undefined ? rooms : rooms.filter((room) => room._updatedAt > since);
  return { update: changed.map((room) => roomFor(world, user, room)), remove: [] };
}

function sinceOf(query: JsonObject): string | undefined {
  const value = textOf(query, 'updatedSince');
  if (!value) return undefined;
  const since = dateOf(value);
  if (since !== undefined) return since;
  const reason = 'The "updatedSince" query parameter must be a valid date.';
  throw meteorError('error-updatedSince-param-invalid', reason);
}

function info({ world, user, query }: Call): JsonObject {
  const room =
    world.rooms.byId(textOf(query, 'roomId') ?? '') ?? world.rooms.byName(textOf(query, 'roomName') ?? '');
  if (!room) {
    const reason = 'The required "roomId" or "roomName" param provided does not match any channel';
    throw meteorError('error-room-not-found', reason);
  }
  // The server swaps the two texts here.
  if (!canAccess(world, user, room)) throw failure({ error: 'not-allowed', errorType: 'Not Allowed' });
  return { room: roomFor(world, user, room), ...surroundings(world, room) };
}

/** The room that it belongs to, and its team. */
function surroundings(world: World, room: Room): JsonObject {
  const main = room.teamId === undefined ? undefined : world.rooms.mainOfTeam(room.teamId);
  const parent = room.prid === undefined ? main : world.rooms.byId(room.prid);
  return {
    ...(parent && parent !== room && { parent: parentOf(parent) }),
    ...(main && { team: teamOf(main) }),
  };
}

function parentOf({ _id, name, fname, t, prid, u }: Room): JsonObject {
  return { _id, name, fname, t, prid, u };
}

/** A team has its main room's name; it is private if that room is. */
function teamOf(main: Room): JsonObject {
  return { _id: main.teamId, name: main.name, roomId: main._id, type: main.t === 'c' ? 0 : 1 };
}
