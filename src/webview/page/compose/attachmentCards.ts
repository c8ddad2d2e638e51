import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { AttachmentForm, ProblemView } from '../../protocol/compose';
import type { ComposeAttachmentWords } from '../../protocol/composeAttachmentWords';
import { fill } from '../shared/fill';
import { cardTemplate } from './attachmentCard';
import { cardDrag } from './attachmentDrag';
import { CardEdits } from './attachmentEdits';
import { nameOf } from './attachmentForm';
import { lockedCard } from './attachmentLocked';
import { CardMemory } from './attachmentMemory';
import { hasProblem, leaveField, problemOf, unfoldProblems } from './attachmentProblems';
import type { CardView } from './attachmentView';

/** A card for each attachment, with all that it can hold; fires `attachments-change` with the new list. */
export class AttachmentCards extends LitElement {
  static override readonly properties = {
    attachments: { attribute: false },
    problems: { attribute: false },
    locked: { attribute: false },
    showsAll: { attribute: false },
    words: { attribute: false },
    beside: { attribute: false },
    memory: { attribute: false },
  };

  declare attachments: readonly AttachmentForm[];
  /** Each is shown at its field, once that was left. */
  declare problems: readonly ProblemView[];
  /** They can be read, and nothing else. */
  declare locked: boolean;
  /** All problems are shown, also of fields that nobody has been in. */
  declare showsAll: boolean;
  declare words: ComposeAttachmentWords;
  /** Stands beside the button that adds an attachment. */
  declare beside: unknown;

  declare memory: CardMemory;
  private readonly edits = new CardEdits(this);
  private readonly drag = cardDrag(this, (from, to) => this.edits.move(from, to));
  /** What was fired last: what comes back of it is nothing new. */
  private own = '[]';

  constructor() {
    super();
    this.attachments = [];
    this.problems = [];
    this.memory = new CardMemory();
    this.locked = this.showsAll = false;
    this.addEventListener('focusout', ({ target }) => {
      leaveField(this.memory, target);
      this.requestUpdate();
    });
  }

  /** Takes the list for its own at once: whoever hears of it may say it back, or not. */
  change(attachments: readonly AttachmentForm[]): void {
    this.attachments = attachments;
    this.own = JSON.stringify(attachments);
    this.dispatchEvent(new CustomEvent('attachments-change', { detail: attachments }));
  }

  /** Read out. */
  say(sentence: string): void {
    const region = this.querySelector('[role=status]');
    if (region) region.textContent = sentence;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('attachments')) this.noticeOthers();
    if (!this.showsAll || !(changed.has('problems') || changed.has('showsAll'))) return;
    for (const [at, attachment] of this.attachments.entries()) unfoldProblems(this, { attachment, at });
  }

  /** A message was sent, or another one fills the form: nothing of the former is remembered. */
  private noticeOthers(): void {
    const given = JSON.stringify(this.attachments);
    if (given === this.own) return;
    this.own = given;
    this.memory.forget();
    this.edits.removed = undefined;
  }

  protected override render(): TemplateResult {
    const { attachments, words, locked } = this;
    const count = attachments.length;
    return html`${repeat(
        attachments,
        ({ id }) => id,
        (attachment, at) =>
          locked
            ? lockedCard({ attachment, at, count }, words)
            : cardTemplate(this.cardOf(attachment, at), this.drag),
      )}
      ${locked ? nothing : this.footer()}
      <p class="hidden" role="status"></p>`;
  }

  private cardOf(attachment: AttachmentForm, at: number): CardView {
    const { memory, words, edits } = this;
    const card = { attachment, at };
    return {
      ...{ attachment, at, words, count: this.attachments.length, rows: memory.rowsOf(attachment) },
      isOpen: (fold) => memory.isOpen(fold, attachment),
      problemOf: (key) => problemOf(this, card, key),
      hasProblem: (fold) => hasProblem(this, card, fold),
      acts: edits.actsOf(card),
    };
  }

  private footer(): TemplateResult {
    const { words, edits, beside } = this;
    return html`${edits.removed ? this.removedLine(edits.removed.attachment) : nothing}
      <div class="add">
        <button type="button" class="secondary" @click=${() => edits.add()}>${words.add}</button>
        ${beside ?? nothing}
      </div>`;
  }

  private removedLine(attachment: AttachmentForm): TemplateResult {
    const { words, edits } = this;
    return html`<p class="removed">
      <span>${fill(words.said.removed, nameOf(attachment) ?? words.untitled)}</span>
      <button type="button" class="link" @click=${() => edits.undo()}>${words.undo}</button>
    </p>`;
  }
}

customElements.define('rc-attachment-cards', AttachmentCards);
