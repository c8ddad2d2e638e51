import { forbidden, plainError } from '../../failures';
import { isObject } from '../../isObject';
import type { Call, JsonObject, Route } from '../../route';
import type { Subscription, User } from '../../world/documents';
import { addTeamMembers, removeFromTeam, setTeamRoles, type Roles } from '../../world/teamMembers';
import { isInTeam, mainRoom, membersOfTeam, type Team } from '../../world/teams';
import type { World } from '../../world/world';
import { picked } from '../fields';
import { pageOf } from '../lists';
import { neededText, textOf } from '../parameters';
import { get, post } from '../rows';
import { closed, optionalTexts, paging, text, texts } from '../schemas';
import { namedTeam, teamBy, textsIn } from './teamTargets';

const someRooms = { ...texts, minItems: 1, uniqueItems: true, nullable: true };
const member = closed({ userId: text, roles: optionalTexts }, ['userId']);

/** Who is in a team, and as what. */
export const teamMemberRoutes: readonly Route[] = [
  {
    ...get,
    name: 'teams.members',
    query: teamBy({ status: texts, username: text, name: text, ...paging }),
    handle: members,
  },
  {
    ...post,
    name: 'teams.addMembers',
    body: teamBy({ members: { type: 'array', items: member, minItems: 1, uniqueItems: true } }, ['members']),
    handle: add,
  },
  { ...post, name: 'teams.updateMember', body: teamBy({ member }, ['member']), handle: update },
  {
    ...post,
    name: 'teams.removeMember',
    body: teamBy({ userId: text, rooms: someRooms }, ['userId']),
    handle: remove,
  },
  { ...post, name: 'teams.leave', body: teamBy({ rooms: someRooms }), handle: leave },
];

function members({ world, user, query, page }: Call): JsonObject {
  const team = namedTeam(world, query);
  const seesAll = world.hasPermission(user, 'view-all-teams', mainRoom(world, team));
  if (!seesAll && !isInTeam(world, user, team)) throw forbidden();
  const found = membersOfTeam(world, team).flatMap((subscription) => {
    const person = world.users.byId(subscription.u._id);
    return person?.active && isWanted(person, query) ? [shown(person, subscription)] : [];
  });
  const { items, place } = pageOf(found, page);
  return { members: items, ...place };
}

function isWanted({ username, name, status }: User, query: JsonObject): boolean {
  if (Array.isArray(query['status']) && !query['status'].includes(status)) return false;
  const holds = (value: string, key: string) =>
    value.toLowerCase().includes((textOf(query, key) ?? '').toLowerCase());
  return holds(username, 'username') && holds(name, 'name');
}

/** Who came by own will was let in by nobody else. */
function shown(person: User, { roles, inviter, u, ts }: Subscription): JsonObject {
  const { _id, username } = inviter ?? u;
  return {
    user: picked(person, ['_id', 'username', 'name', 'status']),
    ...(roles && { roles }),
    createdBy: { _id, username },
    createdAt: ts,
  };
}

function add(call: Call): JsonObject {
  const team = allowedTeam(call, ['add-team-member', 'edit-team-member']);
  const given = call.body['members'];
  const wanted = Array.isArray(given) ? given.flatMap((one) => rolesOf(one)) : [];
  addTeamMembers(call.world, call.user, team, wanted);
  return {};
}

function update(call: Call): JsonObject {
  const team = allowedTeam(call, ['edit-team-member']);
  for (const roles of rolesOf(call.body['member'])) setTeamRoles(call.world, team, roles);
  return {};
}

/** What the schema has let pass; nothing for anything else. */
function rolesOf(given: unknown): Roles[] {
  if (!isObject(given)) return [];
  const userId = neededText(given, 'userId');
  return [{ userId, ...(Array.isArray(given['roles']) && { roles: textsIn(given, 'roles') }) }];
}

function remove(call: Call): JsonObject {
  const { world, user, body } = call;
  const team = allowedTeam(call, ['edit-team-member']);
  const person = world.users.byId(neededText(body, 'userId'));
  if (!person?.active) throw plainError('invalid-user');
  removeFromTeam(world, { team, user: person, by: user, rooms: textsIn(body, 'rooms') });
  return {};
}

function leave({ world, user, body }: Call): JsonObject {
  const team = namedTeam(world, body);
  removeFromTeam(world, { team, user, by: user, rooms: textsIn(body, 'rooms') });
  return {};
}

function allowedTeam({ world, user, body }: Call, permissions: readonly string[]): Team {
  const team = namedTeam(world, body);
  if (!hasOne(world, user, { team, permissions })) throw forbidden();
  return team;
}

function hasOne(
  world: World,
  user: User,
  { team, permissions }: { readonly team: Team; readonly permissions: readonly string[] },
): boolean {
  const main = mainRoom(world, team);
  return permissions.some((permission) => world.hasPermission(user, permission, main));
}
