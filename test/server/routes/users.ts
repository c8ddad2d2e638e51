import { plainError } from '../http/failures';
import type { Call, JsonObject, Route } from '../route';
import type { User } from '../world/documents';
import type { World } from '../world/world';
import { fullProfile, presence, publicProfile } from './profiles';

const optional = { type: 'string', nullable: true };

export const userRoutes: readonly Route[] = [
  {
    verb: 'GET',
    name: 'users.info',
    auth: 'required',
    query: {
      type: 'object',
      anyOf: ['userId', 'username', 'importId', 'email'].map((key) => ({
        properties: { [key]: { type: 'string' }, includeUserRooms: optional, fields: optional },
        required: [key],
        additionalProperties: false,
      })),
    },
    handle: info,
  },
  {
    verb: 'GET',
    name: 'users.presence',
    auth: 'required',
    query: {
      type: 'object',
      properties: {
        from: optional,
        ids: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
      },
      additionalProperties: false,
    },
    handle: present,
  },
];

function info({ world, user, query }: Call): JsonObject {
  const found = sought(world, query);
  if (!found) throw plainError('User not found.');
  const isSelf = found._id === user._id;
  const canViewAllInfo = isSelf || world.hasPermission(user, 'view-full-other-user-info');
  const profile = canViewAllInfo ? fullProfile(found) : publicProfile(found);
  const showsRooms =
    query['includeUserRooms'] === 'true' && (isSelf || world.hasPermission(user, 'view-other-user-channels'));
  return {
    user: { ...profile, canViewAllInfo, ...(showsRooms ? { rooms: roomsOf(world, found) } : {}) },
  };
}

/** An id is taken for a name as well, and the other way round. */
function sought(world: World, query: JsonObject): User | undefined {
  const text = query['userId'] ?? query['username'];
  if (typeof text === 'string') return world.users.byId(text) ?? world.users.byUsername(text);
  const email = query['email'];
  return typeof email === 'string' ? world.users.byEmail(email) : undefined;
}

function roomsOf(world: World, user: User): JsonObject[] {
  return world.subscriptions
    .ofUser(user._id)
    .sort((a, b) => a.t.localeCompare(b.t) || a.name.localeCompare(b.name))
    .map(({ _id, rid, name, t, roles, unread }) => ({ _id, rid, name, t, roles, unread }));
}

const longestGap = 10 * 60_000;

/** Nobody who is offline; only who changed, if the caller's last look is fresh. */
function present({ world, query, user }: Call): JsonObject {
  if (world.isOn('Presence_broadcast_disabled')) return { users: [], full: true };
  const there = world.users.all().filter((one) => one.status !== 'offline');
  const wanted = idsIn(query);
  if (wanted) {
    return { users: there.filter((one) => wanted.has(one._id)).map(presence), full: false };
  }
  const from = Date.parse(String(query['from']));
  if (world.now() - from < longestGap) {
    const changed = there.filter((one) => one !== user && Date.parse(one._updatedAt) >= from);
    return { users: changed.map(presence), full: false };
  }
  return { users: there.map(presence), full: true };
}

function idsIn(query: JsonObject): Set<unknown> | undefined {
  const ids = query['ids'];
  if (Array.isArray(ids)) return new Set(ids);
  return typeof ids === 'string' && ids !== '' ? new Set(ids.split(',')) : undefined;
}
