import { html, type TemplateResult } from 'lit';
import type { PageContext } from '../shared/context';
import { picture } from '../shared/picture';

/** By its short name, with or without colons; one that nobody knows stays as it was written. */
export function emojiTemplate(
  name: string,
  written: string,
  { emoji, media }: Pick<PageContext, 'emoji' | 'media'>,
): TemplateResult | string {
  const found = emoji.find(name);
  if (found?.unicode !== undefined) return found.unicode;
  if (found?.image === undefined) return written;
  return html`${picture(media, found.image, { class: 'emoji', alt: written, otherwise: written })}`;
}
