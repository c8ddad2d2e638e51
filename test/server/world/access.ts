import type { Room, User } from './documents';
import type { World } from './world';

/** May the user see that the room is there, and what it holds? */
export function canAccess(world: World, user: User, room: Room): boolean {
  if (world.subscriptions.banOf(user._id, room._id)) return false;
  return isOpenTo(world, user, room) || isMember(world, user, room) || parentIsOpenTo(world, user, room);
}

/** May the user read it without joining it? */
export function canRead(world: World, user: User, room: Room): boolean {
  if (!canAccess(world, user, room)) return false;
  if (room.t !== 'c' || world.hasPermission(user, 'preview-c-room')) return true;
  return world.subscriptions.of(user._id, room._id) !== undefined;
}

function isOpenTo(world: World, user: User, room: Room): boolean {
  if (room.t !== 'c') return false;
  const main = room.teamId === undefined ? undefined : world.rooms.mainOfTeam(room.teamId);
  if (main?.t === 'p') return world.subscriptions.of(user._id, main._id) !== undefined;
  return world.hasPermission(user, 'view-c-room');
}

function isMember(world: World, user: User, room: Room): boolean {
  if (!world.subscriptions.of(user._id, room._id)) return false;
  return (
    world.hasPermission(user, 'view-joined-room', room) ||
    world.hasPermission(user, `view-${room.t}-room`, room)
  );
}

function parentIsOpenTo(world: World, user: User, room: Room): boolean {
  const parent = room.prid === undefined ? undefined : world.rooms.byId(room.prid);
  return parent !== undefined && canAccess(world, user, parent);
}
