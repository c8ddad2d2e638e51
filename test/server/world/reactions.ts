import { meteorError, plainError } from '../failures';
import { isBefore } from '../version';
import { canAccess } from './access';
import type { Message, Room, User } from './documents';
import { isEmoji } from './emojiNames';
import { noteMark } from './marks';
import type { World } from './world';

const method = 'setReaction';

interface Reacting {
  readonly message: Message;
  readonly user: User;
  /** With or without colons. */
  readonly emoji: string;
  /** Absent: the opposite of what is. */
  readonly shouldReact?: boolean;
}

/** `chat.react` with its checks in the server's order. What is so already needs no access. */
export function react(world: World, { message, user, emoji, shouldReact }: Reacting): void {
  const name = emoji.replaceAll(':', '');
  if (!isEmoji(world, name)) throw meteorError('error-not-allowed', 'Invalid emoji provided.', { method });
  const key = `:${name}:`;
  const hasReacted = hasReactedWith(world, message, { key, user });
  if (hasReacted === (shouldReact ?? !hasReacted)) return;
  const room = world.rooms.byId(message.rid);
  if (!room) throw meteorError('error-not-allowed', 'Not allowed', { method });
  if (!canAccess(world, user, room)) throw meteorError('not-authorized', 'Not Authorized', { method });
  refuseSilenced(world, room, user);
  if (hasReacted) removeReaction(message, key, user);
  else addReaction(message, key, user);
  noteMark(world, message);
}

interface Reaction {
  readonly key: string;
  readonly user: User;
}

/** Undefined, which is neither, where older servers trip over a message without any reaction. */
function hasReactedWith(world: World, { reactions }: Message, { key, user }: Reaction): boolean | undefined {
  if (!reactions && isBefore(world.version, '8.0')) return undefined;
  return reactions?.[key]?.usernames.includes(user.username) ?? false;
}

function refuseSilenced(world: World, room: Room, user: User): void {
  if (room.muted?.includes(user.username)) {
    const reason = 'You have been muted and cannot speak in this room';
    throw meteorError('error-not-allowed', reason, { rid: room._id });
  }
  if (!room.ro || room.reactWhenReadOnly || room.unmuted?.includes(user.username)) return;
  if (world.hasPermission(user, 'post-readonly', room)) return;
  throw plainError("You can't send messages because the room is readonly.");
}

function addReaction(message: Message, key: string, { username }: User): void {
  const usernames = message.reactions?.[key]?.usernames ?? [];
  message.reactions = { ...message.reactions, [key]: { usernames: [...usernames, username] } };
}

/** With the last one the key goes. */
function removeReaction(message: Message, key: string, { username }: User): void {
  const { [key]: reaction, ...others } = message.reactions ?? {};
  const usernames = (reaction?.usernames ?? []).filter((name) => name !== username);
  if (usernames.length > 0) message.reactions = { ...others, [key]: { usernames } };
  else if (Object.keys(others).length > 0) message.reactions = others;
  else delete message.reactions;
}
