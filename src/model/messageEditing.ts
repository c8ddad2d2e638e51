import { ApiError, failureOf } from '../api/errors';
import type { Composition } from './composition';
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

/** What a message that was sent can still be changed to. */
export interface Rewriting {
  readonly text: string;
  /** Only these links get a preview; an empty list means none. */
  readonly previewUrls?: readonly string[];
}

/**
 * What a form asks of a message that was sent; undefined where that is nothing. A change of the text leaves the links
 * without a preview as they are, where nothing else is said.
 */
export function rewritingFrom(
  message: Message,
  { text, parseUrls }: Pick<Composition, 'text' | 'parseUrls'>,
): Rewriting | undefined {
  const isSame = text === textOf(message);
  if (parseUrls === shownPreviews(message)) {
    if (isSame) return undefined;
    return parseUrls === undefined ? { text } : { text, previewUrls: [] };
  }
  const previewUrls = parseUrls === false ? [] : linksIn(rewritten(message, text));
  return { text, previewUrls };
}

/** What is known of the choice that was made: false where links were to have no preview. */
export function shownPreviews({ hidesPreviews }: Message): false | undefined {
  return hidesPreviews ? false : undefined;
}

/** As the server may find them, which takes some signs behind a link for a part of it: it heeds those that it knows. */
function linksIn(text: string): readonly string[] {
  const found = [...text.matchAll(/[a-z]{3,9}:\/\/[^\s<>|"]+/gi)].map(([link]) => link);
  return [...new Set(found.flatMap((link) => [link, link.replace(/[^\w/]+$/, '')]))];
}

/**
 * Puts another text in place of what the person wrote (`textOf` of writtenText); what it quotes stays. The same text
 * asks for nothing. Shown at once; taken back on refusal, whose `ApiError` passes. Throws `TextTooLong`.
 */
export async function edit(session: Session, message: Message, wanted: string | Rewriting): Promise<void> {
  const { text, previewUrls }: Rewriting = typeof wanted === 'string' ? { text: wanted } : wanted;
  if (text === textOf(message) && !previewUrls) return;
  const written = rewritten(message, text);
  // The server itself does not look here.
  const limit = session.knownSettings?.maxMessageLength;
  if (limit !== undefined && written.length > limit) throw new TextTooLong(written.length, limit);
  await change(session, message, {
    patch: (shown) => saying(shown, written),
    undo: () => ({ text: message.text, tree: message.tree, attachments: message.attachments }),
    send: async (chat, msgId, options) => {
      const update = { roomId: message.room, msgId, text: written, ...(previewUrls && { previewUrls }) };
      const reply = await chat.update(update, options);
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
