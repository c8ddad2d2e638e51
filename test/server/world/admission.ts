import { plainError } from '../failures';
import { canAccess } from './access';
import type { Room, User } from './documents';
import type { World } from './world';

/** The room, if the user may post in it; else the first of the server's reasons. */
export function mayPostIn(world: World, user: User, rid: string): Room {
  const room = world.rooms.byId(rid);
  if (!room) throw plainError('error-invalid-room');
  if (room.archived) throw plainError('room_is_archived');
  if (!canAccess(world, user, room)) throw plainError('error-not-allowed');
  if (isBlocked(world, user, room)) throw plainError('room_is_blocked');
  if (isClosedTo(world, user, room))
    throw plainError("You can't send messages because the room is readonly.");
  if (room.muted?.includes(user.username)) throw plainError('You_have_been_muted');
  return room;
}

function isBlocked(world: World, user: User, room: Room): boolean {
  const subscription = world.subscriptions.of(user._id, room._id);
  return room.t === 'd' && (subscription?.blocked === true || subscription?.blocker === true);
}

function isClosedTo(world: World, user: User, room: Room): boolean {
  if (!room.ro || world.hasPermission(user, 'post-readonly', room)) return false;
  return !room.unmuted?.includes(user.username);
}
