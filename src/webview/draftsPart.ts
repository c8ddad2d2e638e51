import { placeFrom } from '../model/place';
import type { MakePart, OpenPage, Part } from './part';
import type { FromPage } from './protocol/conversation';
import { draftFrom } from './sendingDraft';

/** What stands in the box, kept from key to key, and there again when its place opens. */
export const draftsPart: MakePart = (page) => new DraftsPart(page);

class DraftsPart implements Part {
  constructor(private readonly page: OpenPage) {}

  begin(): void {
    void this.bringBack();
  }

  heed(message: FromPage): boolean {
    if (message.type !== 'draft') return false;
    const place = placeFrom(message.place);
    if (place) void this.page.session.drafts.write(place, draftFrom(message.draft));
    return true;
  }

  dispose(): void {
    // What was told is being written: that goes on.
  }

  private async bringBack(): Promise<void> {
    const { place, session } = this.page;
    if (!place) return;
    const draft = await session.drafts.read(place);
    if (this.page.signal.aborted || this.page.place !== place) return;
    this.page.tell({ type: 'draft', place, draft: draft ?? { text: '' } });
  }
}
