import type { Room, User } from './documents';
import { postSystemMessage } from './posting';
import type { World } from './world';

/** A person may read and not speak. In a read-only room it ends the leave to speak there. */
export function muteIn(world: World, room: Room, user: User, by: User): void {
  if (room.ro) room.unmuted = without(room.unmuted, user.username);
  else room.muted = [...without(room.muted, user.username), user.username];
  postSystemMessage(world, { type: 'user-muted', room, author: by, text: user.username });
}

export function unmuteIn(world: World, room: Room, user: User, by: User): void {
  room.muted = without(room.muted, user.username);
  if (room.ro) room.unmuted = [...without(room.unmuted, user.username), user.username];
  postSystemMessage(world, { type: 'user-unmuted', room, author: by, text: user.username });
}

/** A person is sent away and may not come back. Nothing happens to who is not there. */
export function banFrom(world: World, room: Room, user: User, by: User): void {
  const subscription = world.subscriptions.of(user._id, room._id);
  if (!subscription) return;
  world.subscriptions.ban(subscription, world.timestamp());
  subscription.status = 'BANNED';
  subscription.roles = [];
  room.usersCount--;
  world.touchSubscription(subscription, 'removed');
  postSystemMessage(world, { type: 'user-banned', room, author: by, text: user.username });
}

/** Free to come back, but not in the room. Nothing happens to who was not banned. */
export function unbanFrom(world: World, room: Room, user: User, by: User): void {
  const ban = world.subscriptions.banOf(user._id, room._id);
  if (!ban) return;
  world.subscriptions.unban(ban);
  postSystemMessage(world, { type: 'user-unbanned', room, author: by, text: user.username });
}

function without(names: readonly string[] | undefined, name: string): string[] {
  return (names ?? []).filter((other) => other !== name);
}
