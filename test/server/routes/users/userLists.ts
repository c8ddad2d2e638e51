import { forbidden } from '../../failures';
import type { Call, JsonObject, Route } from '../../route';
import type { User } from '../../world/documents';
import { picked } from '../fields';
import { pageOf, sorted } from '../lists';
import { textOf } from '../parameters';

export const userListRoute: Route = {
  verb: 'GET',
  name: 'users.list',
  auth: 'required',
  permissions: ['view-d-room'],
  registration: 'old',
  handle: list,
};

/** An open query, of which beside the page only an address is looked at. */
function list({ world, user: caller, query, page }: Call): JsonObject {
  const isRestricted = world.isOn('API_Apply_permission_view-outside-room_on_users-list');
  if (isRestricted && !world.hasPermission(caller, 'view-outside-room')) throw forbidden();
  const mayViewAll = world.hasPermission(caller, 'view-full-other-user-info');
  const email = textOf(query, 'email');
  if (email && !mayViewAll) throw forbidden();
  const found = world.users.all().filter((user) => !email || hasAddress(user, email));
  const entries = found.map((user) => entryOf(user, mayViewAll));
  const { items, place } = pageOf(sorted(entries, sortOf(page.sort)), page);
  return { users: items, ...place };
}

type Sort = Readonly<Record<string, 1 | -1>>;

/** By status means by being active as well, by name whatever the case. */
function sortOf(sort: Sort | undefined): Sort {
  if (!sort) return { username: 1 };
  const { name, ...others } = sort;
  const { status } = sort;
  return { ...(name && { nameInsensitive: name }), ...others, ...(status && { active: status }) };
}

function hasAddress({ emails }: User, wanted: string): boolean {
  return emails.some(({ address }) => address.toLowerCase() === wanted.toLowerCase());
}

function entryOf(user: User, mayViewAll: boolean): JsonObject {
  return {
    ...picked(user, ['_id', 'username', 'name', 'status', 'active', 'avatarETag', 'type']),
    ...(mayViewAll && picked(user, ['emails', 'roles', 'lastLogin'])),
    nameInsensitive: user.name.toLowerCase(),
  };
}
