import { meteorError } from '../failures';
import type { Room, Subscription, User } from './documents';
import { newSubscription } from './membership';
import type { World } from './world';

const details = { method: 'createDirectMessage' };

interface DirectRequest {
  readonly usernames: readonly string[];
  readonly excludeSelf?: boolean;
}

/** The direct message room of the caller and the named people, made if there is none. */
export function openDirect(world: World, caller: User, request: DirectRequest): Room {
  const users = participants(world, caller, request);
  const existing = world.rooms.directBetween(users.map((user) => user._id));
  if (!world.hasPermission(caller, 'create-d')) {
    if (existing && world.hasPermission(caller, 'view-d-room')) return existing;
    throw meteorError('error-not-allowed', 'Not allowed', details);
  }
  return existing ? reopened(world, existing, caller) : createDirect(world, users, caller);
}

function participants(world: World, caller: User, { usernames, excludeSelf = false }: DirectRequest): User[] {
  const names = othersIn(usernames, caller);
  const mayBeAlone = !excludeSelf && world.isOn('Message_AllowDirectMessagesToYourself');
  if (names.length === 0 && !mayBeAlone) throw invalidUser();
  refuseCrowd(world, names.length + (excludeSelf ? 0 : 1));
  const others = names.map((name) => existingUser(world, name));
  if (!excludeSelf) return [caller, ...others];
  if (others.length === 1) throw invalidUser();
  return others;
}

/** Each once, however often and in whatever writing. */
function othersIn(usernames: readonly string[], caller: User): string[] {
  const names = new Set(usernames.map((name) => name.toLowerCase()));
  names.delete(caller.username.toLowerCase());
  return [...names];
}

function refuseCrowd(world: World, people: number): void {
  const limit = world.number('DirectMesssage_maxUsers') || 1;
  if (people > limit) throw tooMany(limit);
}

function existingUser(world: World, name: string): User {
  const user = world.users.byUsernameIgnoringCase(name);
  if (!user) throw invalidUser();
  return user;
}

function reopened(world: World, room: Room, caller: User): Room {
  const subscription = world.subscriptions.of(caller._id, room._id);
  if (subscription && !subscription.open) {
    subscription.open = true;
    world.touchSubscription(subscription);
  }
  return room;
}

/** Shown at once to who made it, to one other person only with the first message. */
function createDirect(world: World, users: readonly User[], maker?: User): Room {
  const uids = users.map((user) => user._id).sort();
  const room: Room = {
    _id: uids.length === 2 ? uids.join('') : world.newHexId(),
    t: 'd',
    usernames: byName(users).map((user) => user.username),
    uids,
    usersCount: users.length,
    msgs: 0,
    ro: false,
    sysMes: true,
    default: false,
    ts: world.timestamp(),
    _updatedAt: world.timestamp(),
  };
  addDirect(world, room, users);
  for (const subscription of world.subscriptions.inRoom(room._id)) {
    subscription.open = users.length !== 2 || subscription.u._id === maker?._id;
    world.touchSubscription(subscription, 'inserted');
  }
  world.touchRoom(room, 'inserted');
  return room;
}

/** Everyone sees the room under the names of the others. */
export function addDirect(world: World, room: Room, users: readonly User[]): void {
  world.rooms.add(room);
  for (const user of users) {
    const others = users.length === 1 ? users : byName(users).filter((other) => other !== user);
    const subscription: Subscription = newSubscription(world, room, user);
    subscription.name = others.map((other) => other.username).join(', ');
    subscription.fname = others.map(titleOf).join(', ');
    world.subscriptions.add(subscription);
  }
}

/** The order in which the names of many stand. */
function byName(users: readonly User[]): User[] {
  return [...users].sort((one, other) => titleOf(one).localeCompare(titleOf(other)));
}

function titleOf({ name, username }: User): string {
  return name || username;
}

function invalidUser() {
  return meteorError('error-invalid-user', 'Invalid user', details);
}

function tooMany(limit: number) {
  const reason = `You cannot add more than ${limit} users, including yourself to a direct message`;
  return meteorError('error-direct-message-max-user-exceeded', reason, details);
}
