import { meteorError } from '../failures';
import type { Room, Subscription, User, UserRef } from './documents';
import { postSystemMessage } from './posting';
import { refOf } from './users';
import type { World } from './world';

export type RoomRole = 'owner' | 'moderator' | 'leader';

interface RoleChange {
  readonly room: Room;
  readonly user: User;
  readonly by: User;
  readonly role: RoomRole;
  /** Given, or taken away. */
  readonly on: boolean;
}

const named = { owner: 'an owner', moderator: 'a moderator', leader: 'a leader' };

/** Gives or takes a role in one room, after all checks, and says so in the room. */
export function setRoomRole(world: World, change: RoleChange): void {
  const { room, user, by, role, on } = change;
  const method = methodOf(change);
  if (!world.hasPermission(by, `set-${role}`, room)) {
    throw meteorError('error-not-allowed', 'Not allowed', { method });
  }
  const subscription = world.subscriptions.of(user._id, room._id) ?? notThere(change);
  if (on) refuseAgain(subscription, role, method);
  else refuseLoss(world, subscription, change);
  const others = (subscription.roles ?? []).filter((held) => held !== role);
  subscription.roles = on ? [...others, role] : others;
  world.touchSubscription(subscription);
  world.events.emit('roomRole', role, on ? 'added' : 'removed', refOf(user), room._id);
  const type = on ? 'subscription-role-added' : 'subscription-role-removed';
  postSystemMessage(world, { type, room, author: by, text: user.username, role });
}

interface RoleHolder {
  readonly _id: string;
  readonly rid: string;
  readonly u: UserRef;
  readonly roles: readonly string[];
}

/** Only those who have a role in the room, by their user names. */
export function rolesIn(world: World, room: Room): RoleHolder[] {
  const places = world.subscriptions.inRoom(room._id);
  const holders = places.flatMap(({ _id, rid, u, roles = [] }) =>
    roles.length > 0 ? [{ _id, rid, u, roles }] : [],
  );
  return holders.sort((one, other) => (one.u.username < other.u.username ? -1 : 1));
}

export function isLastOwner(world: World, room: Room, user: User): boolean {
  const owns = (subscription: Subscription | undefined) => subscription?.roles?.includes('owner') ?? false;
  if (!owns(world.subscriptions.of(user._id, room._id))) return false;
  return world.subscriptions.inRoom(room._id).filter(owns).length === 1;
}

function refuseAgain(subscription: Subscription, role: RoomRole, method: string): void {
  if (!subscription.roles?.includes(role)) return;
  throw meteorError(`error-user-already-${role}`, `User is already ${named[role]}`, { method });
}

function refuseLoss(world: World, subscription: Subscription, change: RoleChange): void {
  const { room, user, role } = change;
  const method = methodOf(change);
  if (!subscription.roles?.includes(role)) {
    throw meteorError(`error-user-not-${role}`, `User is not ${named[role]}`, { method });
  }
  if (role === 'owner' && isLastOwner(world, room, user)) {
    const reason = 'This is the last owner. Please set a new owner before removing this one.';
    throw meteorError('error-remove-last-owner', reason, { method });
  }
}

/** To take a role from a stranger, leaders excepted, is told as if the room were not there. */
function notThere(change: RoleChange): never {
  const method = methodOf(change);
  if (change.on || change.role === 'leader') {
    throw meteorError('error-user-not-in-room', 'User is not in this room', { method });
  }
  throw meteorError('error-invalid-room', 'Invalid room', { method });
}

/** `addRoomOwner`, as the server names its own method. */
function methodOf({ role, on }: RoleChange): string {
  return `${on ? 'add' : 'remove'}Room${role.charAt(0).toUpperCase()}${role.slice(1)}`;
}
