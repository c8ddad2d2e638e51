import type { Message, Room, Subscription } from './documents';
import { naming, type Naming } from './unread';
import type { World } from './world';

/** What a reply does to its thread and to those who follow it (rocketchat-api.md 8.14). */
export function noteReply(world: World, room: Room, reply: Message): void {
  const main = reply.tmid === undefined ? undefined : world.messages.byId(reply.tmid);
  if (!main) return;
  const named = naming(reply);
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
