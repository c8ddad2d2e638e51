import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ComposeForm, TargetForm } from '../../protocol/compose';
import type { ToWords } from '../../protocol/composeWords';
import { after } from '../answer/tellers';
import { isComposing } from '../answer/keys';
import { counted, fill } from '../shared/fill';
import { listTies, optionList } from '../shared/optionList';
import type { ComposeContext } from './context';
import { note, tiesOf } from './field';
import { checkbox } from './attachmentControls';
import { chipTemplate, nameOf, roomOf } from './targetChip';
import { type Situation, type TargetAct, targetKeyDoes } from './targetKeys';
import { type Answer, TargetSearch } from './targetSearch';
import { TargetWalk } from './targetWalk';

const listId = 'target-list';

export type Recipients = Pick<ComposeForm, 'targets' | 'thread'>;

/** Whom it goes to: chips, and a search for more. Fires `recipients-change` with both, `untaken-change` with a name that is nobody. */
export class Targets extends LitElement {
  static override readonly properties = {
    context: { attribute: false },
    recipients: { attribute: false },
    whyLocked: { attribute: false },
    problem: { attribute: false },
    said: { state: true },
    untaken: { state: true },
  };

  declare context: ComposeContext;
  declare recipients: Recipients;
  /** Where they can be read, and nothing else. */
  declare whyLocked: string | undefined;
  declare problem: string | undefined;
  /** Read out. */
  declare private said: string;
  /** A name that stood in the field when that was left, or when it was to be sent. */
  declare private untaken: string;

  private readonly search = new TargetSearch(this, {
    after,
    ask: (request, query) => this.context.tell({ type: 'findTargets', request, query }),
    chosen: () => this.recipients.targets,
    take: (item) => this.add(item),
  });
  private readonly walk = new TargetWalk(this, () => this.field?.focus());

  constructor() {
    super();
    this.recipients = { targets: [] };
    this.said = this.untaken = '';
  }

  /** Whether everybody who was typed was added. */
  check(): boolean {
    this.noteUntaken();
    return this.untaken === '';
  }

  /** Drops what was typed. */
  clear(): void {
    if (this.field) this.field.value = '';
    this.leaveUntaken('');
    this.search.close();
  }

