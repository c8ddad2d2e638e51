import { failure, plainError } from '../../failures';
import type { Call, JsonObject, Route } from '../../route';
import type { Room } from '../../world/documents';
import { picked } from '../fields';
import { listed } from '../lists';
import { textOf } from '../parameters';
import { closed, optionalText, paging } from '../schemas';

const kind = { type: 'string', enum: ['c', 'd', 'p', 'l', 'discussions', 'teams'] };
const types = { type: 'array', items: kind, nullable: true };

/** All rooms, for who looks after the workspace. */
export const adminRoomRoutes: readonly Route[] = [
  {
    verb: 'GET',
    name: 'rooms.adminRooms',
    auth: 'required',
    query: closed({ filter: optionalText, types, query: optionalText, ...paging }),
    handle: adminRooms,
  },
  {
    verb: 'GET',
    name: 'rooms.adminRooms.getRoom',
    auth: 'required',
    query: closed({ rid: optionalText }),
    handle: adminRoom,
  },
];

function adminRooms(call: Call): JsonObject {
  refuseOthers(call);
  const { world, query, page } = call;
  const filter = (textOf(query, 'filter') ?? '').trim().toLowerCase();
  const kinds = kindsIn(query);
  const found = world.rooms.all().filter((room) => isOfKind(room, kinds) && isNamed(room, filter));
  const { items, place } = listed(found, page, { default: -1, name: 1 });
  return { rooms: items.map(shown), ...place };
}

function adminRoom(call: Call): JsonObject {
  refuseOthers(call);
  const room = call.world.rooms.byId(textOf(call.query, 'rid') ?? '');
  // The server swaps the two texts here.
  if (!room) throw failure({ error: 'not-allowed', errorType: 'Not Allowed' });
  return shown(room);
}

/** The server looks at the permission only in its handler. */
function refuseOthers({ world, user }: Call): void {
  if (!world.hasPermission(user, 'view-room-administration')) throw plainError('error-not-authorized');
}

function kindsIn(query: JsonObject): ReadonlySet<unknown> {
  return new Set(Array.isArray(query['types']) ? query['types'] : []);
}

/** Discussions and the main rooms of teams are left out unless they are asked for by name. */
function isOfKind(room: Room, kinds: ReadonlySet<unknown>): boolean {
  if (room.prid !== undefined && !kinds.has('discussions')) return false;
  if (room.teamMain && !kinds.has('teams')) return false;
  return kinds.size === 0 || kinds.has(room.t) || room.prid !== undefined || room.teamMain === true;
}

function isNamed({ name, fname, usernames = [] }: Room, filter: string): boolean {
  if (filter === '') return true;
  return [name, fname, ...usernames].some((one) => one?.toLowerCase().includes(filter));
}

const shownKeys = [
  ['_id', 'prid', 'fname', 'name', 't', 'u', 'usernames', 'usersCount', 'muted', 'unmuted', 'ro'],
  ['reactWhenReadOnly', 'default', 'favorite', 'featured', 'topic', 'msgs', 'archived', 'teamId'],
  ['teamMain', 'announcement', 'description', 'broadcast', 'uids', 'avatarETag', 'ts'],
] as const;

function shown(room: Room): JsonObject {
  return picked(room, shownKeys.flat());
}
