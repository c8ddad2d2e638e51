import { forbidden, meteorError, matchesNone } from '../../failures';
import type { Call, JsonObject, Route } from '../../route';
import type { User } from '../../world/documents';
import { endExpiredStatus, setStatus, statuses } from '../../world/presence';
import { isBefore } from '../../version';
import type { World } from '../../world/world';
import { isAboutCaller, namedUser } from './named';
import { textOf } from '../parameters';
import { presence, statusSource } from './profiles';
import { closed, optionalText, text, texts } from '../schemas';

const who = closed({ userId: optionalText, username: optionalText, user: optionalText });
const statusKeys = { status: text, message: optionalText, userId: text, username: text, user: text };
const limit = { calls: 5, ms: 60_000 };

/** Who is there, and what they say of it. */
export const presenceRoutes: readonly Route[] = [
  {
    verb: 'GET',
    name: 'users.presence',
    auth: 'required',
    query: closed({ from: optionalText, ids: { anyOf: [text, texts] } }),
    handle: present,
  },
  { verb: 'GET', name: 'users.getStatus', auth: 'required', query: who, handle: status },
  { verb: 'GET', name: 'users.getPresence', auth: 'required', query: who, handle: shortPresence },
  {
    verb: 'POST',
    name: 'users.setStatus',
    auth: 'required',
    until: '8.6',
    limit,
    body: closed(statusKeys),
    handle: changeStatus,
  },
  {
    verb: 'POST',
    name: 'users.setStatus',
    auth: 'required',
    since: '8.6',
    limit,
    body: closed({ ...statusKeys, expiresAt: optionalText }),
    handle: changeStatus,
  },
];

const longestGap = 10 * 60_000;

/** Nobody who is offline; only who changed, if the caller's last look is fresh. */
function present({ world, query, user }: Call): JsonObject {
  if (world.isOn('Presence_broadcast_disabled')) return { users: [], full: true };
  const there = withoutExpired(world).filter((one) => one.status !== 'offline');
  const wanted = idsIn(query, world.version);
  if (wanted) {
    return {
      users: there.filter((one) => wanted.has(one._id)).map((one) => presence(world, one)),
      full: false,
    };
  }
  const from = Date.parse(String(query['from']));
  if (world.now() - from < longestGap) {
    const changed = there.filter((one) => one !== user && Date.parse(one._updatedAt) >= from);
    return { users: changed.map((one) => presence(world, one)), full: false };
  }
  return { users: there.map((one) => presence(world, one)), full: true };
}

function withoutExpired(world: World): User[] {
  const users = world.users.all();
  for (const user of users) endExpiredStatus(world, user);
  return users;
}

/** A comma list, a repeated key, or both; the first releases of 8 took a comma list for one id. */
function idsIn(query: JsonObject, version: string): Set<string> | undefined {
  const given = [query['ids']].flat().filter((value) => typeof value === 'string');
  const isBroken = !isBefore(version, '8.0') && isBefore(version, '8.5');
  const ids = given.flatMap((value) => (isBroken ? [value] : value.split(','))).filter((id) => id !== '');
  return ids.length > 0 ? new Set(ids) : undefined;
}

function status({ world, user: caller, query }: Call): JsonObject {
  const isOwn = isAboutCaller(query, caller);
  const user = isOwn ? caller : namedUser(world, query);
  endExpiredStatus(world, user);
  return {
    _id: user._id,
    status: user.status,
    ...(isOwn && { connectionStatus: user.statusConnection }),
    ...statusSource(world.version, user),
    ...(isBefore(world.version, '8.0') && { message: user.statusText }),
  };
}

function shortPresence({ world, user: caller, query }: Call): JsonObject {
  if (!isAboutCaller(query, caller)) return { presence: namedUser(world, query).status };
  const { status: presence, statusConnection: connectionStatus, lastLogin } = caller;
  return { presence, connectionStatus, lastLogin };
}

function changeStatus(call: Call): JsonObject {
  const { world, body } = call;
  const message = textOf(body, 'message');
  const wanted = textOf(body, 'status');
  if (message === undefined && wanted === undefined) throw matchesNone();
  const user = target(call);
  if (message && !world.isOn('Accounts_AllowUserStatusMessageChange')) {
    throw refused('error-not-allowed', 'Change status is not allowed');
  }
  const expiresAt = endOf(world, textOf(body, 'expiresAt'));
  setStatus(world, user, { status: statusFor(world, user, wanted), text: message, expiresAt });
  return {};
}

function target({ world, user, body }: Call): User {
  if (isAboutCaller(body, user)) return user;
  if (!world.hasPermission(user, 'edit-other-user-info')) throw forbidden();
  return namedUser(world, body);
}

/** Without one the person's own choice goes on. */
function statusFor(world: World, user: User, wanted: string | undefined): User['status'] {
  const found = statuses.find((one) => one === (wanted ?? user.statusDefault ?? 'online'));
  if (!found) {
    const reason = 'Valid status types include online, away, offline, and busy.';
    throw refused('error-invalid-status', reason);
  }
  if (found === 'offline' && !world.isOn('Accounts_AllowInvisibleStatusOption')) {
    throw refused('error-status-not-allowed', 'Invisible status is disabled');
  }
  return found;
}

function endOf(world: World, given: string | undefined): number | undefined {
  if (!given) return undefined;
  const time = new Date(given).getTime();
  if (Number.isNaN(time)) throw refused('error-invalid-date', 'Invalid expiresAt date string');
  if (time <= world.now()) throw refused('error-invalid-date', 'expiresAt must be a future date');
  return time;
}

function refused(code: string, reason: string) {
  return meteorError(code, reason, { method: 'users.setStatus' });
}
