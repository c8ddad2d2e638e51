import type { Message } from './message';
import type { Session } from './session';

/** Tells those who look after the server. `ApiError` passes. */
export async function report({ client, signal }: Session, message: Message, reason: string): Promise<void> {
  await client.chat.reportMessage({ messageId: message.id, description: reason }, { signal });
}

/** Hides what the author says in that room from me, or shows it again. `ApiError` passes. */
export async function ignoreAuthor(session: Session, message: Message, ignore: boolean): Promise<void> {
  const { client, rooms, signal } = session;
  const { author, room } = message;
  await client.chat.ignoreUser({ rid: room, userId: author.id, ignore }, { signal });
  const known = rooms.get(room);
  if (!known) return;
  const others = known.ignored.filter((id) => id !== author.id);
  rooms.merge([{ ...known, ignored: ignore ? [...others, author.id] : others }]);
}
