import type { CallOptions, Client } from '../api/client';
import { failureOf } from '../api/errors';
import type { Message, MessageId } from './message';
import { sameValue } from './sameValue';
import type { Session } from './session';

/** What a person changes on a message, shown before the server has it. */
export interface Change {
  /** What it makes of the message, whatever that says by now. */
  patch(message: Message): Partial<Message>;
  /** What taking it back makes of it. */
  undo(message: Message): Partial<Message>;
  send(chat: Client['chat'], id: MessageId, options: CallOptions): Promise<unknown>;
}

/** Shown at once; taken back on refusal, whose `ApiError` passes. */
export async function change(session: Session, { id }: Pick<Message, 'id'>, made: Change): Promise<void> {
  const { client, messages, signal } = session;
  const before = messages.get(id);
  if (before) messages.change(id, made.patch(before));
  try {
    await made.send(client.chat, id, { signal });
  } catch (error) {
    const now = messages.get(id);
    // A copy that has come meanwhile says how it is.
    if (now && now.updatedAt === before?.updatedAt) messages.change(id, made.undo(now));
    throw error;
  }
  if (before) await settle(session, before, made);
}

/** Of a copy that has come meanwhile and says otherwise nobody but the server knows which of the two was first. */
async function settle(session: Session, before: Message, made: Change): Promise<void> {
  const now = session.messages.get(before.id);
  if (!now || now.updatedAt === before.updatedAt || says(now, made.patch(now))) return;
  try {
    const { message } = await session.client.chat.getMessage(
      { msgId: before.id },
      { signal: session.signal },
    );
    session.receive([message]);
  } catch (error) {
    // What was asked for is done: how it looks comes with the next news.
    if (!failureOf(error)) throw error;
  }
}

function says(message: Message, patch: Partial<Message>): boolean {
  return sameValue({ ...message, ...patch }, message);
}
