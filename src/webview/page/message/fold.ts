import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { MessageWords } from '../../protocol/messageWords';

/** Shows the beginning of what is long; its height is in the style sheet, so that nothing moves when it is measured. */
export class Fold extends LitElement {
  static override readonly properties = {
    words: { attribute: false },
    content: { attribute: false },
    isOpen: { state: true },
    isLong: { state: true },
  };

  declare words: MessageWords;
  declare content: unknown;
  declare private isOpen: boolean;
  declare private isLong: boolean;
  private readonly body = createRef<HTMLElement>();
  private readonly observer = new ResizeObserver(() => this.measure());

  constructor() {
    super();
    this.isOpen = false;
    this.isLong = false;
  }

  override disconnectedCallback(): void {
    this.observer.disconnect();
    super.disconnectedCallback();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.body.value) this.observer.observe(this.body.value);
  }

  /** Opens if what stands there is not seen. */
  unfoldFor({ bottom }: DOMRect): void {
    const body = this.body.value;
    if (!body || !this.isLong || this.isOpen) return;
    if (bottom > body.getBoundingClientRect().bottom) this.isOpen = true;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    if (this.body.value) this.observer.observe(this.body.value);
  }

  protected override render(): TemplateResult {
    const { isOpen, isLong, words } = this;
    const look = isOpen ? 'folding' : isLong ? 'folding folded is-long' : 'folding folded';
    return html`<div class=${look} ${ref(this.body)} @focusin=${this.focused}>${this.content}</div>
      ${
        isLong
          ? html`<button class="link small" aria-expanded=${isOpen} @click=${this.toggle}>
              ${isOpen ? words.showLess : words.showMore}
            </button>`
          : nothing
      }`;
  }

  private measure(): void {
    const body = this.body.value;
    if (!body || this.isOpen || body.clientHeight === 0) return;
    this.isLong = body.scrollHeight > body.clientHeight + 1;
    // Before the next picture is painted.
    if (this.isUpdatePending) this.performUpdate();
  }

  /** Tab leads to what is not seen. */
  private readonly focused = ({ target }: FocusEvent): void => {
    if (target instanceof Element) this.unfoldFor(target.getBoundingClientRect());
  };

  private readonly toggle = (): void => {
    this.isOpen = !this.isOpen;
  };
}

customElements.define('rc-fold', Fold);
