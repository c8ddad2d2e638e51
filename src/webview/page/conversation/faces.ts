import { html, nothing, type TemplateResult } from 'lit';
import type { Face, Loading } from '../../protocol/conversation';
import type { PageContext } from '../shared/context';

/** Stands where messages would: one line, and one thing to do about it. */
export function face(view: Face, context: PageContext): TemplateResult {
  return html`<div class="face muted" role="status"><p>${view.text} ${link(view, context)}</p></div>`;
}

/** Stands above the answer box, while messages can be read. */
export function notice(view: Face, context: PageContext): TemplateResult {
  return html`<p class="notice small" role="status">${view.text} ${link(view, context)}</p>`;
}

function link({ action }: Face, { tell }: PageContext): TemplateResult | typeof nothing {
  if (!action) return nothing;
  const { id, label } = action;
  return html`<button class="link" @click=${() => tell({ type: 'face', action: id })}>${label}</button>`;
}

/** The row at an end of the list, where more messages are going to stand. */
export function loadingRow(
  { state, text }: Loading,
  {
    otherwise,
    retry,
    again,
  }: { readonly otherwise: string; readonly retry: string; readonly again: () => void },
): TemplateResult {
  return html`<li class="loading small muted">
    ${text ?? otherwise}
    ${state === 'failed' ? html`<button class="link" @click=${again}>${retry}</button>` : nothing}
  </li>`;
}
