import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type {
  CompletionView,
  ComposeFileView,
  ComposeForm,
  ComposeView,
  OutcomeView,
  ProblemView,
} from '../../protocol/compose';
import type { MessageView } from '../../protocol/message';
import { dropOverlay } from '../answer/lines';
import { after } from '../answer/tellers';
import type { StateFile } from '../shared/stateFile';
import { complaintsTemplate } from './complaints';
import type { ComposeContext } from './context';
import { focusField, pathOfField } from './field';
import { footerTemplate } from './footer';
import { formTemplate } from './form';
import { Incoming } from './incoming';
import { Keeping } from './keeping';
import { isUnderWay, outcomesTemplate } from './outcomes';
import { previewTemplate } from './preview';
import { showInPreview } from './previewSight';
import { isEmptyForm, Problems } from './problems';
import type { SavedState } from './savedState';
import type { Answer } from './targetSearch';
import { keepingCaret, onceFocused, scrolledBy, scrollTo } from './whereabouts';

/** The whole page: the form of a message, and the message as it is going to arrive. */
export class Composer extends LitElement {
  static override readonly properties = {
    ...{ context: { attribute: false }, view: { attribute: false }, form: { attribute: false } },
    ...{ problems: { attribute: false }, preview: { attribute: false }, files: { attribute: false } },
    ...{ outcomes: { attribute: false } },
    ...{ isMoreOpen: { state: true }, untaken: { state: true } },
  };

  declare context: ComposeContext | undefined;
  declare view: ComposeView | undefined;
  declare problems: readonly ProblemView[];
  declare preview: readonly MessageView[] | undefined;
  declare files: readonly ComposeFileView[];
  declare outcomes: readonly OutcomeView[];
  declare private form: ComposeForm | undefined;
  declare private isMoreOpen: boolean;
  /** A name that is nobody yet. */
  declare private untaken: string;

  readonly keeping = new Keeping(this, after);
  readonly incoming = new Incoming(this);
  private readonly sight = new Problems();
  /** It is going to be sent once all files have been read. */
  private isAwaiting = false;
  /** The preview does not show yet what was written. */
  private isAhead = false;

  constructor(private readonly state: StateFile<SavedState>) {
    super();
    this.problems = [];
    this.files = [];
    this.outcomes = [];
    this.isMoreOpen = false;
    this.untaken = '';
    this.addEventListener('focusout', ({ target }) => this.fieldLeft(target));
    this.addEventListener('focusin', ({ target }) => {
      this.keepWhereabouts();
      if (target instanceof Element) this.showWritten(target);
    });
    this.addEventListener('scroll', () => this.keepWhereabouts(), { capture: true, passive: true });
    // Also while nothing in the form has the focus.
    document.addEventListener('keydown', (event) => this.keyPressed(event));
    document.addEventListener('paste', (event) => {
      if (!isInDialog(event)) this.incoming.pasted(event);
    });
  }

  /** Takes the place of all that stands in the form. */
  async take(form: ComposeForm): Promise<void> {
    const isFirst = this.form === undefined;
    this.querySelector('rc-targets')?.clear();
    this.incoming.complaints = [];
    this.sight.begin(form, isFirst || isEmptyForm(form) ? 'openedWith' : 'brought');
    this.isMoreOpen ||= form.parseUrls !== undefined || form.customFields !== '';
    await keepingCaret(async () => {
      this.form = form;
      await this.updateComplete;
    });
    if (isFirst) await this.comeBack();
  }

  complete(request: number, items: readonly CompletionView[]): void {
    this.querySelector('rc-message-text')?.complete(request, items);
  }

  found(answer: Answer): void {
    this.querySelector('rc-targets')?.found(answer);
  }

  /** Once it is drawn. */
  async focusOn(path: string): Promise<void> {
    await this.whenDrawn();
    focusField(path);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const wasUnderWay = isUnderWay(changed.get('outcomes') ?? this.outcomes);
    if (changed.has('outcomes') && !wasUnderWay && isUnderWay(this.outcomes)) this.watchSending();
    if (!changed.has('preview') || !this.isAhead) return;
    this.isAhead = false;
    // What is long in it draws itself after this.
    requestAnimationFrame(() => this.showWritten(document.activeElement));
  }

  private showWritten(field: Element | null): void {
    showInPreview(this, field, this.form?.attachments ?? []);
  }

  /** What cannot be changed now cannot keep the focus either; how far files are is to be seen. */
  private watchSending(): void {
    this.querySelector<HTMLElement>('.send')?.focus();
    this.querySelector('rc-compose-files')?.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { context, view, form } = this;
    if (!context || !view || !form) return nothing;
    return html`${view.notice === undefined ? nothing : html`<p class="notice" role="status">${view.notice}</p>`}
      <main class="panes" tabindex=${this.isLocked ? 0 : nothing}>
        <h1 class="hidden">${context.words.compose.title}</h1>
        <div class="form" tabindex=${this.isLocked ? 0 : nothing}>
          ${formTemplate(this.formView(context, view, form))}
        </div>
        ${previewTemplate(this.preview, context)}
      </main>
      ${complaintsTemplate(this.incoming.complaints, {
        label: context.words.compose.close,
        close: () => (this.incoming.complaints = []),
      })}
      ${outcomesTemplate(this.outcomes, context)} ${this.footer(context, view, form)}
      ${dropOverlay(this.incoming.dragged, view.mayAttachFiles, context.words.answer)}`;
  }

