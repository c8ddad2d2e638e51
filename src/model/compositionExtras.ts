import { withContent } from './compositionPayload';
import type { Payload } from './payload';
import type { Extras } from './sendingExtras';

/**
 * What goes with the text. A person's message has no `parseUrls`: an empty list of previews says the same. Left to the
 * server, a message with attachments shows none. Where a picture stands for the sender, `chat.postMessage` drops the emoji.
 */
export function extrasOf(payload: Payload): Extras {
  const { text = '', attachments, alias, avatar, customFields, parseUrls } = payload;
  const emoji = avatar === undefined ? payload.emoji : undefined;
  const wantsPreviews = parseUrls ?? attachments === undefined;
  return {
    ...withContent({ attachments, alias, avatar, emoji, customFields }),
    // Old servers do not know the key: it is spared where nothing could be shown.
    ...(!wantsPreviews && text.includes('://') && { previewUrls: [] }),
  };
}
