import type { CallOptions, Client } from '../api/client';
import type { Message, MessageId } from './message';
import { change } from './messageChange';
import { firstText, present } from './parse';
import type { Room, RoomId } from './room';
import type { Session } from './session';

/** The server would say yes and do nothing: stars are for those who joined the room. */
export class NotJoined extends Error {
  override readonly name = 'NotJoined';

  constructor(readonly room: Pick<Room, 'id' | 'name'>) {
    super(`Join ${room.name} first.`);
  }
}

interface Mark {
  readonly on: Partial<Message>;
  readonly off: Partial<Message>;
  readonly send: (chat: Client['chat'], id: MessageId, options: CallOptions) => Promise<unknown>;
}

/** Pins for everybody in the room. Shown at once; taken back on refusal, whose `ApiError` passes. */
export function pin(session: Session, message: Message): Promise<void> {
  return mark(session, message, {
    on: { isPinned: true, pinnedBy: session.account.username },
    off: { isPinned: false, pinnedBy: undefined },
    send: (chat, id, options) => chat.pinMessage({ messageId: id }, options),
  });
}

/** Takes a pin off, as `pin` sets it. */
export function unpin(session: Session, message: Message): Promise<void> {
  return mark(session, message, {
    on: { isPinned: false, pinnedBy: undefined },
    off: { isPinned: true, pinnedBy: message.pinnedBy },
    send: (chat, id, options) => chat.unPinMessage({ messageId: id }, options),
  });
}

/** Stars for this account alone, as `pin` does it. Throws `NotJoined` in a room that the person is not in. */
export async function star(session: Session, message: Message): Promise<void> {
  await requireJoined(session, message.room);
  await mark(session, message, {
    on: { isStarred: true },
    off: { isStarred: false },
    send: (chat, id, options) => chat.starMessage({ messageId: id }, options),
  });
}

/** Takes a star off, as `star` sets it. */
export async function unstar(session: Session, message: Message): Promise<void> {
  await requireJoined(session, message.room);
  await mark(session, message, {
    on: { isStarred: false },
    off: { isStarred: true },
    send: (chat, id, options) => chat.unStarMessage({ messageId: id }, options),
  });
}

/** Follows a thread, given by its first message: answers in it count as unread from now on. As `pin` does it. */
export function follow(session: Session, message: Message): Promise<void> {
  return mark(session, message, {
    on: { isFollowed: true },
    off: { isFollowed: false },
    send: (chat, id, options) => chat.followMessage({ mid: id }, options),
  });
}

/** Follows a thread no longer, as `follow` began it. */
export function unfollow(session: Session, message: Message): Promise<void> {
  return mark(session, message, {
    on: { isFollowed: false },
    off: { isFollowed: true },
    send: (chat, id, options) => chat.unfollowMessage({ mid: id }, options),
  });
}

/** From that message on the room is unread. `ApiError` passes. */
export async function markUnreadFrom(session: Session, { id, room, sentAt }: Message): Promise<void> {
  const { client, rooms, signal } = session;
  await client.subscriptions.unread({ firstUnreadMessage: { _id: id } }, { signal });
  const known = rooms.get(room);
  if (known)
    rooms.merge([{ ...known, hasUnread: true, lastSeen: Math.min(known.lastSeen ?? sentAt, sentAt - 1) }]);
}

function mark(session: Session, message: Message, { on, off, send }: Mark): Promise<void> {
  return change(session, message, { patch: () => on, undo: () => off, send });
}

async function requireJoined({ client, rooms, signal }: Session, id: RoomId): Promise<void> {
  if (rooms.get(id)?.isJoined) return;
  // The rooms here may be older than the joining.
  const { subscription } = await client.subscriptions.getOne({ roomId: id }, { signal });
  if (subscription) return;
  const { room } = await client.rooms.info({ roomId: id }, { signal });
  const { fname, name } = present(room, 'a room');
  throw new NotJoined({ id, name: firstText([fname, name], id) });
}
