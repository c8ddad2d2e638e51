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
import { Content } from './content';
import { Drops } from './drops';
import { form, type FormActs, type OpenBox } from './form';
import { Hands } from './hands';
import { LateEdit } from './lateEdit';
import { closedBox, dropOverlay } from './lines';
import { Suggestions } from './suggestions';
import { after } from './tellers';
import { whyNot } from './whyNot';

/**
 * Where one writes. Fires `sent` when a new message has gone, `leave` when Escape has nothing to close, and `pick-emoji`,
 * answered by `insert`.
 */
export class AnswerBox extends LitElement {
  static override readonly properties = {
    context: { attribute: false },
    place: { attribute: false, hasChanged: isElsewhere },
    account: { attribute: false },
    box: { attribute: false },
    uploads: { attribute: false },
    typing: { attribute: false },
    lastOwn: { attribute: false },
  };

  declare context: PageContext;
  declare place: Place;
  /** Servers name rooms alike: a draft belongs to an account as well. */
  declare account: string | undefined;
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
    keyOutside: (event) => this.keyOutside(event),
    paste: (area, event) => this.hands.pasted(area, event),
    moved: (area) => this.suggestions.lookAgain(area.value, area.selectionEnd),
    left: () => this.left(),
    take: (item) => this.hands.choose(item),
    cancelEdit: () => this.andGoOn(() => this.content.endEdit()),
    unquote: (id) => this.andGoOn(() => this.content.unquote(id)),
    checkRoom: (isChecked) => (this.alsoToRoom = isChecked),
    pictureOf: (upload) => this.attachments.pictureOf(upload),
    remove: (upload) => this.andGoOn(() => this.tell({ type: 'detach', upload })),
    retry: () => this.send(),
    send: () => this.andGoOn(() => this.send()),
    pickFiles: () => this.tell({ type: 'pickFiles' }),
    insertSelection: () => this.tell({ type: 'insertSelection' }),
    compose: () => this.content.compose(),
    pickEmoji: ({ currentTarget }) =>
      currentTarget?.dispatchEvent(new CustomEvent('pick-emoji', { bubbles: true })),
  };
  private problem = '';
  private readonly lateEdit = new LateEdit();
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
    this.settle();
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
    this.settle();
  }

  send(): void {
    const { draft } = this.content;
    // What was changed since is sent when its person says so again.
    const later = () => this.content.draft === draft && this.sendNow();
    if (draft.edits !== undefined || !this.attachments.delays(later)) this.sendNow();
  }

  editLast(): void {
    const last = this.lastOwn();
    this.lateEdit.begin(last);
    if (last?.offers.includes('edit')) this.edit(last.id, last.text);
  }

  /** Other messages are shown than before. */
  messagesChanged(): void {
    const last = this.lateEdit.take(this.lastOwn(), () => this.isUntouched);
    if (last) this.edit(last.id, last.text);
  }

  /** It has the focus, and nothing in it. */
  private get isUntouched(): boolean {
    const { area, content } = this;
    return area?.matches(':focus') === true && area.value === '' && content.draft.edits === undefined;
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
    if (!this.hasUpdated || !(changed.has('place') || changed.has('account'))) return;
    this.suggestions.close();
    this.lateEdit.end();
    this.attachments.leave();
    if (changed.has('account')) this.content.beginElsewhere();
    else this.content.begin();
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

  private sendNow(): void {
    const { box, words, uploads } = this;
    const { draft } = this.content;
    if (box.state !== 'open') return;
    const reason = whyNot({ draft, uploads, maxLength: box.maxLength }, words);
    if (reason !== undefined) {
      this.complain(draft.text === '' ? '' : reason);
      return;
    }
    const alsoToRoom = box.alsoToRoom && (this.alsoToRoom ?? box.alsoToRoom.isChecked);
    this.problem = '';
    this.alsoToRoom = undefined;
    this.content.send(alsoToRoom);
    if (draft.edits === undefined) this.dispatchEvent(new CustomEvent('sent'));
  }

  private form(box: OpenBox): TemplateResult {
    const { context, uploads, typing, problem, alsoToRoom, suggestions, acts } = this;
    const { draft } = this.content;
    const isAwaiting = this.attachments.areAwaited;
    return form({ context, box, draft, uploads, typing, problem, isAwaiting, alsoToRoom, suggestions, acts });
  }

  private get words(): AnswerWords {
    return this.context.words.answer;
  }

  private settle(): void {
    if (this.hasUpdated && this.isUpdatePending) this.performUpdate();
  }

  private readonly flush = (): void => this.content.flush();

  /** What was pressed may be gone: writing goes on. */
  private andGoOn(act: () => void): void {
    act();
    this.focusBox();
  }

  /** Escape leads from a button to the text, and from there to the messages. */
  private keyOutside(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.target === this.area) return;
    event.stopPropagation();
    this.focusBox();
  }

  private left(): void {
    this.flush();
    this.suggestions.close();
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
