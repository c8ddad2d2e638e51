import type { Client } from '../api/client';
import type { WireEmoji } from '../api/wireServer';
import { isRecord, optionalText, parsed, text, texts } from '../model/parse';
import type { EmojiView } from './protocol/conversation';

/** The server's own emoji. */
export async function customEmoji(client: Client, signal: AbortSignal): Promise<readonly EmojiView[]> {
  const { emojis } = await client.emojiCustom.list({}, { signal, priority: 'background' });
  return parsed(isRecord(emojis) ? emojis.update : [], emojiFromWire);
}

function emojiFromWire({ name, aliases, extension, etag }: WireEmoji): EmojiView {
  const first = text(name, 'an emoji');
  const file = `${encodeURIComponent(first)}.${encodeURIComponent(text(extension, 'an emoji'))}`;
  const version = optionalText(etag);
  return {
    names: [first, ...texts(aliases)],
    image: `/emoji-custom/${file}${version === undefined ? '' : `?etag=${encodeURIComponent(version)}`}`,
    category: 'custom',
  };
}
