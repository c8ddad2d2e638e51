import type { Subscription } from './documents';
import { noteRoomRead, noteThreadRead } from './receipts';
import type { World } from './world';

/** A person has seen the room, but not its threads: unread ones keep it alerted. */
export function markRead(world: World, subscription: Subscription): void {
  const before = subscription.ls ?? subscription.ts;
  subscription.alert = subscription.alert && (subscription.tunread ?? []).length > 0;
  subscription.open = true;
  subscription.unread = 0;
  subscription.userMentions = 0;
  subscription.groupMentions = 0;
  subscription.ls = world.timestamp();
  world.touchSubscription(subscription);
  noteRoomRead(world, subscription, before);
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
  noteThreadRead(world, subscription, thread);
  const unread = subscription.tunread ?? [];
  if (!unread.includes(thread)) return;
  if (unread.length === 1) subscription.alert = false;
  dropThread(subscription, thread);
  world.touchSubscription(subscription);
}

/** It is no longer among what the person has to read; the lists stay, even empty. */
export function dropThread(subscription: Subscription, thread: string): void {
  for (const key of ['tunread', 'tunreadUser', 'tunreadGroup'] as const) {
    const threads = subscription[key];
    if (threads) subscription[key] = threads.filter((other) => other !== thread);
  }
}
