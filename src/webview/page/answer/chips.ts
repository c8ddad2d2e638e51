import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { QuoteView, UploadView } from '../../protocol/conversation';
import type { PageContext } from '../shared/context';
import { fill } from '../shared/fill';
import { sizeText } from '../shared/size';
import { uploadProgress } from '../shared/uploadProgress';

type Shown = TemplateResult | typeof nothing;

/** The messages that will be quoted. */
export function quoteChips(
  quotes: readonly QuoteView[],
  { words }: PageContext,
  remove: (id: string) => void,
): Shown {
  if (quotes.length === 0) return nothing;
  const { quoteOf, removeQuote } = words.answer;
  return html`<ul class="chips">
    ${repeat(
      quotes,
      ({ id }) => id,
      ({ id, author, text }) =>
        html`<li class="chip quote" aria-label=${fill(quoteOf, author)}>
          <i class="codicon codicon-quote" aria-hidden="true"></i>
          <b>${author}</b>
          <span class="said" title=${text}>${text}</span>
          ${cross(fill(removeQuote, author), () => remove(id))}
        </li>`,
    )}
  </ul>`;
}

export interface UploadActs {
  readonly pictureOf: (upload: UploadView) => string | undefined;
  readonly remove: (id: string) => void;
  readonly retry: () => void;
}

/** The files that will be sent, and how far they are. */
export function uploadChips(uploads: readonly UploadView[], context: PageContext, acts: UploadActs): Shown {
  if (uploads.length === 0) return nothing;
  return html`<ul class="chips" aria-label=${context.words.answer.files}>
    ${repeat(
      uploads,
      ({ id }) => id,
      (upload) => uploadChip(upload, context, acts),
    )}
  </ul>`;
}

function uploadChip(upload: UploadView, context: PageContext, acts: UploadActs): TemplateResult {
  const { removeFile, cancelUpload } = context.words.answer;
  const { id, name, size, state } = upload;
  return html`<li class="chip upload ${state}">
    ${pictureOr(acts.pictureOf(upload))}
    <div class="about">
      <span class="name" title=${name}>${name}</span>
      <span class="size">${sizeText(size, context.setup.locale)}</span>
      ${uploadProgress(upload, context.words.answer)} ${failure(upload, context, acts.retry)}
    </div>
    ${cross(fill(state === 'sending' ? cancelUpload : removeFile, name), () => acts.remove(id))}
  </li>`;
}

function pictureOr(address: string | undefined): TemplateResult {
  if (address === undefined) return html`<i class="codicon codicon-file" aria-hidden="true"></i>`;
  return html`<img class="thumb" src=${address} alt="" />`;
}

function failure({ state, reason }: UploadView, { words }: PageContext, retry: () => void): Shown {
  if (state !== 'failed') return nothing;
  const { uploadFailed, retry: label } = words.answer;
  return html`<i class="codicon codicon-error" aria-hidden="true"></i>
    <span class="reason" role="alert">${reason ?? uploadFailed}</span>
    <button type="button" class="link" @click=${retry}>${label}</button>`;
}

function cross(label: string, act: () => void): TemplateResult {
  return html`<button type="button" class="icon" aria-label=${label} title=${label} @click=${act}>
    <i class="codicon codicon-close" aria-hidden="true"></i>
  </button>`;
}
