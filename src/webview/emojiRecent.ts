import { texts } from '../model/parse';
import type { Shelf } from '../model/shelf';

const shelfKey = 'recentEmoji';
const mostKept = 24;

/** The emoji that were used last, by short name, the latest first. */
export class RecentEmoji {
  constructor(private readonly shelf: Shelf) {}

  /** Read anew each time: other windows use some, too. */
  all(): readonly string[] {
    return texts(this.shelf.get(shelfKey));
  }

  /** With or without colons. */
  async use(name: string): Promise<void> {
    const bare = name.replace(/^:|:$/g, '');
    if (bare === '' || this.all()[0] === bare) return;
    const others = this.all().filter((other) => other !== bare);
    await this.shelf.update(shelfKey, [bare, ...others].slice(0, mostKept));
  }
}
