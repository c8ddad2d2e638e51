import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import type { PageContext } from '../shared/context';
import { fill } from '../shared/fill';
import { foreignTemplate } from './foreign';
import { inBrowser } from './openLink';

export interface Recording {
  /** That it belongs to. */
  readonly message: string;
  readonly kind: 'audio' | 'video';
  readonly source: string;
  readonly name: string;
  /** Media type, as its sender said it. */
  readonly type?: string;
}

/** Sound or film: got when one wants to play it. */
export class Player extends LitElement {
  static override readonly properties = {
    recording: { attribute: false, hasChanged: isOther },
    context: { attribute: false },
    isWanted: { state: true },
    isBroken: { state: true },
  };

  declare recording: Recording;
  declare context: PageContext;
  declare private isWanted: boolean;
  declare private isBroken: boolean;
  private end: (() => void) | undefined;

  constructor() {
    super();
    this.isWanted = false;
    this.isBroken = false;
  }

  override disconnectedCallback(): void {
    this.leave();
    super.disconnectedCallback();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('recording') || changed.get('recording') === undefined) return;
    this.leave();
    this.isBroken = false;
  }

  protected override render(): TemplateResult {
    const { context, recording } = this;
    const { cannotPlay } = context.words.message;
    if (this.isBroken || !isPlayable(recording)) return this.refusal(cannotPlay);
    return this.isWanted ? this.wanted() : this.offer();
  }

  private wanted(): TemplateResult {
    const { context, recording } = this;
    const media = context.media.get(recording.source);
    const address = context.media.addressOf(recording.source);
    if (media?.state === 'failed') return this.refusal(media.reason);
    if (media?.state === 'foreign') return foreignTemplate(recording.source, media.host, context);
    return address === undefined ? this.loading() : this.player(address);
  }

  private offer(): TemplateResult {
    const { kind, name } = this.recording;
    return html`<button class="play" @click=${this.want}>
      <i class="codicon codicon-${kind === 'audio' ? 'unmute' : 'play-circle'}" aria-hidden="true"></i>
      <span>${fill(this.context.words.message.play, name)}</span>
    </button>`;
  }

  private loading(): TemplateResult {
    return html`<span class="small muted" role="status">${this.context.words.message.loading}</span>`;
  }

  private player(address: string): TemplateResult {
    const { kind, name } = this.recording;
    if (kind === 'audio')
      return html`<audio src=${address} aria-label=${name} controls autoplay @error=${this.broke}></audio>`;
    return html`<video src=${address} aria-label=${name} controls autoplay @error=${this.broke}></video>`;
  }

  private refusal(reason: string): TemplateResult {
    const { context, recording } = this;
    return html`<span class="failed small muted">
      <i class="codicon codicon-unmute" aria-hidden="true"></i> ${recording.name}: ${reason}
      ${inBrowser(recording.message, recording.source, context)}
    </span>`;
  }

  private readonly want = (): void => {
    this.isWanted = true;
    this.end ??= this.context.media.follow(this.recording.source, () => this.requestUpdate());
  };

  private leave(): void {
    this.end?.();
    this.end = undefined;
    this.isWanted = false;
  }

  private readonly broke = (): void => {
    this.isBroken = true;
  };
}

/** What the browser knows that it cannot play need not be loaded. */
function isPlayable({ kind, type = '' }: Recording): boolean {
  return type === '' || document.createElement(kind).canPlayType(type) !== '';
}

function isOther(one: Recording | undefined, other: Recording | undefined): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}

customElements.define('rc-player', Player);
