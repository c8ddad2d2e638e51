import { failure, meteorError } from '../../failures';
import { isObject } from '../../isObject';
import type { Call, JsonObject, Route } from '../../route';
import { roles as knownRoles } from '../../world/permissions';
import type { World } from '../../world/world';
import { pageOf } from '../lists';
import { dateOf, neededText, textOf } from '../parameters';
import { accountDocument } from '../users/profiles';
import { closed, optionalText, paging, text, texts } from '../schemas';

const permission = closed({ _id: text, roles: { ...texts, uniqueItems: true } }, ['_id', 'roles']);

/** Who may do what. */
export const permissionRoutes: readonly Route[] = [
  {
    verb: 'GET',
    name: 'permissions.listAll',
    auth: 'required',
    query: closed({ updatedSince: optionalText }),
    handle: listAll,
  },
  {
    verb: 'POST',
    name: 'permissions.update',
    auth: 'required',
    permissions: ['access-permissions'],
    body: closed({ permissions: { type: 'array', items: permission } }, ['permissions']),
    handle: update,
  },
  { verb: 'GET', name: 'roles.list', auth: 'required', handle: () => ({ roles: knownRoles.map(role) }) },
  {
    verb: 'GET',
    name: 'roles.getUsersInRole',
    auth: 'required',
    permissions: ['access-permissions'],
    query: closed({ ...paging, role: text, roomId: optionalText, query: optionalText }, ['role']),
    handle: usersInRole,
  },
];

function listAll({ world, query }: Call): JsonObject {
  const since = textOf(query, 'updatedSince');
  if (since && dateOf(since) === undefined) {
    const reason = 'The "updatedSince" query parameter must be a valid date.';
    throw meteorError('error-roomId-param-invalid', reason);
  }
  return { update: documents(world, since && dateOf(since)), remove: [] };
}

/** All of them are as old as the workspace until somebody changes them. */
function documents(world: World, since = ''): JsonObject[] {
  return world.permissions
    .all()
    .map((one) => ({ ...one, _updatedAt: one._updatedAt ?? firstTime(world) }))
    .filter(({ _updatedAt }) => _updatedAt > since);
}

/** When the first account was made. */
function firstTime(world: World): string {
  return world.users
    .all()
    .map(({ createdAt }) => createdAt)
    .reduce((one, other) => (one < other ? one : other), world.timestamp());
}

function update({ world, body }: Call): JsonObject {
  const changes = changesIn(body['permissions']);
  if (changes.some(({ _id }) => !world.permissions.has(_id))) {
    throw failure({ error: 'Invalid permission', errorType: 'error-invalid-permission' });
  }
  const isKnown = (id: string) => knownRoles.some(({ _id }) => _id === id);
  if (!changes.every(({ roles }) => roles.every(isKnown))) {
    throw failure({ error: 'Invalid role', errorType: 'error-invalid-role' });
  }
  for (const { _id, roles } of changes) {
    world.permissions.grant(_id, { roles, at: world.timestamp() });
    world.events.emit('permission', _id, roles);
  }
  return { permissions: documents(world) };
}

function changesIn(given: unknown): { _id: string; roles: string[] }[] {
  const changes: unknown[] = Array.isArray(given) ? given : [];
  return changes.filter(isObject).map(({ _id, roles }) => ({
    _id: String(_id),
    roles: Array.isArray(roles) ? roles.map(String) : [],
  }));
}

function role({ _id, scope }: (typeof knownRoles)[number]): JsonObject {
  return { _id, name: _id, scope, description: '', mandatory2fa: false, protected: true };
}

function usersInRole({ world, user: viewer, query, page }: Call): JsonObject {
  const wanted = neededText(query, 'role');
  const known = knownRoles.find(({ _id }) => _id === wanted);
  if (!known) throw meteorError('error-invalid-roleId');
  const rid = textOf(query, 'roomId');
  const isHeld = (id: string, own: readonly string[]) => {
    if (known.scope === 'Users') return own.includes(wanted);
    return rid !== undefined && (world.subscriptions.of(id, rid)?.roles ?? []).includes(wanted);
  };
  const holders = world.users.all().filter(({ _id, roles }) => isHeld(_id, roles));
  const { items, place } = pageOf(holders, page);
  return { users: items.map((one) => accountDocument(world, viewer, one)), total: place.total };
}
