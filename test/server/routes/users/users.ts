import { plainError } from '../../failures';
import type { Call, JsonObject, Route } from '../../route';
import { shownFields } from '../../world/accountFields';
import type { User } from '../../world/documents';
import type { World } from '../../world/world';
import { accessTokenRoutes } from './accessTokens';
import { accountAdminRoutes } from './accountAdmin';
import { accountStateRoutes, tokenRoutes } from './accountState';
import { type OwnAccountParts, ownAccountRoutes } from './ownAccount';
import { ownFactorRoutes } from './ownFactors';
import { isTrue, textOf } from '../parameters';
import { preferenceRoutes } from './preferences';
import { presenceRoutes } from './presence';
import { fullProfile, publicProfile, services } from './profiles';
import { closed, optionalText, text } from '../schemas';
import { userAutocompleteRoute } from './userAutocomplete';
import { userListRoute } from './userLists';
import { userTeamsRoute } from './userTeams';

/** By what a user is found, and since when. */
const searchKeys = [
  { since: '8.5', keys: ['userId', 'username', 'importId', 'email', 'freeSwitchExtension'] },
  { since: '8.4', until: '8.5', keys: ['userId', 'username', 'importId', 'email'] },
  { until: '8.4', keys: ['userId', 'username', 'importId'] },
];

const infoRoutes = searchKeys.map(({ keys, ...span }): Route => ({
  verb: 'GET',
  name: 'users.info',
  auth: 'required',
  ...span,
  query: {
    type: 'object',
    anyOf: keys.map((key) =>
      closed({ [key]: text, includeUserRooms: optionalText, fields: optionalText }, [key]),
    ),
  },
  handle: info,
}));

interface UserParts extends OwnAccountParts {
  readonly tokenSecret: string | undefined;
}

/** Everything about people. */
export function userRoutes(parts: UserParts): readonly Route[] {
  return [
    ...infoRoutes,
    userListRoute,
    userAutocompleteRoute,
    userTeamsRoute,
    ...presenceRoutes,
    ...accountAdminRoutes,
    ...accountStateRoutes,
    ...tokenRoutes(parts.tokenSecret),
    ...ownAccountRoutes(parts),
    ...ownFactorRoutes,
    ...preferenceRoutes,
    ...accessTokenRoutes,
  ];
}

function info({ world, user, query }: Call): JsonObject {
  if (termsIn(query).every((value) => value === '')) throw plainError('Invalid search query.');
  const found = sought(world, query);
  if (!found) throw plainError('User not found.');
  return { user: shownTo({ world, user, query }, found) };
}

function shownTo({ world, user, query }: Pick<Call, 'world' | 'user' | 'query'>, found: User): JsonObject {
  const isSelf = found._id === user._id;
  const canViewAllInfo = isSelf || world.hasPermission(user, 'view-full-other-user-info');
  const profile = canViewAllInfo ? fullProfile(found) : publicProfile(found);
  const showsRooms =
    isTrue(query, 'includeUserRooms') && (isSelf || world.hasPermission(user, 'view-other-user-channels'));
  return {
    ...profile,
    canViewAllInfo,
    customFields: shownFields(world, found.customFields, canViewAllInfo),
    services: isSelf ? services(found, true) : undefined,
    rooms: showsRooms ? roomsOf(world, found) : undefined,
  };
}

function termsIn(query: JsonObject): unknown[] {
  const others = ['includeUserRooms', 'fields'];
  return Object.entries(query).flatMap(([key, value]) => (others.includes(key) ? [] : [value]));
}

/** An id is taken for a name as well, and the other way round. Nobody was imported or has an extension. */
function sought(world: World, query: JsonObject): User | undefined {
  const either = [textOf(query, 'userId'), textOf(query, 'username')].find(Boolean);
  if (either !== undefined) return world.users.byId(either) ?? world.users.byUsername(either);
  const email = textOf(query, 'email');
  return email ? world.users.byEmail(email) : undefined;
}

function roomsOf(world: World, user: User): JsonObject[] {
  return world.subscriptions
    .ofUser(user._id)
    .sort((a, b) => a.t.localeCompare(b.t) || a.name.localeCompare(b.name))
    .map(({ _id, rid, name, t, roles, unread }) => ({ _id, rid, name, t, roles, unread }));
}
