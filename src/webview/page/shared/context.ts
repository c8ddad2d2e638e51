import type { FromPage, Setup } from '../../protocol/conversation';
import type { Words } from '../../protocol/words';
import type { EmojiIndex } from './emoji';
import type { MediaShelf } from './media';

/** What every part of a page needs of the page. */
export interface PageContext {
  readonly words: Words;
  readonly setup: Setup;
  readonly emoji: EmojiIndex;
  readonly media: MediaShelf;
  /** Tells the host what the person did. */
  readonly tell: (message: FromPage) => void;
}
