import type { Call, JsonObject, Route } from '../../route';
import { isInTeam, teamsOfUser } from '../../world/teams';
import { neededText } from '../parameters';
import { closed, text } from '../schemas';

export const userTeamsRoute: Route = {
  verb: 'GET',
  name: 'users.listTeams',
  auth: 'required',
  query: closed({ userId: text }, ['userId']),
  handle: listTeams,
};

/** Private ones only for who is in them, or may see all. */
function listTeams({ world, user: caller, query }: Call): JsonObject {
  const user = world.users.byId(neededText(query, 'userId'));
  const mayViewAll = world.hasPermission(caller, 'view-all-teams');
  const teams = user ? teamsOfUser(world, user) : [];
  const visible = teams.filter((team) => mayViewAll || team.type === 0 || isInTeam(world, caller, team));
  const isOwner = (rid: string) =>
    world.subscriptions.of(user?._id ?? '', rid)?.roles?.includes('owner') ?? false;
  return { teams: visible.map((team) => ({ ...team, isOwner: isOwner(team.roomId) })) };
}
