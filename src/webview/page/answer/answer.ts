import { LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { AnswerWords } from '../../protocol/answerWords';
import type {
  BoxView,
  CompletionView,
  Draft,
  FromPage,
  Place,
  QuoteView,
  UploadView,
} from '../../protocol/conversation';
import type { MessageView } from '../../protocol/message';
import type { PageContext } from '../shared/context';
import { Attachments } from './attachments';
import { bar } from './bar';
import { quoteChips, uploadChips } from './chips';
import { Content } from './content';
import { Drops } from './drops';
import { form, type FormActs, type OpenBox } from './form';
import { Hands } from './hands';
import { lengthText } from './length';
import { closedBox, dropOverlay } from './lines';
import { Suggestions } from './suggestions';
import { after } from './tellers';

/** Where one writes. Fires `leave` when Escape has nothing to close, and `pick-emoji`, answered by `insert`. */
export class AnswerBox extends LitElement {
  static override readonly properties = {
    context: { attribute: false },
    place: { attribute: false, hasChanged: isElsewhere },
    box: { attribute: false },
    uploads: { attribute: false },
    typing: { attribute: false },
    lastOwn: { attribute: false },
  };

  declare context: PageContext;
  declare place: Place;
  declare box: BoxView;
  declare uploads: readonly UploadView[];
  /** Who else is typing, in words. */
  declare typing: string;
  /** The last message of mine that is shown. */
  declare lastOwn: () => MessageView | undefined;

  readonly content = new Content(this, after);
  readonly attachments = new Attachments(this);
  readonly suggestions = new Suggestions(this, {
    after,
    emoji: () => this.context.emoji,
    ask: (request, kind, query) => this.tell({ type: 'complete', request, kind, query }),
  });
  private readonly hands = new Hands(this);
  private readonly drops = new Drops(this, {
    isWanted: () => this.box.state === 'open',
    takeFiles: (files) => void this.attachments.add(files),
    takeText: (text) => this.insert(text),
  });
  private readonly acts: FormActs = {
    typed: (area, event) => this.hands.typed(area, event),
    key: (area, event) => this.hands.keyPressed(area, event),
    paste: (area, event) => this.hands.pasted(area, event),
    moved: (area) => this.suggestions.lookAgain(area.value, area.selectionEnd),
    left: () => this.left(),
    take: (item) => this.hands.choose(item),
    cancelEdit: () => this.cancelEdit(),
    checkRoom: (isChecked) => (this.alsoToRoom = isChecked),
  };
  private problem = '';
  /** As the person set it; until then as the box says. */
  private alsoToRoom: boolean | undefined;

  constructor() {
    super();
    this.box = { state: 'none' };
    this.uploads = [];
    this.typing = '';
    this.lastOwn = () => undefined;
  }

  /** Absent where nothing may be attached. */
  get files(): { readonly maxSize?: number } | undefined {
    return this.box.state === 'open' ? this.box.files : undefined;
  }

  /** Absent where nobody may write. */
  get area(): HTMLTextAreaElement | null {
    return this.querySelector('textarea');
  }

  /** What was kept of the box of a place that was opened. */
  take(draft: Draft): void {
    this.content.take(draft);
  }

  /** Where the caret is; several lines as a block of their own. */
  insert(text: string): void {
    this.hands.insert(text);
  }

  edit(message: string, text: string): void {
    this.content.edit(message, text);
    this.focusBox();
  }

  quote(quote: QuoteView): void {
    this.content.quote(quote);
    this.focusBox();
  }

  /** What was sent was not accepted: it stands before what was typed since. */
  refuse(draft: Draft, reason: string): void {
    this.content.refuse(draft);
    this.complain(reason);
  }

  complete(request: number, items: readonly CompletionView[]): void {
    this.suggestions.take(request, items);
  }

  focusBox(): void {
    this.area?.focus();
  }

  /** One sentence under the text, until something is typed. */
  complain(problem: string): void {
    this.problem = problem;
    this.requestUpdate();
  }

  tell(message: FromPage): void {
    this.context.tell(message);
  }

  /** At once: the next key belongs to what is shown now. */
  showContent(): void {
    this.suggestions.close();
    this.requestUpdate();
    if (this.hasUpdated) this.performUpdate();
  }

  send(): void {
    if (this.box.state !== 'open') return;
    const { alsoToRoom } = this.box;
    if (this.whyNot(this.box) !== undefined) {
      this.refuseToSend(this.box);
      return;
    }
    this.problem = '';
    this.content.send(alsoToRoom && (this.alsoToRoom ?? alsoToRoom.isChecked));
    this.alsoToRoom = undefined;
  }

  editLast(): void {
    const last = this.lastOwn();
    if (last?.offers.includes('edit')) this.edit(last.id, last.text);
  }

  leave(): void {
    this.dispatchEvent(new CustomEvent('leave'));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.flush);
    window.addEventListener('pagehide', this.flush);
  }

  override disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.flush);
    window.removeEventListener('pagehide', this.flush);
    this.content.leave();
    super.disconnectedCallback();
  }

  /** The page's styles are the box's. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.get('place')) return;
    this.suggestions.close();
    this.content.begin();
    this.problem = '';
    this.alsoToRoom = undefined;
  }

  protected override render(): unknown {
    const { box } = this;
    switch (box.state) {
      case 'none':
        return nothing;
      case 'closed':
        return closedBox(box.notice, (action) => this.tell({ type: 'face', action }));
      case 'open':
        return [this.form(box), dropOverlay(this.drops.dragged, box.files !== undefined, this.words)];
    }
  }

  private form(box: OpenBox): TemplateResult {
    const { words, problem, alsoToRoom, suggestions, acts, context } = this;
    const { draft } = this.content;
    const { length } = draft.text;
    return form({
      ...{ words, box, draft, problem, alsoToRoom, suggestions, acts },
      length: lengthText(length, box.maxLength, words),
      isTooLong: length > box.maxLength,
      parts: {
        quotes: quoteChips(draft.quotes ?? [], context, (id) => this.unquote(id)),
        uploads: this.uploadChips(),
        bar: this.bar(box),
      },
    });
  }

  private uploadChips(): unknown {
    return uploadChips(this.uploads, this.context, {
      pictureOf: (upload) => this.attachments.pictureOf(upload),
      remove: (upload) => this.detach(upload),
      retry: () => this.send(),
    });
  }

  private bar(box: OpenBox): TemplateResult {
    return bar({
      words: this.words,
      typing: this.typing,
      canAttach: box.files !== undefined,
      whyNot: this.whyNot(box),
      pickFiles: () => this.tell({ type: 'pickFiles' }),
      insertSelection: () => this.tell({ type: 'insertSelection' }),
      pickEmoji: () => this.dispatchEvent(new CustomEvent('pick-emoji', { bubbles: true })),
      send: () => this.send(),
    });
  }

  private get words(): AnswerWords {
    return this.context.words.answer;
  }

  private readonly flush = (): void => this.content.flush();

  private unquote(id: string): void {
    this.content.unquote(id);
    this.focusBox();
  }

  private detach(upload: string): void {
    this.tell({ type: 'detach', upload });
    this.focusBox();
  }

  private left(): void {
    this.flush();
    this.suggestions.close();
  }

  private cancelEdit(): void {
    this.content.endEdit();
    this.focusBox();
  }

  /** Why it cannot be sent now, in a sentence. */
  private whyNot({ maxLength }: OpenBox): string | undefined {
    const { text, edits, quotes } = this.content.draft;
    if (text.length > maxLength) return this.words.sendTooLong;
    const holds = edits !== undefined || text.trim() !== '' || (quotes ?? []).length > 0;
    return holds || this.uploads.some(({ state }) => state !== 'sending')
      ? undefined
      : this.words.nothingToSend;
  }

  /** An empty box needs no words. */
  private refuseToSend({ maxLength }: OpenBox): void {
    if (this.content.draft.text.length > maxLength) this.complain(this.words.sendTooLong);
  }
}

/** Hosts tell the same place again and again. */
function isElsewhere(place: Place | undefined, former: Place | undefined): boolean {
  return place?.room !== former?.room || place?.thread !== former?.thread;
}

customElements.define('rc-answer', AnswerBox);

declare global {
  interface HTMLElementTagNameMap {
    'rc-answer': AnswerBox;
  }
}
