import { failure, forbidden } from '../../failures';
import type { Call, JsonObject, Route } from '../../route';
import { canAccess } from '../../world/access';
import type { Room } from '../../world/documents';
import { teamById } from '../../world/teams';
import { imagesIn } from '../../world/uploads';
import { roomFor } from '../../world/views';
import type { World } from '../../world/world';
import { picked } from '../fields';
import { pageOf } from '../lists';
import { neededText, textOf, updatedSince } from '../parameters';
import { anyRoom } from './roomTargets';
import { closed, optionalText, paging, roomBy, text } from '../schemas';

export const roomRoutes: readonly Route[] = [
  { verb: 'GET', name: 'rooms.get', auth: 'required', query: closed({ updatedSince: text }), handle: get },
  { verb: 'GET', name: 'rooms.info', auth: 'required', query: roomBy('roomId', 'roomName'), handle: info },
  {
    verb: 'GET',
    name: 'rooms.nameExists',
    auth: 'required',
    query: closed({ roomName: text }, ['roomName']),
    handle: nameExists,
  },
  {
    verb: 'GET',
    name: 'rooms.images',
    auth: 'required',
    query: closed(
      { roomId: text, startingFromId: optionalText, count: paging.count, offset: paging.offset },
      ['roomId'],
    ),
    handle: images,
  },
];

/** The caller's rooms, all or those changed since; of those that have gone, also other people's. */
function get({ world, user, query }: Call): JsonObject {
  const rooms = world.subscriptions.ofUser(user._id).flatMap(({ rid }) => world.rooms.byId(rid) ?? []);
  const text = textOf(query, 'updatedSince');
  const since = text ? updatedSince(text) : undefined;
  const changed = since === undefined ? rooms : rooms.filter((room) => room._updatedAt > since);
  const remove = since === undefined ? [] : world.rooms.removedSince(since);
  return { update: changed.map((room) => roomFor(world, user, room)), remove };
}

function info({ world, user, query }: Call): JsonObject {
  const room = anyRoom(world, query);
  // The server swaps the two texts here.
  if (!canAccess(world, user, room)) throw failure({ error: 'not-allowed', errorType: 'Not Allowed' });
  return { room: roomFor(world, user, room), ...surroundings(world, room) };
}

function nameExists({ world, query }: Call): JsonObject {
  return { exists: world.rooms.byName(neededText(query, 'roomName')) !== undefined };
}

/** Newest first; `count` is not what came but what was asked for. */
function images({ world, user, query, page }: Call): JsonObject {
  const room = world.rooms.byId(neededText(query, 'roomId'));
  if (!room || !canAccess(world, user, room)) throw forbidden();
  const { items, place } = pageOf(imagesIn(world, room._id, textOf(query, 'startingFromId')), page);
  return { files: items, ...place, count: page.count === Infinity ? 0 : page.count };
}

/** The room that it belongs to, and its team. */
function surroundings(world: World, room: Room): JsonObject {
  const team = room.teamId === undefined ? undefined : teamById(world, room.teamId);
  const parent = world.rooms.byId(room.prid ?? team?.roomId ?? '');
  return {
    ...(parent && parent !== room && { parent: picked(parent, ['_id', 'name', 'fname', 't', 'prid', 'u']) }),
    ...(team && { team: picked(team, ['_id', 'name', 'roomId', 'type']) }),
  };
}
