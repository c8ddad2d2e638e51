import { meteorError } from '../failures';
import { canAccess } from './access';
import type { Message, Room, User } from './documents';
import { postSystemMessage } from './posting';
import { avatarPath } from './quotes';
import type { World } from './world';

/**
 * Pins after all checks. Answers what the server answers: the note in the room, or the message if it was
 * pinned.
 */
export function pinChecked(world: World, message: Message, user: User): Message {
  checkPinning(world, { message, user, method: 'pinMessage' });
  return message.pinned ? message : pin(world, message, user);
}

export function unpinChecked(world: World, message: Message, user: User): void {
  if (world.isOn('Message_AllowPinning') && !world.subscriptions.of(user._id, message.rid)) {
    throw meteorError('error-invalid-message', 'Message you are unpinning was not found', {
      method: 'unpinMessage',
      action: 'Message_pinning',
    });
  }
  checkPinning(world, { message, user, method: 'unpinMessage' });
  world.messages.unpin(message);
  message.pinnedBy = pinner(user);
  noteMark(world, message);
}

/** The note says who wrote what was pinned, but not which message it was. */
export function pin(world: World, message: Message, user: User): Message {
  world.messages.pin(message);
  message.pinnedAt = world.timestamp();
  message.pinnedBy = pinner(user);
  // Only the note is told live.
  world.changeQuietly(message);
  return postSystemMessage(world, {
    type: message.t === 'e2e' ? 'message_pinned_e2e' : 'message_pinned',
    room: roomOf(world, message),
    author: user,
    text: '',
    attachments: [
      {
        text: message.msg,
        author_name: message.u.username,
        author_icon: avatarPath(world, message.u.username),
        ...(message.content && { content: message.content }),
        ts: message.ts,
        attachments: message.attachments ?? [],
      },
    ],
  });
}

/** Silently does nothing for who is not in the room. */
export function star(world: World, message: Message, user: User): void {
  if (!mayStar(world, message, user)) return;
  message.starred = [...starsOfOthers(message, user), { _id: user._id }];
  noteMark(world, message);
}

/** Nor does it do anything where there is no star of the person's own. */
export function unstar(world: World, message: Message, user: User): void {
  if (!mayStar(world, message, user)) return;
  const others = starsOfOthers(message, user);
  if (others.length === (message.starred ?? []).length) return;
  message.starred = others;
  noteMark(world, message);
}

/** A change of a message that its room shows as the last one is a change of the room. */
export function noteMark(world: World, message: Message): void {
  world.touchMessage(message);
  const room = roomOf(world, message);
  if (room.lastMessage === message) world.touchRoom(room);
}

function mayStar(world: World, message: Message, user: User): boolean {
  if (!world.isOn('Message_AllowStarring')) {
    throw meteorError('error-action-not-allowed', 'Message starring not allowed', {
      method: 'starMessage',
      action: 'Message_starring',
    });
  }
  if (!world.subscriptions.of(user._id, message.rid)) return false;
  if (!canAccess(world, user, roomOf(world, message))) throw notAuthorized('starMessage');
  return true;
}

function starsOfOthers({ starred = [] }: Message, user: User): { _id: string }[] {
  return starred.filter((star) => star._id !== user._id);
}

interface Pinning {
  readonly message: Message;
  readonly user: User;
  readonly method: 'pinMessage' | 'unpinMessage';
}

function checkPinning(world: World, { message, user, method }: Pinning): void {
  if (!world.isOn('Message_AllowPinning')) {
    throw meteorError('error-action-not-allowed', 'Message pinning not allowed', {
      method,
      action: 'Message_pinning',
    });
  }
  const room = roomOf(world, message);
  if (!world.hasPermission(user, 'pin-message', room)) throw notAuthorized(method);
  if (!canAccess(world, user, room)) throw notAuthorized(method);
}

export function roomOf(world: World, message: Message): Room {
  const room = world.rooms.byId(message.rid);
  if (!room) throw new Error(`The message ${message._id} lies in no room`);
  return room;
}

function pinner({ _id, username }: User) {
  return { _id, username };
}

function notAuthorized(method: string) {
  return meteorError('not-authorized', 'Not Authorized', { method });
}