  private formView(context: ComposeContext, view: ComposeView, form: ComposeForm) {
    const { files, isMoreOpen, problems, sight } = this;
    return {
      ...{ context, view, form, files, isMoreOpen, isLocked: this.isLocked },
      ...{ problems: this.shownProblems, allProblems: problems, showsAll: sight.isTried },
      memory: sight.cards,
      change: (changed: Partial<ComposeForm>) => this.change(changed),
      untaken: (name: string) => (this.untaken = name),
      folded: ({ target }: Event) => {
        if (target instanceof HTMLDetailsElement) this.isMoreOpen = target.open;
      },
    };
  }

  private footer(context: ComposeContext, view: ComposeView, form: ComposeForm): TemplateResult {
    const { problems, keeping, outcomes, files } = this;
    return footerTemplate({
      ...{ context, view, form, problems, keeping },
      seen: this.seen,
      isEmpty: isEmptyForm(form) && files.length === 0,
      isUnderWay: isUnderWay(outcomes),
      send: () => void this.send(),
    });
  }

  /** It is being sent, or nobody may write. */
  get isLocked(): boolean {
    return this.view?.notice !== undefined || isUnderWay(this.outcomes);
  }

  private get shownProblems(): readonly ProblemView[] {
    const { form, view, problems, sight } = this;
    return form && view ? sight.shown(problems, form, view.maxLength) : [];
  }

  /** How many fields need a look. */
  private get seen(): number {
    const paths = this.shownProblems.map(({ path }) => path);
    return new Set(this.untaken === '' ? paths : [...paths, 'targets']).size;
  }

  private change(changed: Partial<ComposeForm>): void {
    if (!this.form) return;
    this.form = { ...this.form, ...changed };
    this.incoming.complaints = [];
    this.isAhead = true;
    this.context?.tell({ type: 'form', form: this.form, edition: this.keeping.formChanged() });
  }

  /** The host looks at it once more, and leads to what stands in the way. */
  private async send(): Promise<void> {
    if (this.isLocked || this.isAwaiting) return;
    this.sight.isTried = true;
    this.requestUpdate();
    if (this.querySelector('rc-targets')?.check() === false) return this.focusOn('targets');
    this.isAwaiting = true;
    const isWhole = await this.incoming.finished();
    this.isAwaiting = false;
    if (isWhole) this.tellSend();
  }

  private tellSend(): void {
    const { form, context } = this;
    if (form && context && !this.isLocked) context.tell({ type: 'sendForm', form });
  }

  private keyPressed(event: KeyboardEvent): void {
    if (this.incoming.keyPressed(event)) return;
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (key !== 'Enter' || !(ctrlKey || metaKey) || altKey || shiftKey || isInDialog(event)) return;
    event.preventDefault();
    // VS Code hears of each key that reaches the window, and would do something else with this one.
    event.stopPropagation();
    void this.send();
  }

  private fieldLeft(target: EventTarget | null): void {
    const path = target instanceof Element ? pathOfField(target) : undefined;
    if (path === undefined) return;
    this.sight.leave(path);
    this.requestUpdate();
  }

  private async whenDrawn(): Promise<void> {
    await this.updateComplete;
    await Promise.all(
      [...this.querySelectorAll<LitElement>('rc-targets, rc-message-text, rc-attachment-cards')].map(
        ({ updateComplete }) => updateComplete,
      ),
    );
  }

  /** To where the person was before the page was hidden or the window reloaded; in a new form to what comes first. */
  private async comeBack(): Promise<void> {
    const saved = this.state.read();
    const { focus, scroll = 0 } = saved?.draft === this.view?.draft ? (saved ?? {}) : {};
    await this.whenDrawn();
    onceFocused(() => focusField(focus ?? (this.hasRecipients ? 'text' : 'targets')));
    scrollTo(this, scroll);
    this.keepWhereabouts();
  }

  private get hasRecipients(): boolean {
    return this.form !== undefined && (this.form.thread !== undefined || this.form.targets.length > 0);
  }

  private keepWhereabouts(): void {
    const { view } = this;
    if (!view || !this.form) return;
    const focus = document.activeElement ? pathOfField(document.activeElement) : undefined;
    const { account, draft } = view;
    this.state.save({ account, draft, scroll: scrolledBy(this), ...(focus !== undefined && { focus }) });
  }
}

/** What has its own window, as the emoji picker, is not the form. */
function isInDialog({ target }: Event): boolean {
  return target instanceof Element && target.closest('dialog') !== null;
}

customElements.define('rc-composer', Composer);
