import { html, nothing } from 'lit';
import type { AttachmentView } from '../../protocol/message';
import type { Scope } from './attachments';
import { markdownOr } from './attachmentText';
import { cleanName } from './cleaned';

/** Names and values; short ones stand side by side where there is room. */
export function fieldsTemplate(attachment: AttachmentView, scope: Scope): unknown {
  const { fields = [] } = attachment;
  if (fields.length === 0) return nothing;
  return html`<dl class="fields">
    ${fields.map(
      ({ title, value, short }) =>
        html`<div class=${short ? 'short' : 'wide'}>
          <dt><bdi>${cleanName(title)}</bdi></dt>
          <dd>${markdownOr('fields', { text: value }, attachment, scope)}</dd>
        </div>`,
    )}
  </dl>`;
}
