import { leaveSetup } from '../../world/accounts';
import { addDirect } from '../../world/directs';
import type { Message, Room, Subscription, User } from '../../world/documents';
import { newSubscription } from '../../world/membership';
import { accountOf, roleIn, roomOf } from '../../world/seeded';
import { naming } from '../../world/unread';
import type { World } from '../../world/world';
import type { SeedRoom } from '../seed';
import { Chance } from './chance';
import { lazyTrees } from './lazyTree';
import { mainUser, planPeople, planRooms, type RoomPlan, type Size, usualSize } from './plan';
import { Talker } from './talk';

/** Puts a data set straight into a world that is empty yet. */
export type Filling = (world: World) => void;

/**
 * A company of hundreds with thousands of rooms. Its documents are not earned one by one, which would take
 * minutes, but stored as they would have come out. The same `seed` at the same time makes the same data.
 */
export function largeSet(seed: string, size: Size = usualSize): Filling {
  return (world) => {
    const chance = new Chance(seed);
    const present = world.now();
    const users = planPeople(chance, size);
    world.playAt(present - 500 * 24 * 60 * 60_000, () => {
      for (const user of users) world.users.add(accountOf(world, user));
    });
    const plans = planRooms(chance, size, users);
    const rooms = plans.map(({ seed: room }) => found(world, room));
    new Filler(world, chance, rooms).fill(plans);
    leaveSetup(world, 'completed');
  };
}

/** The room and who is in it, as they were in the beginning. */
function found(world: World, seed: SeedRoom): Room {
  const users = seed.members.flatMap((username) => world.users.byUsername(username) ?? []);
  let room: Room | undefined;
  world.playAt(world.now() - seed.created * 60_000, () => (room = roomWith(world, seed, users)));
  if (!room) throw new Error('The room was not made');
  return room;
}

function roomWith(world: World, seed: SeedRoom, users: readonly User[]): Room {
  const room = roomOf(world, seed, users);
  if (seed.kind === 'd') {
    addDirect(world, room, users);
    return room;
  }
  world.rooms.add(room);
  for (const user of users) {
    const role = roleIn(seed, user);
    const subscription = newSubscription(world, room, user);
    world.subscriptions.add(role === undefined ? subscription : { ...subscription, roles: [role] });
  }
  return room;
}

/** Lets people talk in rooms that are there already. */
class Filler {
  private readonly talker: Talker;
  private readonly giveTree: (message: Message) => void;
  private readonly names: readonly string[];

  constructor(
    private readonly world: World,
    private readonly chance: Chance,
    rooms: readonly Room[],
  ) {
    this.talker = new Talker(world, chance);
    this.giveTree = lazyTrees(world);
    this.names = rooms.filter((room) => room.t === 'c').flatMap((room) => room.name ?? []);
  }

  fill(plans: readonly RoomPlan[]): void {
    for (const { seed, messages } of plans) {
      const room = this.world.rooms.byId(seed.id);
      if (room && messages > 0) this.talk(room, messages);
    }
  }

  private talk(room: Room, count: number): void {
    const { world } = this;
    const subscriptions = world.subscriptions.inRoom(room._id);
    const members = subscriptions.flatMap(({ u }) => world.users.byId(u._id) ?? []);
    const messages = this.talker.messagesOf({ room, members, count, rooms: this.names });
    for (const message of messages) {
      this.giveTree(message);
      world.messages.add(message);
    }
    finishRoom(room, messages);
    for (const subscription of subscriptions) this.settle(subscription, room, messages);
  }

  /** Everybody has read all, but for the main user, who has missed the end of every sixth room. */
  private settle(subscription: Subscription, room: Room, messages: readonly Message[]): void {
    subscription.ls = room.lm ?? room.ts;
    subscription._updatedAt = subscription.ls;
    if (subscription.u.username !== mainUser || !this.chance.is(1 / 6)) return;
    const missed = messages.slice(-1 - this.chance.below(8));
    subscription.ls = messages.at(-1 - missed.length)?.ts ?? room.ts;
    for (const message of missed) noteMissed(this.world, subscription, message);
  }
}

function finishRoom(room: Room, messages: readonly Message[]): void {
  const last = messages.findLast((message) => message.tmid === undefined);
  room.msgs = messages.length;
  if (!last) return;
  room.lm = last.ts;
  room.lastMessage = last;
  room._updatedAt = messages.at(-1)?.ts ?? last.ts;
}

/** What one message changes for somebody who has not seen it, as `unread.ts` and `threads.ts` have it. */
function noteMissed(world: World, subscription: Subscription, message: Message): void {
  const me = subscription.u._id;
  const isNamed = naming(world, message).people.has(me);
  if (message.u._id === me || !concerns(world, { me, message, isNamed })) return;
  subscription.alert = true;
  if (message.tmid !== undefined) {
    subscription.tunread = withThread(subscription.tunread, message.tmid);
    if (isNamed) subscription.tunreadUser = withThread(subscription.tunreadUser, message.tmid);
    return;
  }
  if (isNamed) subscription.userMentions++;
  if (isNamed || subscription.t === 'd') subscription.unread++;
}

/** Replies are news for those who follow the thread. */
function concerns(world: World, one: { me: string; message: Message; isNamed: boolean }): boolean {
  const { me, message, isNamed } = one;
  if (message.tmid === undefined || isNamed) return true;
  return world.messages.byId(message.tmid)?.replies?.includes(me) ?? false;
}

function withThread(threads: readonly string[] = [], thread: string): string[] {
  return [...new Set([...threads, thread])];
}
