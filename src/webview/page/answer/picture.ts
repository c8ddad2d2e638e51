import { html, noChange, nothing, type TemplateResult } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { MediaView } from '../../protocol/conversation';
import type { MediaShelf } from '../shared/media';

/** A small picture that the host gets; nothing until it is there. */
class Picture extends AsyncDirective {
  private source: string | undefined;
  private end: (() => void) | undefined;
  private address: string | undefined;
  private shown: TemplateResult | typeof nothing = nothing;

  override render(media: MediaShelf, source: string): unknown {
    if (source === this.source) return noChange;
    this.disconnected();
    this.source = source;
    this.end = media.follow(source, (view) => this.take(view));
    return this.shown;
  }

  protected override disconnected(): void {
    this.end?.();
    if (this.address !== undefined) URL.revokeObjectURL(this.address);
    this.source = this.end = this.address = undefined;
    this.shown = nothing;
  }

  private take(view: MediaView): void {
    if (view.state !== 'ready' || this.address !== undefined) return;
    // Copied, as the type of what was posted allows for shared memory, of which no blob can be made.
    this.address = URL.createObjectURL(new Blob([new Uint8Array(view.bytes)], { type: view.type }));
    this.shown = html`<img class="picture" src=${this.address} alt="" />`;
    this.setValue(this.shown);
  }
}

export const picture = directive(Picture);
