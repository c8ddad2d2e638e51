import type { Draft, FromPage, Place, QuoteView } from '../../protocol/conversation';
import {
  emptyDraft,
  endEdit,
  isEmpty,
  joined,
  late,
  putBack,
  startEdit,
  withoutBefore,
  withoutQuote,
  withQuote,
} from './draft';
import { type After, DraftTeller, TypingTeller } from './tellers';

export interface Holder {
  readonly place: Place;
  tell(message: FromPage): void;
  /** What the box holds is another thing now, and not by typing. */
  showContent(): void;
}

/** What the box holds. The host is told of each change, so that it is kept. */
export class Content {
  private now: Draft = emptyDraft;
  /** The place was opened, and what was kept of its box has not come yet. */
  private awaitsDraft = true;
  private readonly drafts: DraftTeller;
  private readonly typings: TypingTeller;

  constructor(
    private readonly holder: Holder,
    after: After,
  ) {
    this.drafts = new DraftTeller((place, draft) => holder.tell({ type: 'draft', place, draft }), after);
    this.typings = new TypingTeller((isTyping) => holder.tell({ type: 'typing', isTyping }), after);
  }

  get draft(): Draft {
    return this.now;
  }

  /** Another place is opened. */
  begin(): void {
    this.leave();
    this.now = emptyDraft;
    this.awaitsDraft = true;
  }

  /** The host speaks for another account now: what was written in this one is none of its business. */
  beginElsewhere(): void {
    this.drafts.drop();
    this.begin();
  }

  leave(): void {
    this.flush();
    this.typings.stop();
  }

  /** Tells at once what the host does not know yet. */
  flush(): void {
    this.drafts.flush();
  }

  /** What was kept. Keys that were faster stand behind it; later ones are newer than what was kept. */
  take(draft: Draft): void {
    const { awaitsDraft } = this;
    this.awaitsDraft = false;
    if (awaitsDraft && !isEmpty(this.now)) {
      this.change(late(draft, this.now));
      return;
    }
    if (this.drafts.isBehind) return;
    this.now = draft;
    this.holder.showContent();
  }

  typed(text: string): void {
    this.now = { ...this.now, text };
    this.keep();
    if (text === '') this.typings.stop();
    else this.typings.keyPressed();
  }

  /** Where there is no caret. */
  append(text: string): void {
    this.change(joined(this.now, { text }));
  }

  edit(message: string, text: string): void {
    if (this.now.edits !== message) this.change(startEdit(this.now, message, text));
  }

  endEdit(): void {
    this.change(endEdit(this.now));
  }

  quote(quote: QuoteView): void {
    this.change(withQuote(this.now, quote));
  }

  unquote(id: string): void {
    this.change(withoutQuote(this.now, id));
  }

  refuse(draft: Draft): void {
    this.change(putBack(this.now, draft));
  }

  /** The host has it: an edited message without text is one to be deleted. */
  send(alsoToRoom: boolean | undefined): void {
    const draft = withoutBefore(this.now);
    const { text, edits } = draft;
    this.typings.stop();
    if (edits !== undefined && text.trim() === '')
      this.holder.tell({ type: 'action', action: 'delete', message: edits });
    else
      this.holder.tell({
        type: 'send',
        place: this.holder.place,
        draft,
        ...(edits === undefined && alsoToRoom !== undefined && { alsoToRoom }),
      });
    this.endEdit();
    this.flush();
  }

  /** It goes on in a composer. */
  compose(): void {
    const draft = withoutBefore(this.now);
    this.typings.stop();
    this.holder.tell({ type: 'compose', place: this.holder.place, draft });
    this.endEdit();
    this.flush();
  }

  private change(draft: Draft): void {
    this.now = draft;
    this.keep();
    this.holder.showContent();
  }

  /** Not before what was kept is here: the host would take this for all of it. */
  private keep(): void {
    if (!this.awaitsDraft) this.drafts.changed(this.holder.place, this.now);
  }
}
