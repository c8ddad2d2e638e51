import { html, type TemplateResult } from 'lit';
import type { MessageView } from '../../protocol/message';
import type { PageContext } from '../shared/context';

export function messageBody(view: MessageView, _context: PageContext, isFirst: boolean): TemplateResult {
  return html`${isFirst ? html`<span class="meta"><b>${view.author.name}</b></span>` : ''}
    <div class="text">${view.text}</div>`;
}
