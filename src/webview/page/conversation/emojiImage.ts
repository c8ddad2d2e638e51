import type { EmojiView } from '../../protocol/conversation';
import type { MediaShelf } from '../shared/media';
import { picture } from '../shared/picture';

/** The emoji itself; of the server's own its picture, as soon as it has come. The name is said by what holds it. */
export function emojiImage({ unicode, image, names }: EmojiView, media: MediaShelf): unknown {
  const [name = ''] = names;
  if (unicode !== undefined || image === undefined) return unicode ?? name;
  return picture(media, image, { class: 'emoji', alt: '', otherwise: '…' });
}
