import { meteorError } from '../http/failures';
import { canAccess } from './access';
import type { Room, Subscription, User } from './documents';
import { postSystemMessage } from './posting';
import { refOf } from './users';
import type { World } from './world';

/** A person joins a channel by own will. Being in it already is fine. */
export function join(world: World, room: Room, user: User): void {
  if (world.subscriptions.of(user._id, room._id)) return;
  if (!canAccess(world, user, room)) {
    throw meteorError('error-not-allowed', 'Not allowed', { method: 'joinRoom' });
  }
  addMember(world, room, user);
}

/** A new room counts as unread, with one mention, until it is looked at. */
export function addMember(world: World, room: Room, user: User): void {
  const unseen = { alert: true, unread: 1, userMentions: 1 };
  world.subscriptions.add({ ...newSubscription(world, room, user), ...unseen });
  room.usersCount++;
  postSystemMessage(world, { type: joinType(room), room, author: user, text: user.username });
  announceSubscription(world, room, user);
}

function joinType(room: Room): string {
  if (room.prid !== undefined) return 'ut';
  return room.teamMain ? 'ujt' : 'uj';
}

function announceSubscription(world: World, room: Room, user: User): void {
  const subscription = world.subscriptions.of(user._id, room._id);
  if (subscription) world.touchSubscription(subscription, 'inserted');
}

/** Nothing unread and no role; takes over what the room's documents share. */
export function newSubscription(world: World, room: Room, user: User): Subscription {
  const { prid, teamId, teamMain, archived, encrypted } = room;
  const shared = { prid, teamId, teamMain, archived, encrypted };
  return {
    _id: world.newReadableId(),
    rid: room._id,
    t: room.t,
    u: refOf(user),
    name: room.name ?? '',
    fname: room.fname ?? room.name,
    ts: world.timestamp(),
    open: true,
    alert: false,
    unread: 0,
    userMentions: 0,
    groupMentions: 0,
    ...Object.fromEntries(Object.entries(shared).filter(([, value]) => value !== undefined)),
    _updatedAt: world.timestamp(),
  };
}
