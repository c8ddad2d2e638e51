import type { Subscription } from './documents';
import type { World } from './world';

/** A person has seen the room, but not its threads: unread ones keep it alerted. */
export function markRead(world: World, subscription: Subscription): void {
  subscription.alert = subscription.alert && (subscription.tunread ?? []).length > 0;
  subscription.open = true;
  subscription.unread = 0;
  subscription.userMentions = 0;
  subscription.groupMentions = 0;
  subscription.ls = world.timestamp();
  world.touchSubscription(subscription);
}

/** A person has seen the room and every thread in it. */
export function markAllRead(world: World, subscription: Subscription): void {
  delete subscription.tunread;
  delete subscription.tunreadUser;
  delete subscription.tunreadGroup;
  markRead(world, subscription);
}

/** A person has seen one thread; with the last unread one the room's alert goes as well. */
export function markThreadRead(world: World, subscription: Subscription, thread: string): void {
  const unread = subscription.tunread ?? [];
  if (!unread.includes(thread)) return;
  if (unread.length === 1) subscription.alert = false;
  subscription.tunread = without(unread, thread);
  subscription.tunreadUser = without(subscription.tunreadUser, thread);
  subscription.tunreadGroup = without(subscription.tunreadGroup, thread);
  world.touchSubscription(subscription);
}

function without(threads: readonly string[] | undefined, thread: string): string[] {
  return (threads ?? []).filter((other) => other !== thread);
}
