import { meteorError } from '../http/failures';
import { canAccess } from './access';
import type { Message, Room, Subscription, User } from './documents';
import { dropThread } from './reading';
import { naming, type Naming } from './unread';
import type { World } from './world';

/** What a reply does to its thread and to those who follow it (rocketchat-api.md 8.14). */
export function noteReply(world: World, room: Room, reply: Message): void {
  const main = reply.tmid === undefined ? undefined : world.messages.byId(reply.tmid);
  if (!main) return;
  const named = naming(world, reply);
  const followers = new Set([...followersOf(main, room), ...named.people, reply.u._id]);
  main.replies = [...followers];
  main.tcount = (main.tcount ?? 0) + 1;
  main.tlm = reply.ts;
  world.touchMessage(main);
  for (const subscription of world.subscriptions.inRoom(room._id)) {
    if (subscription.u._id === reply.u._id) subscription.lr = reply.ts;
    else if (!concerns(subscription, followers, named)) continue;
    else markUnread(subscription, main._id, named);
    world.touchSubscription(subscription);
  }
}

/** With the first reply the author of the first message joins; in a direct message everyone does. */
function followersOf({ u, replies = [], tcount }: Message, room: Room): string[] {
  if (tcount) return replies;
  return [...replies, u._id, ...(room.t === 'd' ? (room.uids ?? []) : [])];
}

function concerns(subscription: Subscription, followers: ReadonlySet<string>, named: Naming): boolean {
  return named.everyone || followers.has(subscription.u._id);
}

function markUnread(subscription: Subscription, thread: string, named: Naming): void {
  subscription.alert = true;
  subscription.open = true;
  subscription.tunread = withThread(subscription.tunread, thread);
  if (named.people.has(subscription.u._id)) {
    subscription.tunreadUser = withThread(subscription.tunreadUser, thread);
  }
  if (named.everyone) subscription.tunreadGroup = withThread(subscription.tunreadGroup, thread);
}

function withThread(threads: readonly string[] | undefined, thread: string): string[] {
  return [...new Set([...(threads ?? []), thread])];
}

/** A person follows a thread, or a message that may become one. */
export function follow(world: World, message: Message, user: User): void {
  const main = mainOf(world, message, { user, method: 'followMessage' });
  main.replies = [...new Set([...(main.replies ?? []), user._id])];
  world.touchMessage(main);
}

export function unfollow(world: World, message: Message, user: User): void {
  const main = mainOf(world, message, { user, method: 'unfollowMessage' });
  const subscription = world.subscriptions.of(user._id, main.rid);
  if (subscription?.tunread?.includes(main._id)) {
    dropThread(subscription, main._id);
    world.touchSubscription(subscription);
  }
  main.replies = (main.replies ?? []).filter((id) => id !== user._id);
  world.touchMessage(main);
}

interface Following {
  readonly user: User;
  readonly method: string;
}

function mainOf(world: World, message: Message, { user, method }: Following): Message {
  const room = world.rooms.byId(message.rid);
  if (!room || !canAccess(world, user, room)) {
    throw meteorError('error-not-allowed', 'not-allowed', { method });
  }
  return (message.tmid === undefined ? undefined : world.messages.byId(message.tmid)) ?? message;
}
