import { html, type TemplateResult } from 'lit';
import type { MessageView } from '../../protocol/message';
import { messageTemplate } from '../message/message';
import type { ComposeContext } from './context';

/** The message as it is going to arrive, drawn as a conversation draws it, with the files that follow it. */
export function previewTemplate(
  messages: readonly MessageView[] = [],
  { words, page }: ComposeContext,
): TemplateResult {
  const { preview, previewEmpty } = words.compose;
  const shown = messages.filter((message) => !isEmpty(message));
  return html`<aside class="arrival" aria-label=${preview}>
    <h2>${preview}</h2>
    ${
      shown.length > 0
        ? html`<ol>
            ${shown.map((message) => messageItem(message, page))}
          </ol>`
        : html`<p class="muted">${previewEmpty}</p>`
    }
  </aside>`;
}

function messageItem(message: MessageView, page: ComposeContext['page']): TemplateResult {
  return html`<li class=${page.setup.showsAvatars ? 'message first' : 'message first no-avatar'}>
    ${messageTemplate(message, { context: page, isFirst: true, isPreview: true })}
  </li>`;
}

function isEmpty({ text, attachments, files }: MessageView): boolean {
  return text.trim() === '' && attachments.length === 0 && files.length === 0;
}
