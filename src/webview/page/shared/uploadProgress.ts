import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { UploadView } from '../../protocol/conversation';
import { fill } from './fill';

/** How far a file is that is on its way. */
export function uploadProgress(
  { name, state, progress }: Pick<UploadView, 'name' | 'state' | 'progress'>,
  { uploading }: { readonly uploading: string },
): TemplateResult | typeof nothing {
  if (state !== 'sending') return nothing;
  return html`<progress max="1" value=${ifDefined(progress)} aria-label=${fill(uploading, name)}></progress>`;
}
