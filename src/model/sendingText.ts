import { ApiError } from '../api/errors';
import type { Place } from './place';
import type { Written } from './sendingFile';
import type { Session } from './session';

type Linking = Pick<Session, 'messages' | 'rooms' | 'settings' | 'linkTo'>;

/** The text as it goes to the server, which makes a quote of each link to a message that leads the text. */
export async function withQuotes(
  session: Linking,
  { room: id, thread }: Place,
  { text, quotes }: Pick<Written, 'text' | 'quotes'>,
): Promise<string> {
  const room = session.rooms.get(id);
  if (quotes.length === 0 || !room) return text;
  await siteKnown(session);
  const links = quotes.map((quote) => {
    const message = session.messages.get(quote.id) ?? { id: quote.id, thread };
    return `[ ](${session.linkTo(room, message)})`;
  });
  return text === '' ? links.join(' ') : `${links.join(' ')}\n${text}`;
}

/** Only links that begin as the server calls itself become quotes. */
async function siteKnown(session: Linking): Promise<void> {
  try {
    await session.settings();
  } catch (error) {
    // The address of the account is mostly the same.
    if (!(error instanceof ApiError)) throw error;
  }
}
