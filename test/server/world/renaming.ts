import type { Message, Room, User, UserRef } from './documents';
import type { World } from './world';

/** A new user name, wherever the old one stands: in messages, rooms and subscriptions. */
export function renameUser(world: World, user: User, username: string): void {
  const former = user.username;
  world.users.rename(user, username);
  for (const room of world.rooms.all()) {
    if (renameInRoom(room, user, former)) world.touchRoom(room);
    for (const message of world.messages.inRoom(room._id)) {
      if (renameInMessage(message, user, former)) world.touchMessage(message);
    }
  }
  renameInSubscriptions(world, user);
}

/** What the messages say of the author's name stays as it was. */
export function setRealName(world: World, user: User, name: string): void {
  user.name = name;
  renameInSubscriptions(world, user);
}

function renameInRoom(room: Room, user: User, former: string): boolean {
  const lists = [room.usernames, room.muted, room.unmuted].filter((list) => list?.includes(former));
  for (const list of lists) list?.splice(list.indexOf(former), 1, user.username);
  return renameRef(room.u, user) || lists.length > 0;
}

function renameInMessage(message: Message, user: User, former: string): boolean {
  const named = (message.mentions ?? []).filter(({ _id }) => _id === user._id);
  for (const mention of named) mention.username = user.username;
  const reacted = Object.values(message.reactions ?? {}).filter(({ usernames }) =>
    usernames.includes(former),
  );
  for (const { usernames } of reacted) usernames.splice(usernames.indexOf(former), 1, user.username);
  const refs = [message.u, message.editedBy, message.pinnedBy].map((ref) => renameRef(ref, user));
  return refs.includes(true) || named.length + reacted.length > 0;
}

function renameRef(ref: UserRef | undefined, { _id, username }: User): boolean {
  if (ref?._id !== _id || ref.username === username) return false;
  ref.username = username;
  return true;
}

/** The person's own, and those under which others see direct messages with the person. */
function renameInSubscriptions(world: World, user: User): void {
  for (const own of world.subscriptions.ofUser(user._id)) {
    if (renameRef(own.u, user)) world.touchSubscription(own);
    if (own.t === 'd') renameDirect(world, own.rid);
  }
}

function renameDirect(world: World, rid: string): void {
  const subscriptions = world.subscriptions.inRoom(rid);
  for (const subscription of subscriptions) {
    const others = subscriptions.filter((other) => other !== subscription || subscriptions.length === 1);
    const people = others.flatMap(({ u }) => world.users.byId(u._id) ?? []);
    subscription.name = listed(people.map(({ username }) => username));
    subscription.fname = listed(people.map(({ name }) => name));
    world.touchSubscription(subscription);
  }
}

function listed(names: readonly string[]): string {
  return [...names].sort().join(', ');
}
