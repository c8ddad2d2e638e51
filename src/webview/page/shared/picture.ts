import { html, noChange, type TemplateResult } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { MediaShelf } from './media';

export interface PictureLook {
  readonly class?: string;
  /** For those who cannot see it; empty where it only adorns. */
  readonly alt: string;
  /** Stands there until the picture has come, and for good if it does not. */
  readonly otherwise: unknown;
}

/** A small picture that the host gets, in the place of something else. */
class Picture extends AsyncDirective {
  private media: MediaShelf | undefined;
  private source: string | undefined;
  private look: PictureLook | undefined;
  private end: (() => void) | undefined;
  private isBroken = false;

  override render(media: MediaShelf, source: string, look: PictureLook): unknown {
    this.look = look;
    if (source !== this.source || media !== this.media) {
      this.leave();
      Object.assign(this, { media, source, isBroken: false });
      // While it is being drawn, its value is what this function returns.
      let isDrawing = true;
      this.end = media.follow(source, () => {
        if (!isDrawing) this.setValue(this.shown());
      });
      isDrawing = false;
    }
    return this.isConnected ? this.shown() : noChange;
  }

  protected override disconnected(): void {
    this.leave();
  }

  protected override reconnected(): void {
    const { media, source } = this;
    if (media && source !== undefined) this.end = media.follow(source, () => this.setValue(this.shown()));
  }

  private leave(): void {
    this.end?.();
    this.end = undefined;
  }

  private shown(): unknown {
    const { media, source, look } = this;
    const address = source === undefined || this.isBroken ? undefined : media?.addressOf(source);
    return address === undefined ? look?.otherwise : this.image(address, look);
  }

  private image(address: string, look: PictureLook | undefined): TemplateResult {
    return html`<img
      class=${look?.class ?? ''}
      src=${address}
      alt=${look?.alt ?? ''}
      title=${look?.alt ?? ''}
      @error=${this.broke}
    />`;
  }

  private readonly broke = (): void => {
    this.isBroken = true;
    this.setValue(this.shown());
  };
}

export const picture = directive(Picture);
