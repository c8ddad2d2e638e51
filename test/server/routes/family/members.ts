import { failure, forbidden, meteorError, plainError } from '../../failures';
import type { Call, JsonObject, Page, Route } from '../../route';
import { canAccess } from '../../world/access';
import type { Room, User } from '../../world/documents';
import { rolesIn } from '../../world/roomRoles';
import { picked } from '../fields';
import { freeQuery } from '../freeQuery';
import { pageOf, sorted } from '../lists';
import { textOf } from '../parameters';
import { closed, optionalText, roomBy } from '../schemas';
import { matchesSearchFields } from '../rooms/searchFields';
import { channels, type Family, findOpen, getRoute } from './family';

/** Lists of who is in a room. */
export function memberRoutes(family: Family): readonly Route[] {
  const people = { userId: optionalText, username: optionalText, user: optionalText };
  const isChannel = family === channels;
  return [
    getRoute(family, 'members', { handle: (call) => members(family, call) }),
    getRoute(family, 'roles', {
      ...(isChannel && { query: roomBy('roomId', 'roomName') }),
      handle: (call) => roles(family, call),
    }),
    getRoute(family, 'moderators', {
      ...(isChannel && { query: roomBy('roomId', 'roomName', people) }),
      handle: (call) => moderators(family, call),
    }),
    getRoute(family, 'online', {
      query: closed({ _id: optionalText, query: optionalText }),
      handle: (call) => online(family, call),
    }),
  ];
}

function members(family: Family, call: Call): JsonObject {
  const { world, user, query, page } = call;
  const room = family === channels ? family.find(call, query) : findOpen(family, call, query);
  if (!canAccess(world, user, room)) throw forbidden();
  if (room.broadcast && !world.hasPermission(user, 'view-broadcast-member-list', room)) throw forbidden();
  const isWanted = wanted(call);
  const found = activeMembers(call, room).filter(isWanted);
  const order = orderOf(call);
  // As the server does: by the name of the connection's state, from `online` back to `away`.
  const { items, place } = pageOf(sorted(found, { statusConnection: -1, ...order }), page);
  return { members: items.map(shown), ...place };
}

function orderOf({ world, page }: Call): NonNullable<Page['sort']> {
  if (page.sort?.['username'] !== undefined) return { username: page.sort['username'] };
  return world.isOn('UI_Use_Real_Name') ? { name: 1, username: 1 } : { username: 1 };
}

function activeMembers({ world }: Call, room: Room): User[] {
  const users = world.subscriptions.inRoom(room._id).flatMap(({ u }) => world.users.byId(u._id) ?? []);
  return users.filter((user) => user.active);
}

function wanted({ world, query }: Call): (user: User) => boolean {
  const { status } = query;
  if (status !== undefined && !Array.isArray(status)) {
    throw plainError(`Match error: Expected array, got ${JSON.stringify(status)} in field status`);
  }
  const filter = textOf(query, 'filter') ?? '';
  return (user) => {
    if (status && !status.includes(user.status)) return false;
    return matchesSearchFields(world, user, filter);
  };
}

function shown(user: User): JsonObject {
  return picked(user, ['_id', 'username', 'name', 'nickname', 'status', '_updatedAt']);
}

function roles(family: Family, call: Call): JsonObject {
  const { world, user, query } = call;
  const room = findOpen(family, call, query);
  if (!canAccess(world, user, room)) {
    throw meteorError('error-invalid-user', 'Invalid user', { method: 'getRoomRoles' });
  }
  return { roles: rolesIn(world, room) };
}

function moderators(family: Family, call: Call): JsonObject {
  const { world, user, query } = call;
  const room = findOpen(family, call, query);
  if (!canAccess(world, user, room)) throw forbidden();
  const found = rolesIn(world, room).filter((holder) => holder.roles.includes('moderator'));
  return { moderators: found.map(({ u }) => u) };
}

/** Of all rooms only one that is named by its id. */
function online({ t, key }: Family, call: Call): JsonObject {
  const { world, user, query } = call;
  const id = textOf(query, '_id') ?? textOf(freeQuery(call), '_id');
  if (!id) throw failure({ error: 'Invalid query' });
  const room = world.rooms.byId(id);
  if (room?.t !== t) throw plainError(`${key === 'channel' ? 'Channel' : 'Group'} does not exists`);
  if (!canAccess(world, user, room)) throw meteorError('error-not-allowed', 'Not Allowed');
  const there = activeMembers(call, room).filter((one) => one.status !== 'offline');
  return { online: there.map(({ _id, username }) => ({ _id, username })) };
}
