import type { Seed, SeedEmoji, SeedMessage, SeedRoom, SeedView } from '../data/seed';
import { hasAdministrator, leaveSetup } from './accounts';
import { addDirect } from './directs';
import type { Message, Room, Subscription, User } from './documents';
import { pin } from './marks';
import { newSubscription } from './membership';
import { compose, store } from './posting';
import { markAllRead, markThreadRead } from './reading';
import { accountOf, draftOf, flagsOf, roleIn, roomOf } from './seeded';
import { typeGroupOf } from './uploads';
import type { World } from './world';

interface Step {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly run: () => void;
}

/**
 * Lets a data set happen, in order of time, by the code that live requests use: every counter is earned.
 * Nothing is refused on the way, or no archived room could hold messages.
 */
export function playSeed(world: World, seed: Seed): void {
  const present = world.now();
  const steps = timeline(world, seed, (minutes) => present - Math.round(minutes * 60_000));
  const start = Math.min(present, ...steps.map((step) => step.at));
  world.playAt(start, () => seed.users.forEach((user) => world.users.add(accountOf(world, user))));
  world.playAt(start, () => seed.emoji?.forEach((emoji) => draw(world, emoji)));
  for (const step of steps) world.playAt(step.at, step.run);
  world.playAt(present, () => finish(world, seed));
  if (hasAdministrator(world)) leaveSetup(world, 'completed');
}

function timeline(world: World, seed: Seed, at: (minutesAgo: number) => number): Step[] {
  const rooms = seed.rooms.map((room) => ({ at: at(room.created), run: () => createRoom(world, room) }));
  const messages = seed.messages.flatMap((message) => messageSteps(world, message, at));
  const views = seed.views
    .filter((view) => (view.seen ?? 0) > 0)
    .map((view) => ({ at: at(view.seen ?? 0), run: () => see(world, view) }));
  // Sorting keeps the order of equals: a room is there before what happens in it.
  return [...rooms, ...messages, ...views].sort((one, other) => one.at - other.at);
}

function messageSteps(world: World, seed: SeedMessage, at: (minutesAgo: number) => number): Step[] {
  const steps = [{ at: at(seed.at), run: () => say(world, seed) }];
  const pinner = seed.pinnedBy;
  if (pinner !== undefined) {
    const soon = Math.min(at(seed.at) + 60_000, at(0));
    steps.push({ at: soon, run: () => void pin(world, message(world, seed.id), person(world, pinner)) });
  }
  if (seed.edited !== undefined) steps.push({ at: at(seed.edited), run: () => edit(world, seed) });
  return steps;
}

function draw(world: World, { id, name, aliases, picture }: SeedEmoji): void {
  const uploadedAt = world.timestamp();
  const emoji = {
    _id: id,
    name,
    aliases: [...aliases],
    extension: 'png',
    etag: id.slice(0, 6),
    _updatedAt: uploadedAt,
  };
  world.customEmoji.add(emoji);
  world.customEmoji.setPicture(emoji, { bytes: picture, uploadedAt });
}

function createRoom(world: World, seed: SeedRoom): void {
  const users = seed.members.map((username) => person(world, username));
  const room = roomOf(world, seed, users);
  if (seed.kind === 'd') {
    addDirect(world, room, users);
    return;
  }
  world.rooms.add(room);
  for (const user of users) {
    const role = roleIn(seed, user);
    world.subscriptions.add({
      ...newSubscription(world, room, user),
      ...(role !== undefined && { roles: [role] }),
    });
  }
}

function say(world: World, seed: SeedMessage): void {
  const room = place(world, seed.room);
  const composed = compose(world, { author: person(world, seed.from), room, draft: draftOf(world, seed) });
  store(world, room, composed);
  if (seed.file) keep(world, composed, seed.file);
  if (seed.reactions) {
    const reactions = Object.entries(seed.reactions);
    composed.reactions = Object.fromEntries(reactions.map(([emoji, by]) => [emoji, { usernames: [...by] }]));
  }
  if (seed.starredBy) {
    composed.starred = seed.starredBy.map((username) => ({ _id: person(world, username)._id }));
  }
}

function keep(world: World, { rid, u, ts }: Message, file: NonNullable<SeedMessage['file']>): void {
  const { id, name, type, size, dimensions } = file;
  world.uploads.add({
    _id: id,
    rid,
    userId: u._id,
    name,
    type,
    size,
    typeGroup: typeGroupOf(type),
    uploadedAt: ts,
    _updatedAt: ts,
    ...(dimensions && { identify: { format: type.replace(/^image\//, ''), size: dimensions } }),
    bytes: undefined,
  });
}

function edit(world: World, seed: SeedMessage): void {
  const edited = message(world, seed.id);
  const { _id, username } = edited.u;
  edited.editedAt = world.timestamp();
  edited.editedBy = { _id, username };
  world.touchMessage(edited);
}

function see(world: World, view: SeedView): void {
  markAllRead(world, membership(world, view.user, view.room));
}

/** Rooms that no view speaks of have been read to the end. */
function finish(world: World, seed: Seed): void {
  const views = new Map(seed.views.map((view) => [`${view.user} ${view.room}`, view]));
  for (const room of seed.rooms) {
    for (const username of room.members) {
      const view = views.get(`${username} ${room.id}`) ?? { user: username, room: room.id };
      settle(world, view);
    }
    if (room.archived) archive(world, place(world, room.id));
  }
}

function settle(world: World, view: SeedView): void {
  const subscription = membership(world, view.user, view.room);
  if (!view.seen) see(world, view);
  for (const thread of view.readThreads ?? []) markThreadRead(world, subscription, thread);
  if (view.hidden) subscription.open = false;
  Object.assign(subscription, flagsOf(view));
}

/** An archived room leaves everyone's list. */
function archive(world: World, room: Room): void {
  room.archived = true;
  for (const subscription of world.subscriptions.inRoom(room._id)) {
    subscription.archived = true;
    subscription.alert = false;
    subscription.open = false;
  }
}

function person(world: World, username: string): User {
  return world.users.byUsername(username) ?? missing('user', username);
}

function place(world: World, id: string): Room {
  return world.rooms.byId(id) ?? missing('room', id);
}

function message(world: World, id: string): Message {
  return world.messages.byId(id) ?? missing('message', id);
}

function membership(world: World, username: string, rid: string): Subscription {
  const user = person(world, username);
  return world.subscriptions.of(user._id, rid) ?? missing('member', `${username} of ${rid}`);
}

function missing(kind: string, id: string): never {
  throw new Error(`The data set speaks of the ${kind} ${id} before it is there`);
}
