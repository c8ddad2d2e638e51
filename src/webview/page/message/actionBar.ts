import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Action, MessageView } from '../../protocol/message';
import type { PageContext } from '../shared/context';
import { pickReaction } from './reactions';
import { openMenu } from '../conversation/menu';
import { clockText, fullText } from './times';

/** What one does most to a message. Drawn only while pointer or focus is there: a page holds many messages. */
export class ActionBar extends LitElement {
  static override readonly properties = {
    view: { attribute: false },
    context: { attribute: false },
    showsTime: { attribute: false },
    isNear: { state: true },
  };

  declare view: MessageView;
  declare context: PageContext;
  /** Of a message that does not say it beside its name. */
  declare showsTime: boolean;
  declare private isNear: boolean;
  private row: Element | null = null;

  constructor() {
    super();
    this.isNear = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.row = this.closest('li') ?? this.parentElement;
    for (const type of ['pointerenter', 'focusin']) this.row?.addEventListener(type, this.approach);
    for (const type of ['pointerleave', 'focusout']) this.row?.addEventListener(type, this.depart);
  }

  override disconnectedCallback(): void {
    for (const type of ['pointerenter', 'focusin']) this.row?.removeEventListener(type, this.approach);
    for (const type of ['pointerleave', 'focusout']) this.row?.removeEventListener(type, this.depart);
    this.row = null;
    super.disconnectedCallback();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { view, context, isNear } = this;
    if (!isNear || view.delivery) return nothing;
    const { addReaction, reply, more } = context.words.message;
    return html`<span class="actions">
      ${this.showsTime ? this.time() : nothing} ${this.button('react', 'reactions', addReaction)}
      ${this.button('reply', 'comment-discussion', reply)} ${this.star()}
      ${iconButton('ellipsis', more, openMenu)}
    </span>`;
  }

  /** One button, whichever it does: who has pressed it stays on it. */
  private star(): TemplateResult | typeof nothing {
    const { star, unstar } = this.context.words.message;
    return this.view.offers.includes('unstar')
      ? this.button('unstar', 'star-full', unstar)
      : this.button('star', 'star-empty', star);
  }

  private time(): TemplateResult {
    const { view, context } = this;
    return html`<time class="muted small" title=${fullText(view.sentAt, context.setup)}
      >${clockText(view.sentAt, context.setup)}</time
    >`;
  }

  private button(action: Action, icon: string, label: string): TemplateResult | typeof nothing {
    const { id: message, offers } = this.view;
    if (!offers.includes(action)) return nothing;
    const act = () => this.context.tell({ type: 'action', action, message });
    return iconButton(icon, label, action === 'react' ? pickReaction(message) : act);
  }

  private readonly approach = (): void => {
    this.isNear = true;
  };

  private readonly depart = (): void => {
    // Where the focus goes to is known once it is there.
    queueMicrotask(() => {
      this.isNear = this.row?.matches(':hover, :focus-within') ?? false;
    });
  };
}

function iconButton(icon: string, label: string, act: (event: Event) => void): TemplateResult {
  return html`<button class="icon" aria-label=${label} title=${label} @click=${act}>
    <i class="codicon codicon-${icon}" aria-hidden="true"></i>
  </button>`;
}

customElements.define('rc-actions', ActionBar);
