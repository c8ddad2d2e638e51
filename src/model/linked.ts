import type { Client } from '../api/client';
import { ApiError, failureOf } from '../api/errors';
import type { LinkTarget, RoomRef } from './links';
import { messageId, type Message } from './message';
import { present, text } from './parse';
import type { Place } from './place';
import { roomId, type Room, type RoomId } from './room';
import type { Session } from './session';

/** What a link leads to, found. */
export interface Linked {
  readonly place: Place;
  readonly message?: Message;
}

/**
 * Finds what a link leads to, with no more requests than needed: none where room and message are known. Throws
 * `ApiError`; a message that is gone, or lies in another room than the link says, is `notFound`.
 */
export async function findLinked(session: Session, target: LinkTarget): Promise<Linked> {
  const wanted = target.message ?? target.thread;
  const [room, message] = await Promise.all([
    findRoom(session, target.room),
    wanted === undefined ? undefined : findMessage(session, wanted),
  ]);
  if (message && message.room !== room) throw gone(wanted);
  return { place: placeOf(room, target, message), ...(message && { message }) };
}

/** Who looks for a room. */
export interface Seeker {
  readonly rooms: { all(): readonly Room[] };
  readonly client: Client;
  readonly signal: AbortSignal;
}

/** Whether the room of a link is one of theirs, or the server lets them see it. Not where it does not answer. */
export async function isInReach(seeker: Seeker, { room }: LinkTarget): Promise<boolean> {
  try {
    await findRoom(seeker, room);
    return true;
  } catch (error) {
    if (!failureOf(error)) throw error;
    return false;
  }
}

/** A reply that its room shows too is shown there, unless the link says the thread. */
function placeOf(room: RoomId, { thread }: LinkTarget, message: Message | undefined): Place {
  if (thread !== undefined) return { room, thread: messageId(thread) };
  if (message?.thread === undefined || message.isShownInRoom) return { room };
  return { room, thread: message.thread };
}

async function findRoom({ rooms, client, signal }: Seeker, ref: RoomRef): Promise<RoomId> {
  const known = rooms.all().find((room) => isMeant(room, ref));
  if (known) return known.id;
  const { room } = await client.rooms.info(queryOf(ref), { signal });
  return roomId(text(present(room, 'a room')._id, 'a room'));
}

function isMeant(room: Room, ref: RoomRef): boolean {
  if ('id' in ref) return room.id === ref.id;
  const names: readonly (string | undefined)[] = [room.id, room.slug, room.username];
  return room.type === ref.type && names.includes(ref.name);
}

/** Addresses name direct messages by their ids. */
function queryOf(ref: RoomRef): { readonly roomId: string } | { readonly roomName: string } {
  if ('id' in ref) return { roomId: ref.id };
  return ref.type === 'd' || ref.type === 'l' ? { roomId: ref.name } : { roomName: ref.name };
}

async function findMessage(session: Session, id: string): Promise<Message> {
  const known = session.messages.get(messageId(id));
  if (known) return known;
  const { message } = await session.client.chat.getMessage({ msgId: id }, { signal: session.signal });
  const [found] = session.receive([message]);
  if (!found) throw gone(id);
  return found;
}

function gone(id: string | undefined): ApiError {
  return new ApiError(
    `There is no message ${id ?? ''} there.`,
    { kind: 'notFound' },
    { route: 'GET chat.getMessage' },
  );
}
