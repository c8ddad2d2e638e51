import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { PageContext } from '../shared/context';
import { foreignTemplate } from './foreign';
import { inBrowser } from './openLink';
import { boxOf } from './pictureBox';

export interface PictureSource {
  /** That it belongs to. */
  readonly message: string;
  readonly source: string;
  /** The whole of what is shown small. */
  readonly full?: string;
  readonly alt: string;
  /** In pixels, as far as they are known. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** Begins a little before it can be seen. */
const margin = '300px';

/** A picture of a message: loaded when it comes near, in a box that it does not change. A click shows it larger. */
export class LazyPicture extends LitElement {
  static override readonly properties = {
    picture: { attribute: false, hasChanged: isOther },
    context: { attribute: false },
    isLarge: { state: true },
    isBroken: { state: true },
  };

  declare picture: PictureSource;
  declare context: PageContext;
  declare private isLarge: boolean;
  declare private isBroken: boolean;
  private source: string | undefined;
  private end: (() => void) | undefined;
  private readonly observer = new IntersectionObserver((entries) => this.seen(entries), {
    rootMargin: margin,
  });

  constructor() {
    super();
    this.isLarge = false;
    this.isBroken = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer.observe(this);
  }

  override disconnectedCallback(): void {
    this.observer.disconnect();
    this.leave();
    super.disconnectedCallback();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('picture')) return;
    const { width, ratio } = boxOf(this.picture.size);
    this.style.setProperty('--width', `${width}px`);
    this.style.setProperty('--ratio', String(ratio));
    if (changed.get('picture') === undefined) return;
    this.isBroken = false;
    if (this.end) this.load(this.picture.source);
  }

  protected override render(): TemplateResult {
    const { context, source = '' } = this;
    const media = context.media.get(source);
    const address = context.media.addressOf(source);
    if (media?.state === 'failed') return this.failure(media.reason);
    if (this.isBroken) return this.failure(context.words.message.cannotShow);
    if (media?.state === 'foreign') return this.box(foreignTemplate(source, media.host, context));
    return this.box(address === undefined ? nothing : this.image(address));
  }

  /** Reserved from the first moment on. */
  private box(content: unknown): TemplateResult {
    return html`<span class=${this.isLarge ? 'picture is-large' : 'picture'}>${content}</span>`;
  }

  private image(address: string): TemplateResult {
    const { enlarge, reduce } = this.context.words.message;
    const { alt } = this.picture;
    const says = `${alt}: ${this.isLarge ? reduce : enlarge}`;
    return html`<button aria-expanded=${this.isLarge} aria-label=${says} title=${alt} @click=${this.toggle}>
      <img src=${address} alt="" @error=${this.broke} />
    </button>`;
  }

  private failure(reason: string): TemplateResult {
    const { context, picture } = this;
    return html`<span class="failed small muted">
      <i class="codicon codicon-file-media" aria-hidden="true"></i> ${picture.alt}: ${reason}
      ${inBrowser(picture.message, picture.full ?? picture.source, context)}
    </span>`;
  }

  private seen(entries: readonly IntersectionObserverEntry[]): void {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    this.observer.disconnect();
    this.load(this.picture.source);
  }

  private load(source: string): void {
    this.leave();
    this.source = source;
    this.end = this.context.media.follow(source, () => this.requestUpdate());
    this.requestUpdate();
  }

  private leave(): void {
    this.end?.();
    this.end = undefined;
  }

  private readonly toggle = (): void => {
    this.isLarge = !this.isLarge;
    const { full, source } = this.picture;
    if (this.isLarge && full !== undefined && this.source === source) this.loadFull(full);
  };

  /** What is shown stays until the whole of it is here, and where that cannot be had. */
  private loadFull(full: string): void {
    const { media } = this.context;
    const endSmall = this.end;
    const endFull = media.follow(full, () => {
      if (media.addressOf(full) === undefined) return;
      this.source = full;
      endSmall?.();
      this.requestUpdate();
    });
    this.end = () => {
      endSmall?.();
      endFull();
    };
  }

  private readonly broke = (): void => {
    this.isBroken = true;
  };
}

function isOther(one: PictureSource | undefined, other: PictureSource | undefined): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}

customElements.define('rc-picture', LazyPicture);
