import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { ListWords } from '../../protocol/listWords';
import { counted } from '../shared/fill';

export interface Jumping {
  /** Unread messages above the screen. */
  readonly unread: number;
  readonly isAwayFromEnd: boolean;
  /** Messages that arrived below the screen. */
  readonly arrived: number;
}

/** The buttons over the list that lead to what is not on screen. Drawn apart from it: it is long. */
export class Jumps extends LitElement {
  static override readonly properties = { words: { attribute: false }, jumping: { attribute: false } };

  declare words: ListWords | undefined;
  declare jumping: Jumping | undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words, jumping } = this;
    if (!words || !jumping) return nothing;
    const { unread, arrived, isAwayFromEnd } = jumping;
    const latest = arrived > 0 ? counted(arrived, words.jumpToArrived) : words.jumpToLatest;
    return html`${unread > 0 ? this.button('up', counted(unread, words.jumpToUnread)) : nothing}
    ${isAwayFromEnd ? this.button('down', latest) : nothing}`;
  }

  private button(way: 'up' | 'down', label: string): TemplateResult {
    const jump = () => this.dispatchEvent(new CustomEvent('jump', { detail: way }));
    return html`<button class="jump ${way} small" @click=${jump}>
      <i class="codicon codicon-arrow-${way}" aria-hidden="true"></i>${label}
    </button>`;
  }
}

customElements.define('rc-jumps', Jumps);
