import { meteorError } from '../failures';
import { canAccess } from './access';
import type { Message, Room, Subscription, User } from './documents';
import { dropThread } from './reading';
import { highlightedBy, naming } from './unread';
import type { World } from './world';

/** What a reply does to its thread and to those who follow it. */
export function noteReply(world: World, room: Room, reply: Message): void {
  const main = reply.tmid === undefined ? undefined : world.messages.byId(reply.tmid);
  if (!main) return;
  const { people, everyone } = naming(world, reply);
  const followers = new Set([...followersOf(main, room), ...people, reply.u._id]);
  main.replies = [...followers];
  main.tcount = (main.tcount ?? 0) + 1;
  main.tlm = reply.ts;
  world.touchMessage(main);
  const named = new Set([...people, ...highlightedBy(world, reply)]);
  for (const subscription of world.subscriptions.inRoom(room._id)) {
    const id = subscription.u._id;
    if (!followers.has(id) && !named.has(id)) continue;
    noteActivity(subscription, reply, followers);
    if (id !== reply.u._id) markUnread(subscription, main._id, { isNamed: named.has(id), everyone });
    world.touchSubscription(subscription);
  }
}

function noteActivity(subscription: Subscription, { ts }: Message, followers: ReadonlySet<string>): void {
  subscription.open = true;
  if (followers.has(subscription.u._id)) subscription.lr = ts;
}

/** With the first reply the author of the first message joins; in a direct message everyone does. */
function followersOf({ u, replies = [], tcount }: Message, room: Room): string[] {
  if (tcount) return replies;
  return [...replies, u._id, ...(room.t === 'd' ? (room.uids ?? []) : [])];
}

interface Concern {
  readonly isNamed: boolean;
  readonly everyone: boolean;
}

/** A call to everyone reaches those in the thread alone, and not who is called by name. */
function markUnread(subscription: Subscription, thread: string, { isNamed, everyone }: Concern): void {
  subscription.alert = true;
  subscription.tunread = withThread(subscription.tunread, thread);
  if (isNamed) subscription.tunreadUser = withThread(subscription.tunreadUser, thread);
  else if (everyone) subscription.tunreadGroup = withThread(subscription.tunreadGroup, thread);
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
