import type { Message, Room, User } from './documents';
import type { World } from './world';

/** A message as REST shows it to one person: other people's stars are nobody's business. */
export function messageFor(world: World, user: User, message: Message): Message {
  const shown = { ...messageForAll(world, message) };
  if (Array.isArray(message.starred)) shown.starred = message.starred.filter((star) => star._id === user._id);
  return shown;
}

/** A message as the real-time streams show it: with everyone's stars. */
export function messageForAll(world: World, message: Message): Message {
  return world.isOn('UI_Use_Real_Name') ? withRealNames(world, message) : message;
}

export function messagesFor(world: World, user: User, messages: readonly Message[]): Message[] {
  return messages.map((message) => messageFor(world, user, message));
}

export function roomFor(world: World, user: User, room: Room): Room {
  if (!room.lastMessage) return { ...room };
  return { ...room, lastMessage: messageFor(world, user, room.lastMessage) };
}

function withRealNames(world: World, message: Message): Message {
  const shown = { ...message, u: { ...message.u, name: nameOf(world, message.u.username) } };
  shown.mentions = message.mentions?.map((mention) =>
    mention.type === 'user' ? { ...mention, name: nameOf(world, mention.username ?? '') } : mention,
  );
  if (message.reactions) {
    const reactions = Object.entries(message.reactions).map(([emoji, { usernames }]) => {
      const names = usernames.map((username) => nameOf(world, username));
      return [emoji, { usernames, names }] as const;
    });
    shown.reactions = Object.fromEntries(reactions);
  }
  return shown;
}

function nameOf(world: World, username: string): string {
  return world.users.byUsername(username)?.name ?? username;
}
