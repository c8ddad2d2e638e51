import { type Rejection, meteorError } from '../failures';
import type { Room, User } from './documents';
import { fatesOf, refuseLastOwner, relinquish } from './ownership';
import type { World } from './world';

interface Activation {
  readonly active: boolean;
  /** The rooms that the person alone rules may go to others. */
  readonly confirmed: boolean;
}

/** By somebody who has to be allowed to: moderators may only take the activity away. */
export function setActiveChecked(world: World, editor: User, change: Activation & { user: User }): void {
  const mayBoth = world.hasPermission(editor, 'edit-other-user-active-status');
  const mayEnd = !change.active && world.hasPermission(editor, 'manage-moderation-actions');
  if (!mayBoth && !mayEnd) throw notActivated();
  setActive(world, change.user, change);
}

export function notActivated(): Rejection {
  return meteorError('error-not-allowed', 'Not allowed', { method: 'setUserActiveStatus' });
}

/** Who is not active can neither sign in nor be written to. */
function setActive(world: World, user: User, { active, confirmed }: Activation): void {
  if (!active) prepareLeave(world, user, confirmed);
  user.active = active;
  hideDirects(world, user);
  if (!active) world.users.keepTokens(user, () => false);
  for (const room of directsOf(world, user)) {
    // Two who are not there can be brought back only one by one.
    room.ro = !active || !isAnyoneElseActive(world, room, user);
    world.touchRoom(room);
  }
  world.touchUser(user);
}

function prepareLeave(world: World, user: User, confirmed: boolean): void {
  const admins = world.users.all().filter((one) => one.active && one.roles.includes('admin'));
  if (admins.length === 1 && admins[0] === user) {
    const reason = 'Leaving the app without an active admin is not allowed';
    const details = { method: 'removeUserFromRole', action: 'Remove_last_admin' };
    throw meteorError('error-action-not-allowed', reason, details);
  }
  const fates = fatesOf(world, user);
  if (!confirmed) refuseLastOwner(fates);
  relinquish(world, fates);
}

/** In the lists of those who have talked with the person alone. */
function hideDirects(world: World, user: User): void {
  for (const room of directsOf(world, user)) {
    for (const subscription of world.subscriptions.inRoom(room._id)) {
      if (subscription.name !== user.username) continue;
      subscription.archived = !user.active;
      world.touchSubscription(subscription);
    }
  }
}

function isAnyoneElseActive(world: World, { uids = [] }: Room, user: User): boolean {
  return uids.some((id) => id !== user._id && world.users.byId(id)?.active);
}

function directsOf(world: World, user: User): Room[] {
  return world.subscriptions.ofUser(user._id).flatMap(({ rid, t }) => {
    const room = t === 'd' ? world.rooms.byId(rid) : undefined;
    return room ? [room] : [];
  });
}

/** Switches off who has not signed in since; answers how many those were. */
export function deactivateIdle(world: World, role: string, since: Date): number {
  const idle = world.users.all().filter(({ active, roles, lastLogin }) => {
    const isIdle = lastLogin !== undefined && Date.parse(lastLogin) <= since.getTime();
    return active && roles.includes(role) && isIdle;
  });
  for (const user of idle) {
    user.active = false;
    world.users.keepTokens(user, () => false);
    world.touchUser(user);
  }
  return idle.length;
}
