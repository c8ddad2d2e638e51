import { html, type TemplateResult } from 'lit';
import type { PageContext } from '../shared/context';
import { isFileOfServer, safeAddress } from './links';
import { press } from './presses';

/** What stands there, leading to the address if that is safe. */
export function linked(label: unknown, source: string | undefined, { tell }: PageContext): unknown {
  const href = source !== undefined && isFileOfServer(source) ? source : safeAddress(source ?? '');
  if (href === undefined) return label;
  const open = press(() => tell({ type: 'openLink', href }));
  return html`<a href=${href} title=${href} @click=${open} @auxclick=${open}>${label}</a>`;
}

/** The way out for what is not drawn here: to its own address, else to its message. */
export function inBrowser(
  message: string,
  source: string | undefined,
  { tell, words }: PageContext,
): TemplateResult {
  const href = source === undefined ? undefined : safeAddress(source);
  const open = () =>
    tell(href === undefined ? { type: 'action', action: 'open', message } : { type: 'openLink', href });
  return html`<button class="link" @click=${open}>${words.message.openInBrowser}</button>`;
}
