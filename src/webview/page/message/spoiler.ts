import { html, LitElement, type TemplateResult } from 'lit';
import type { MessageWords } from '../../protocol/messageWords';

/** What is not to be read before one wants to. */
export class Spoiler extends LitElement {
  static override readonly properties = {
    words: { attribute: false },
    content: { attribute: false },
    isOpen: { state: true },
  };

  declare words: MessageWords;
  declare content: unknown;
  declare private isOpen: boolean;

  constructor() {
    super();
    this.isOpen = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Hidden from eyes, ears and Tab alike; what is opened keeps its place. */
  protected override render(): TemplateResult {
    if (this.isOpen) return html`<span class="spoiler open">${this.content}</span>`;
    return html`<span class="spoiler"
      ><span inert>${this.content}</span
      ><button
        class="veil"
        aria-label=${this.words.spoiler}
        title=${this.words.spoiler}
        @click=${this.open}
      ></button
    ></span>`;
  }

  private readonly open = (event: Event): void => {
    event.stopPropagation();
    this.isOpen = true;
    // The button that had the focus is gone: the message takes it.
    this.closest<HTMLElement>('[data-message]')?.focus();
  };
}

customElements.define('rc-spoiler', Spoiler);
