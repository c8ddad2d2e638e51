import { html, LitElement, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { CompletionView } from '../../protocol/conversation';
import { isComposing } from '../answer/keys';
import { popup, popupKey, popupTies } from '../answer/popup';
import { type Suggestion, Suggestions } from '../answer/suggestions';
import { takeSuggestion } from '../answer/take';
import { after } from '../answer/tellers';
import { typeInto } from '../answer/typeInto';
import { counted, fill } from '../shared/fill';
import { openEmojiPicker } from '../shared/emojiPicker';
import { iconButton } from './attachmentControls';
import type { ComposeContext } from './context';
import { field, type FieldTies } from './field';

/** The text of the message, with people, rooms and emoji to choose from while it is typed. Fires `text-change`. */
export class MessageText extends LitElement {
  static override readonly properties = {
    context: { attribute: false },
    text: { attribute: false },
    maxLength: { attribute: false },
    problem: { attribute: false },
    locked: { attribute: false },
  };

  declare context: ComposeContext;
  declare text: string;
  /** In UTF-16 units. */
  declare maxLength: number;
  declare problem: string | undefined;
  /** It can be read, and nothing else. */
  declare locked: boolean;

  private readonly suggestions = new Suggestions(this, {
    after,
    emoji: () => this.context.page.emoji,
    ask: (request, kind, query) => {
      // A slash that begins a message is text like any other here.
      if (kind !== 'command') this.context.tell({ type: 'complete', request, kind, query });
    },
  });

  constructor() {
    super();
    this.locked = false;
  }

  complete(request: number, items: readonly CompletionView[]): void {
    this.suggestions.take(request, items);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { context, problem, suggestions } = this;
    const { compose, answer } = context.words;
    const look = {
      path: 'text',
      label: compose.message,
      help: this.room(),
      problem: this.tooLong() ?? problem,
    };
    return html`${field(look, (ties) => [
      html`<div class="with-button">
        ${this.area(ties)}
        ${iconButton({ icon: 'smiley', label: answer.insertEmoji, isOff: this.locked }, () => this.pickEmoji())}
      </div>`,
      popup(suggestions, context.page, (item) => this.take(item)),
    ])}`;
  }

  private area({ id, describedBy, invalid }: FieldTies): TemplateResult {
    const { suggestions } = this;
    const { list, option } = popupTies(suggestions);
    return html`<textarea
      id=${id}
      aria-autocomplete="list"
      aria-haspopup="listbox"
      aria-controls=${ifDefined(list)}
      aria-activedescendant=${ifDefined(option)}
      aria-describedby=${describedBy}
      aria-invalid=${invalid}
      ?readonly=${this.locked}
      aria-disabled=${this.locked}
      .value=${live(this.text)}
      @input=${(event: InputEvent) => this.typed(event)}
      @compositionend=${() => this.typed({ isComposing: false })}
      @keydown=${(event: KeyboardEvent) => this.key(event)}
      @selectionchange=${() => this.moved()}
      @blur=${() => suggestions.close()}
    ></textarea>`;
  }

  /** How much can still be written. */
  private room(): string {
    const format = new Intl.NumberFormat(this.context.page.setup.locale);
    const left = this.maxLength - this.length;
    return fill(this.context.words.compose.left, format.format(left), format.format(this.maxLength));
  }

  /** Of what is sent. */
  private get length(): number {
    return this.text.trim().length;
  }

  private tooLong(): string | undefined {
    const over = this.length - this.maxLength;
    const { overOne, overMany } = this.context.words.answer;
    return over > 0 ? counted(over, { one: overOne, many: overMany }) : undefined;
  }

  private get textArea(): HTMLTextAreaElement | null {
    return this.querySelector('textarea');
  }

  private typed({ isComposing }: { readonly isComposing: boolean }): void {
    const area = this.textArea;
    if (!area) return;
    this.dispatchEvent(new CustomEvent('text-change', { detail: area.value }));
    if (!isComposing) this.suggestions.look(area.value, area.selectionEnd);
  }

  private moved(): void {
    const area = this.textArea;
    if (area) this.suggestions.lookAgain(area.value, area.selectionEnd);
  }

  private key(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    if (!popupKey(event, this.suggestions, (item) => this.take(item))) return;
    event.preventDefault();
    event.stopPropagation();
  }

  private take(item: Suggestion): void {
    const area = this.textArea;
    if (area) takeSuggestion(area, this.suggestions, item);
  }

  private pickEmoji(): void {
    const beside = this.querySelector<HTMLElement>('.with-button .icon');
    if (!beside) return;
    openEmojiPicker(this.context.page, {
      beside,
      choose: (name) => {
        if (this.textArea) typeInto(this.textArea, `:${name}: `);
      },
    });
  }
}

customElements.define('rc-message-text', MessageText);

declare global {
  interface HTMLElementTagNameMap {
    'rc-message-text': MessageText;
  }
}
