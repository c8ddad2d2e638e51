import { html, type TemplateResult } from 'lit';
import type { PageContext } from '../shared/context';
import { emojiSign } from '../shared/emojiSign';

/** By its short name, with or without colons; one that nobody knows stays as it was written. */
export function emojiTemplate(
  name: string,
  written: string,
  { emoji, media }: Pick<PageContext, 'emoji' | 'media'>,
): TemplateResult | string {
  const found = emoji.find(name);
  return found ? html`${emojiSign(found, media, { alt: written, otherwise: written })}` : written;
}
