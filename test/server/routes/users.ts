import { plainError } from '../http/failures';
import type { Call, JsonObject, Route } from '../route';
import type { User } from '../world/documents';
import type { World } from '../world/world';
import { isTrue, textOf } from './parameters';
import { fullProfile, presence, publicProfile } from './profiles';
import { closed, optionalText, text } from './schemas';

export const userRoutes: readonly Route[] = [
  {
    verb: 'GET',
    name: 'users.info',
    auth: 'required',
    query: {
      type: 'object',
      anyOf: ['userId', 'username', 'importId', 'email', 'freeSwitchExtension'].map((key) =>
        closed({ [key]: text, includeUserRooms: optionalText, fields: optionalText }, [key]),
      ),
    },
    handle: info,
  },
  {
    verb: 'GET',
    name: 'users.presence',
    auth: 'required',
    query: closed({ from: optionalText, ids: { anyOf: [text, { type: 'array', items: text }] } }),
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
    isTrue(query, 'includeUserRooms') && (isSelf || world.hasPermission(user, 'view-other-user-channels'));
  return {
    user: { ...profile, canViewAllInfo, ...(showsRooms ? { rooms: roomsOf(world, found) } : {}) },
  };
}

/** An id is taken for a name as well, and the other way round. Nobody was imported or has an extension. */
function sought(world: World, query: JsonObject): User | undefined {
  const either = textOf(query, 'userId') ?? textOf(query, 'username');
  if (either !== undefined) return world.users.byId(either) ?? world.users.byUsername(either);
  const email = textOf(query, 'email');
  return email === undefined ? undefined : world.users.byEmail(email);
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

/** A comma list, a repeated key, or both. */
function idsIn(query: JsonObject): Set<string> | undefined {
  const texts = [query['ids']].flat().filter((text) => typeof text === 'string');
  const ids = texts.flatMap((text) => text.split(',')).filter((id) => id !== '');
  return ids.length > 0 ? new Set(ids) : undefined;
}
