import type { Message, Room, Subscription } from './documents';
import { naming, type Naming } from './unread';
import type { World } from './world';

/** What a reply does to its thread and to those who follow it (rocketchat-api.md 8.14). */
export function noteReply(world: World, room: Room, reply: Message): void {
  const main = reply.tmid === undefined ? undefined : world.messages.byId(reply.tmid);
  if (!main) return;
  const named = naming(reply);
  const followers = followersAfter(main, room, reply, named);
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

/** The author of the first message joins with the first reply; in a direct message everyone does. */
function followersAfter(main: Message, room: Room, reply: Message, named: Naming): Set<string> {
  const isFirst = !main.tcount;
  const before = main.replies ?? [];
  const starters = isFirst ? [main.u._id, ...(room.t === 'd' ? (room.uids ?? []) : [])] : [];
  return new Set([...before, ...starters, ...named.people, reply.u._id]);
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
