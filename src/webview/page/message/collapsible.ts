import { html, LitElement, nothing, type TemplateResult } from 'lit';

/** What is closed at first, for its sender or its reader wanted it so. */
export class Collapsible extends LitElement {
  static override readonly properties = {
    show: { attribute: false },
    hide: { attribute: false },
    content: { attribute: false },
    isOpen: { state: true },
  };

  /** What the button says while it is closed, and while it is open. */
  declare show: string;
  declare hide: string;
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
    const { isOpen, show, hide } = this;
    return html`<button class="link small" aria-expanded=${isOpen} @click=${this.toggle}>
        <i class="codicon codicon-chevron-${isOpen ? 'down' : 'right'}" aria-hidden="true"></i
        >${isOpen ? hide : show}
      </button>
      ${isOpen ? this.content : nothing}`;
  }

  private readonly toggle = (): void => {
    this.isOpen = !this.isOpen;
  };
}

customElements.define('rc-collapsible', Collapsible);
