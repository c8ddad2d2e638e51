import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { MessageWords } from '../../protocol/messageWords';

/** The part of an attachment that its sender wanted closed at first. */
export class Collapsible extends LitElement {
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

  protected override render(): TemplateResult {
    const { isOpen, words } = this;
    return html`<button class="link small" aria-expanded=${isOpen} @click=${this.toggle}>
        <i class="codicon codicon-chevron-${isOpen ? 'down' : 'right'}" aria-hidden="true"></i
        >${isOpen ? words.hideAttachment : words.showAttachment}
      </button>
      ${isOpen ? this.content : nothing}`;
  }

  private readonly toggle = (): void => {
    this.isOpen = !this.isOpen;
  };
}

customElements.define('rc-collapsible', Collapsible);
