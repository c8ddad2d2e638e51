import { plainError } from '../failures';
import type { User } from './documents';
import { inviteTo, leaveRoom, removeFrom } from './membership';
import { matching } from './teamLife';
import { mainRoom, membersOfTeam, type Team } from './teams';
import type { World } from './world';

export interface Roles {
  readonly userId: string;
  readonly roles?: readonly string[];
}

/** Who is in it already only gets the roles. */
export function addTeamMembers(world: World, by: User, team: Team, members: readonly Roles[]): void {
  const main = mainRoom(world, team);
  for (const { userId, roles } of members) {
    const user = world.users.byId(userId);
    // The server trips over who is not there.
    if (!user) throw plainError("Cannot read properties of null (reading '_id')");
    inviteTo(world, main, user, by);
    const subscription = world.subscriptions.of(userId, main._id);
    if (!roles || !subscription) continue;
    subscription.roles = [...new Set([...(subscription.roles ?? []), ...roles])];
    world.touchSubscription(subscription);
  }
}

/** These roles and no others. Nothing happens to who is not in the team. */
export function setTeamRoles(world: World, team: Team, { userId, roles = [] }: Roles): void {
  const subscription = world.subscriptions.of(userId, team.roomId);
  if (!subscription) return;
  subscription.roles = [...roles];
  world.touchSubscription(subscription);
}

interface Departure {
  readonly team: Team;
  readonly user: User;
  /** Whoever sends the person away; the person, if by own will. */
  readonly by: User;
  /** Ids of those rooms of the team that are left as well. */
  readonly rooms: readonly string[];
}

/** A team is never left without an owner. */
export function removeFromTeam(world: World, { team, user, by, rooms }: Departure): void {
  const main = mainRoom(world, team);
  refuseLeaving(world, team, user);
  const places = [main, ...matching(world, team, rooms).filter((room) => room !== main)];
  for (const room of places) {
    if (user !== by) removeFrom(world, room, user, by);
    else if (world.subscriptions.of(user._id, room._id)) leaveRoom(world, room, user);
  }
}

function refuseLeaving(world: World, team: Team, user: User): void {
  const subscription = world.subscriptions.of(user._id, team.roomId);
  if (!subscription) throw plainError('member-does-not-exist');
  const owners = membersOfTeam(world, team).filter(({ roles }) => roles?.includes('owner'));
  if (owners.length === 1 && owners[0] === subscription) throw plainError('last-owner-can-not-be-removed');
}
