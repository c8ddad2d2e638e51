import type { EmojiView } from '../../protocol/conversation';
import type { MediaShelf } from './media';
import { picture, type PictureLook } from './picture';

/** The emoji itself; of the server's own its picture, as soon as it has come. */
export function emojiSign(
  { unicode, image }: EmojiView,
  media: MediaShelf,
  look: Pick<PictureLook, 'alt' | 'otherwise'>,
): unknown {
  if (unicode !== undefined) return unicode;
  return image === undefined ? look.otherwise : picture(media, image, { class: 'emoji', ...look });
}
