import { failureOf } from '../api/errors';
import type { Message } from './message';
import { foreignRoomFromWire, type Room, type RoomId } from './room';
import type { Session } from './session';

export type Linking = Pick<Session, 'account' | 'client' | 'linkTo' | 'rooms' | 'settings' | 'signal'>;

/** Its address in the web client, also in a room that the person has not joined. Throws `ApiError`. */
export async function linkToMessage(
  session: Linking,
  message: Pick<Message, 'id' | 'room' | 'thread'>,
): Promise<string> {
  const room = session.rooms.get(message.room) ?? (await foreignRoom(session, message.room));
  await knowAddress(session);
  return session.linkTo(room, message);
}

async function foreignRoom({ client, account, signal }: Linking, roomId: RoomId): Promise<Room> {
  const { room } = await client.rooms.info({ roomId }, { signal });
  return foreignRoomFromWire(room, account);
}

/** What the server calls itself, as only such links become quotes; where it does not tell, it is where we reach it. */
async function knowAddress(session: Linking): Promise<void> {
  try {
    await session.settings();
  } catch (error) {
    if (!failureOf(error)) throw error;
  }
}
