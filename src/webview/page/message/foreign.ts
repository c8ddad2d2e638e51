import { html, type TemplateResult } from 'lit';
import type { PageContext } from '../shared/context';
import { fill } from '../shared/fill';
import { cleanName } from './cleaned';

/** Stands where something would that lies with somebody else: loading it would tell them of the reader. */
export function foreignTemplate(source: string, host: string, { words, media }: PageContext): TemplateResult {
  const { load, alwaysFrom, liesWith } = words.message;
  const name = cleanName(host);
  const where = fill(liesWith, name);
  return html`<span class="foreign small">
    <span class="muted">${where}</span>
    <span class="choices">
      <button class="link" title=${where} @click=${() => media.want(source, 'once')}>${load}</button>
      <button class="link always" @click=${() => media.want(source, 'always')}>
        ${fill(alwaysFrom, name)}
      </button>
    </span>
  </span>`;
}
