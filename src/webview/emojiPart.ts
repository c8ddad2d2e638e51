import { Lifetime } from '../base/lifetime';
import type { EmojiList } from './emojiList';
import type { MakePart, OpenPage, Part } from './part';
import type { FromPage } from './protocol/conversation';

/** Tells pages the emoji, and notes which were used. */
export function emojiPart(list: EmojiList): MakePart {
  return (page) => new EmojiPart(page, list);
}

class EmojiPart implements Part {
  private readonly lifetime = new Lifetime();
  private isMoving = false;
  private hasTold = false;

  constructor(
    private readonly page: OpenPage,
    private readonly list: EmojiList,
  ) {
    void list.load();
    this.lifetime.own(list.onDidChange(() => this.tell()));
    this.lifetime.own(list.onDidUse(() => this.tellRecent()));
    this.lifetime.own(page.onDidChangePlace(() => this.move()));
  }

  /** A page that goes to another place has them still. */
  begin(): void {
    if (this.isMoving && this.hasTold) return;
    this.tellRecent();
    this.tell();
  }

  /** A reaction is another part's to carry out. */
  heed(message: FromPage): boolean {
    if (message.type === 'react') void this.list.use(message.emoji);
    return false;
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private tell(): void {
    const emoji = this.list.all(this.page.session);
    if (emoji.length === 0) return;
    this.hasTold = true;
    this.page.tell({ type: 'emoji', emoji });
  }

  /** Apart from the list, which is long. */
  private tellRecent(): void {
    this.page.tell({ type: 'recentEmoji', recent: this.list.recent() });
  }

  /** Whoever moves is told to begin right after. */
  private move(): void {
    this.isMoving = true;
    queueMicrotask(() => (this.isMoving = false));
  }
}
