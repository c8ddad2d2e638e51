import type { MessageId } from './message';
import type { Shelf } from './shelf';

const shelfKey = 'shared';
/** Who answers to older ones is told as anybody else. */
const mostKept = 200;

/** The last messages that were shared from this machine, so that an answer to them is told as such. */
export class Shared {
  constructor(private readonly shelf: Shelf) {}

  has(id: MessageId): boolean {
    return this.ids().includes(id);
  }

  async add(id: MessageId): Promise<void> {
    await this.shelf.update(shelfKey, [...this.ids(), id].slice(-mostKept));
  }

  /** Read anew each time: other windows share, too. */
  private ids(): readonly unknown[] {
    const kept = this.shelf.get(shelfKey);
    return Array.isArray(kept) ? kept : [];
  }
}
