import { ApiError, failureOf } from '../api/errors';
import { deletedMark } from './deletedMark';
import type { Message } from './message';
import { change } from './messageChange';
import type { Session } from './session';
import { describes, rewritten, sourceOf, textOf } from './writtenText';

/** The server would take it, and nobody could read it. */
export class TextTooLong extends Error {
  override readonly name = 'TextTooLong';

  constructor(
    readonly length: number,
    readonly limit: number,
  ) {
    super(`The text has ${length} characters. The server takes ${limit}.`);
  }
}

/**
 * Puts another text in place of what the person wrote (`textOf` of writtenText); what it quotes stays. The same text
 * asks for nothing. Shown at once; taken back on refusal, whose `ApiError` passes. Throws `TextTooLong`.
 */
export async function edit(session: Session, message: Message, text: string): Promise<void> {
  if (text === textOf(message)) return;
  const written = rewritten(message, text);
  // The server itself does not look here.
  const limit = session.knownSettings?.maxMessageLength;
  if (limit !== undefined && written.length > limit) throw new TextTooLong(written.length, limit);
  await change(session, message, {
    patch: (shown) => saying(shown, written),
    undo: () => ({ text: message.text, tree: message.tree, attachments: message.attachments }),
    send: async (chat, msgId, options) => {
      const reply = await chat.update({ roomId: message.room, msgId, text: written }, options);
      session.receive([reply.message]);
    },
  });
}

function saying(message: Message, text: string): Partial<Message> {
  if (sourceOf(message) === text) return {};
  // The server parses it: until then its source is shown.
  if (!describes(message)) return { text, tree: undefined };
  const [file, ...others] = message.attachments;
  return { attachments: [{ ...file, description: text }, ...others] };
}

/** Deletes for everybody; what is left of it shows at once when the server has done it. `ApiError` passes. */
export async function remove(session: Session, message: Message): Promise<void> {
  const { client, messages, signal } = session;
  // Who forgets a message for good would not see the mark that it leaves.
  await session.settings();
  try {
    await client.chat.delete({ roomId: message.room, msgId: message.id }, { signal });
  } catch (error) {
    if (!isGone(error)) throw error;
  }
  if (session.rights.leavesMark(messages.get(message.id) ?? message))
    messages.change(message.id, deletedMark);
  else messages.remove([message.id]);
}

/** Somebody else was first, or an answer was lost: it is as was asked for. */
function isGone(error: unknown): boolean {
  if (!(error instanceof ApiError) || failureOf(error)?.kind !== 'refused') return false;
  return error.call.serverText?.startsWith('No message found') === true;
}
