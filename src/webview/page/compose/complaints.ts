import { html, nothing, type TemplateResult } from 'lit';
import { iconButton } from './attachmentControls';

/** What could not be taken in, each in one sentence, until it is put away or something else is done. */
export function complaintsTemplate(
  complaints: readonly string[],
  { label, close }: { readonly label: string; readonly close: () => void },
): TemplateResult {
  return html`<div class="complaint" role="alert">
    ${
      complaints.length === 0
        ? nothing
        : [
            html`<ul>
              ${complaints.map((one) => html`<li>${one}</li>`)}
            </ul>`,
            iconButton({ icon: 'close', label }, close),
          ]
    }
  </div>`;
}
