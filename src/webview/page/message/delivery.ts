import { html, nothing, type TemplateResult } from 'lit';
import type { MessageView } from '../../protocol/message';
import type { PageContext } from '../shared/context';

/** What could not be sent keeps its text, and says what can be done. */
export function deliveryTemplate(
  { id: message, delivery }: MessageView,
  { words, tell }: PageContext,
): TemplateResult | typeof nothing {
  if (delivery?.state !== 'failed') return nothing;
  const { retry, edit, discard } = words.message;
  const act = (type: 'resend' | 'takeBack' | 'discard') => () => tell({ type, message });
  return html`<div class="delivery small">
    <span class="reason">${delivery.reason ?? words.message.notSent}</span>
    <button class="link" @click=${act('resend')}>${retry}</button>
    <button class="link" @click=${act('takeBack')}>${edit}</button>
    <button class="link" @click=${act('discard')}>${discard}</button>
  </div>`;
}
