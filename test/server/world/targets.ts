import { meteorError } from '../failures';
import { openDirect } from './directs';
import type { Room, User } from './documents';
import { join } from './membership';
import type { World } from './world';

/**
 * The room that `chat.postMessage` means by one of its targets: `#name`, `@user`, or anything else, which is
 * tried as a room first and as a user's id then. Joins public channels on the way.
 */
export function postTarget(world: World, user: User, target: string): Room {
  if (target.startsWith('#')) return joined(world, user, target.slice(1)) ?? noChannel();
  if (target.startsWith('@')) return directTarget(world, user, target.slice(1));
  return joined(world, user, target) ?? directWith(world, user, world.users.byId(target)) ?? noChannel();
}

/** A direct message by the other person's name or id (made if needed), or by the room's own id. */
export function directTarget(world: World, user: User, nameOrId: string): Room {
  const other = world.users.byId(nameOrId) ?? world.users.byUsername(nameOrId);
  const room = directWith(world, user, other) ?? world.rooms.byId(nameOrId);
  return room?.t === 'd' ? room : noChannel();
}

function joined(world: World, user: User, nameOrId: string): Room | undefined {
  const room = world.rooms.byIdOrName(nameOrId);
  if (room?.t === 'c') join(world, room, user);
  return room;
}

function directWith(world: World, user: User, other: User | undefined): Room | undefined {
  if (!other) return undefined;
  return (
    world.rooms.directBetween([user._id, other._id]) ??
    openDirect(world, user, { usernames: [other.username] })
  );
}

function noChannel(): never {
  throw meteorError('invalid-channel');
}
