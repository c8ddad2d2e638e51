import { html, type TemplateResult } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive } from 'lit/directive.js';
import type { EmojiView } from '../../protocol/conversation';
import type { MediaShelf } from '../shared/media';

/** The emoji itself; one of the server's own by its picture, which may come later. */
export function emojiImage({ unicode, image, names }: EmojiView, media: MediaShelf): TemplateResult {
  if (unicode !== undefined || image === undefined) return html`${unicode ?? names[0]}`;
  return html`<img class="emoji" alt="" src=${picture(media, image)} />`;
}

/** The address of a picture that the host gets for the page; none until it has come. */
class Picture extends AsyncDirective {
  private source: string | undefined;
  private url: string | undefined;
  private unfollow: (() => void) | undefined;

  override render(media: MediaShelf, source: string): unknown {
    if (source === this.source) return this.url ?? '';
    this.disconnected();
    this.source = source;
    this.unfollow = media.follow(source, (view) => {
      if (view.state !== 'ready') return;
      this.url = URL.createObjectURL(new Blob([new Uint8Array(view.bytes)], { type: view.type }));
      this.setValue(this.url);
    });
    return this.url ?? '';
  }

  protected override disconnected(): void {
    this.unfollow?.();
    if (this.url !== undefined) URL.revokeObjectURL(this.url);
    this.source = this.url = this.unfollow = undefined;
  }
}

const picture = directive(Picture);