  found(answer: Answer): void {
    const { search, words } = this;
    if (!search.answer(answer)) return;
    const { foundOne, foundMany, foundNone } = words;
    if (search.isInVain) this.said = foundNone;
    else if (search.isOpen) this.said = counted(search.items.length, { one: foundOne, many: foundMany });
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('whyLocked') && this.locked) this.clear();
  }

  protected override render(): TemplateResult {
    const { words, complaint, recipients, search, hasInput } = this;
    const help = this.whyLocked ?? (search.isInVain ? words.foundNone : undefined);
    return html`<div class="field ${complaint === undefined ? '' : 'bad'}">
        ${
          hasInput
            ? html`<label for=${this.ties.id}>${words.label}</label>`
            : html`<span class="caption">${words.label}</span>`
        }
        <div class="control chips" @click=${(event: Event) => this.pressed(event)}>
          <ul aria-label=${words.chosen} @keydown=${(event: KeyboardEvent) => this.walk.key(event)}>
            ${this.chips()}
          </ul>
          ${hasInput ? this.input() : nothing}
        </div>
        ${this.list()} ${note({ path: 'targets', help, problem: complaint })}
      </div>
      ${recipients.thread ? this.alsoTo(recipients.thread) : nothing}
      <p class="hidden" role="status">${this.said}</p>`;
  }

  private get locked(): boolean {
    return this.whyLocked !== undefined;
  }

  private get words(): ToWords {
    return this.context.words.compose.to;
  }

  private get ties() {
    return tiesOf({ path: 'targets', help: this.words.walk, problem: this.complaint });
  }

  private get complaint(): string | undefined {
    return this.untaken === '' ? this.problem : fill(this.words.untaken, this.untaken);
  }

  private get hasInput(): boolean {
    return !this.locked && !this.recipients.thread;
  }

  private get field(): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>('[role=combobox]');
  }

  private chips(): unknown {
    const { recipients, words, locked } = this;
    const { targets, thread } = recipients;
    const { id } = this.ties;
    const unlessLocked = (act: () => void) => (locked ? undefined : act);
    if (thread) {
      const label = fill(words.thread, roomOf(targets), thread.label);
      return chipTemplate({ label, words, id, remove: unlessLocked(() => this.leaveThread()) });
    }
    return repeat(
      targets,
      ({ entry }) => entry,
      (target) =>
        chipTemplate({ label: nameOf(target), words, remove: unlessLocked(() => this.takeOff(target)) }),
    );
  }

  private input(): TemplateResult {
    const { ties, words, search, recipients } = this;
    const isFirst = recipients.targets.length === 0;
    const { list, option } = listTies(listId, search);
    return html`<input
      type="text"
      role="combobox"
      id=${ties.id}
      autocomplete="off"
      spellcheck="false"
      placeholder=${isFirst ? words.add : words.addMore}
      aria-autocomplete="list"
      aria-expanded=${search.isOpen}
      aria-controls=${ifDefined(list)}
      aria-activedescendant=${ifDefined(option)}
      aria-describedby=${ties.describedBy}
      aria-description=${words.walk}
      aria-invalid=${ties.invalid}
      @input=${(event: InputEvent) => this.typed(event)}
      @compositionend=${() => this.typed({ isComposing: false })}
      @keydown=${(event: KeyboardEvent) => this.key(event)}
      @click=${() => this.open()}
      @blur=${() => this.left()}
    />`;
  }

  private list(): unknown {
    const { context, words } = this;
    const take = (item: TargetForm) => this.add(item);
    return optionList(this.search, { id: listId, label: words.results, media: context.page.media, take });
  }

  private alsoTo(thread: NonNullable<Recipients['thread']>): TemplateResult {
    const label = fill(this.words.alsoTo, roomOf(this.recipients.targets));
    const check = (alsoToRoom: boolean) =>
      this.change({ ...this.recipients, thread: { ...thread, alsoToRoom } });
    return html`<div ?inert=${this.locked}>${checkbox(label, thread.alsoToRoom, check)}</div>`;
  }

  private typed({ isComposing }: { readonly isComposing: boolean }): void {
    this.leaveUntaken('');
    if (!isComposing) this.search.look(this.field?.value ?? '');
  }

  private open(): void {
    if (!this.search.isOpen) this.search.look(this.field?.value ?? '');
  }

  private left(): void {
    this.search.close();
    this.noteUntaken();
  }

  /** The frame around the chips looks like a field. */
  private pressed({ target, currentTarget }: Event): void {
    if (target === currentTarget) this.field?.focus();
  }

  private key(event: KeyboardEvent): void {
    if (isComposing(event) || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = targetKeyDoes(event.key, this.situation);
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.act(act);
  }

  private get situation(): Situation {
    const { field, search, recipients } = this;
    return {
      isOpen: search.isOpen,
      isPending: search.isPending,
      isEmpty: field?.value === '',
      isAtStart: field?.selectionStart === 0 && field.selectionEnd === 0,
      hasChips: recipients.targets.length > 0,
    };
  }

  private act(act: TargetAct): void {
    const { search } = this;
    const acts: Readonly<Record<TargetAct, () => unknown>> = {
      open: () => this.open(),
      next: () => search.move(1),
      previous: () => search.move(-1),
      close: () => search.close(),
      take: () => search.take(),
      toChips: () => this.walk.focusLast(),
      removeLast: () => this.takeOff(this.recipients.targets.at(-1)),
      nothing: () => undefined,
    };
    acts[act]();
  }

  private add(target: TargetForm | undefined): void {
    const { targets } = this.recipients;
    if (!target) return;
    const { entry, label } = target;
    this.clear();
    this.said = fill(this.words.added, nameOf({ entry, label }));
    this.change({ ...this.recipients, targets: [...targets, { entry, label }] });
  }

  private takeOff(target: TargetForm | undefined): void {
    const { targets } = this.recipients;
    if (!target) return;
    const at = targets.indexOf(target);
    this.said = fill(this.words.removed, nameOf(target));
    this.change({ ...this.recipients, targets: targets.filter((one) => one !== target) });
    void this.updateComplete.then(() => this.focusAfter(at));
  }

  /** Where the button that was pressed is gone, nothing has the focus: then the next one. */
  private focusAfter(at: number): void {
    if (document.activeElement !== document.body || !this.walk.focus(at)) this.field?.focus();
  }

  private leaveThread(): void {
    this.change({ targets: this.recipients.targets });
    void this.updateComplete.then(() => this.field?.focus());
  }

  private noteUntaken(): void {
    this.leaveUntaken(this.field?.value.trim() ?? '');
  }

  private leaveUntaken(untaken: string): void {
    if (untaken === this.untaken) return;
    this.untaken = untaken;
    this.dispatchEvent(new CustomEvent('untaken-change', { detail: untaken }));
  }

  private change(recipients: Recipients): void {
    this.dispatchEvent(new CustomEvent<Recipients>('recipients-change', { detail: recipients }));
  }
}

customElements.define('rc-targets', Targets);

declare global {
  interface HTMLElementTagNameMap {
    'rc-targets': Targets;
  }
}
