import type { CallOptions, Client } from '../api/client';
import { ApiError } from '../api/errors';
import type { Room, RoomId } from './room';
import type { Session } from './session';

/** An owner has to be there: somebody else must become one first. */
export class LastOwner extends Error {
  override readonly name = 'LastOwner';

  constructor(readonly room: Room) {
    super(`You are the last owner of ${room.name}. Make somebody else an owner first.`);
  }
}

interface Flag {
  readonly patch: Partial<Room>;
  readonly send: (client: Client, room: RoomId, options: CallOptions) => Promise<unknown>;
}

/** Shown at once; taken back on refusal, whose `ApiError` passes. */
export function setFavorite(session: Session, room: Room, favorite: boolean): Promise<void> {
  return change(session, room, {
    patch: { isFavorite: favorite },
    send: (client, roomId, options) => client.rooms.favorite({ roomId, favorite }, options),
  });
}

/** No notifications of any kind from there, or again those that the person wants. As `setFavorite` does it. */
export function setMuted(session: Session, room: Room, isMuted: boolean): Promise<void> {
  const notifications = { disableNotifications: isMuted ? '1' : '0' } as const;
  return change(session, room, {
    patch: { isMuted },
    send: (client, roomId, options) => client.rooms.saveNotification({ roomId, notifications }, options),
  });
}

/** From its last message on, whoever wrote it. As `setFavorite` does it. */
export function markUnread(session: Session, room: Room): Promise<void> {
  return change(session, room, {
    patch: { hasUnread: true },
    send: (client, roomId, options) => client.subscriptions.unread({ roomId }, options),
  });
}

/** For good, and at once out of all lists. Throws `LastOwner`, and `ApiError`. */
export async function leave(session: Session, room: Room): Promise<void> {
  const { client, rooms, sync, signal } = session;
  try {
    await client.rooms.leave({ roomId: room.id }, { signal });
  } catch (error) {
    if (error instanceof ApiError && error.call.errorType === 'error-you-are-last-owner')
      throw new LastOwner(room);
    throw error;
  }
  rooms.merge([], [room.id]);
  // What is known of the server still has it, and another change would bring it back.
  await sync.refresh('person');
}

async function change(session: Session, { id }: Room, { patch, send }: Flag): Promise<void> {
  const before = show(session, id, patch);
  try {
    await send(session.client, id, { signal: session.signal });
  } catch (error) {
    takeBack(session, before, patch);
    throw error;
  }
  // A copy from before the server had it may have come meanwhile.
  show(session, id, patch);
}

/** Answers the room as it was. */
function show({ rooms }: Session, id: RoomId, patch: Partial<Room>): Room | undefined {
  const room = rooms.get(id);
  if (room) rooms.merge([{ ...room, ...patch }]);
  return room;
}

/** Only what nobody has told anew meanwhile. */
function takeBack({ rooms }: Session, before: Room | undefined, patch: Partial<Room>): void {
  if (!before) return;
  const now = rooms.get(before.id);
  if (now?.updatedAt !== before.updatedAt) return;
  // `Object.keys` knows its result as strings only.
  const keys = Object.keys(patch) as (keyof Room)[];
  rooms.merge([{ ...now, ...Object.fromEntries(keys.map((key) => [key, before[key]])) }]);
}
