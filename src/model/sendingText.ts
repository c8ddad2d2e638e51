import { ApiError } from '../api/errors';
import { linkToMessage, type Linking } from './messageLink';
import type { Entry } from './outbox';
import type { Place } from './place';
import type { KeptEntry, Written } from './sendingFile';
import type { Session } from './session';

type Quoting = Linking & Pick<Session, 'messages'>;

/** As the outbox sends it; or why that cannot be told now. */
export async function entryOf(session: Quoting, kept: KeptEntry): Promise<Entry | ApiError> {
  const { id, place, alsoToRoom, extras } = kept;
  try {
    const text = await withQuotes(session, place, kept);
    return { id, ...place, text, isShownInRoom: alsoToRoom, ...(extras && { extras }) };
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
}

/**
 * The text as it goes to the server, which makes a quote of each link to a message that leads the text. Throws `ApiError`
 * where a room is not known and cannot be asked for.
 */
export async function withQuotes(
  session: Quoting,
  { room, thread }: Place,
  { text, quotes }: Pick<Written, 'text' | 'quotes'>,
): Promise<string> {
  if (quotes.length === 0) return text;
  const links = await Promise.all(
    quotes.map(({ id }) => linkToMessage(session, session.messages.get(id) ?? { id, room, thread })),
  );
  const shown = links.map((link) => `[ ](${link})`).join(' ');
  return text === '' ? shown : `${shown}\n${text}`;
}
