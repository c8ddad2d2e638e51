import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ComposeFileView } from '../../protocol/compose';
import { fill } from '../shared/fill';
import { picture } from '../shared/picture';
import { sizeText } from '../shared/size';
import { uploadProgress } from '../shared/uploadProgress';
import { valueOf } from './attachmentControls';
import { moveButtons } from './attachmentMoveButtons';
import type { ComposeContext } from './context';
import { grip } from './grip';
import type { OrderDrag } from './orderDrag';

interface FileRow {
  readonly context: ComposeContext;
  readonly drag: OrderDrag;
  readonly at: number;
  readonly count: number;
  readonly isLocked: boolean;
  readonly description: string;
  readonly describe: (description: string) => void;
  /** Its description was left. */
  readonly left: () => void;
  readonly move: (to: number) => void;
  readonly remove: () => void;
  readonly key: (event: KeyboardEvent) => void;
}

export function fileRow(file: ComposeFileView, row: FileRow): TemplateResult {
  const { drag, context, at, count } = row;
  return html`<li
    class="file ${file.state} ${drag.classOf({ id: file.id, at, count })}"
    data-file=${file.id}
    @keydown=${row.key}
  >
    ${count > 1 && !row.isLocked ? grip(drag, file.id, context.words.compose.files.drag) : nothing}
    ${sign(file, context)}
    <div class="about">
      <span class="name" title=${file.name}>${file.name}</span>
      <span class="muted small">${sizeText(file.size, context.page.setup.locale)}</span>
      ${uploadProgress(file, context.words.answer)}
    </div>
    ${buttons(file, row)} ${description(file, row)} ${remark(file, context)}
  </li>`;
}

function sign({ image }: ComposeFileView, { page }: ComposeContext): TemplateResult {
  const icon = html`<i class="codicon codicon-file" aria-hidden="true"></i>`;
  const look = { class: 'thumbnail', alt: '', otherwise: icon };
  return html`<span class="thumb">${image === undefined ? icon : picture(page.media, image, look)}</span>`;
}

function buttons(file: ComposeFileView, row: FileRow): TemplateResult {
  const { context, at, count, isLocked, move, remove } = row;
  const { composeAttachment, answer } = context.words;
  const isSending = file.state === 'sending';
  const label = fill(isSending ? answer.cancelUpload : answer.removeFile, file.name);
  return html`<span class="buttons">
    ${count > 1 && !isLocked ? moveButtons(composeAttachment, { at, count }, move) : nothing}
    ${
      isLocked && !isSending
        ? nothing
        : html`<button type="button" class="icon remove" aria-label=${label} title=${label} @click=${remove}>
            <i class="codicon codicon-${isSending ? 'debug-stop' : 'trash'}" aria-hidden="true"></i>
          </button>`
    }
  </span>`;
}

function description(
  file: ComposeFileView,
  { context, description, isLocked, describe, left }: FileRow,
): TemplateResult {
  const { describe: placeholder, description: label } = context.words.compose.files;
  return html`<input
    type="text"
    class="control description"
    aria-label=${fill(label, file.name)}
    placeholder=${placeholder}
    autocomplete="off"
    ?readonly=${isLocked}
    aria-disabled=${isLocked}
    .value=${live(description)}
    @input=${(event: Event) => describe(valueOf(event))}
    @blur=${left}
  />`;
}

/** Why it was not sent; or, of one that can be, what there is to know of it. */
function remark({ state, reason }: ComposeFileView, { words }: ComposeContext): unknown {
  const isFailed = state === 'failed';
  if (!isFailed && reason === undefined) return nothing;
  return html`<p class="reason" role=${isFailed ? 'alert' : nothing}>
    <i class="codicon codicon-${isFailed ? 'error' : 'warning'}" aria-hidden="true"></i
    ><span>${reason ?? words.answer.uploadFailed}</span>
  </p>`;
}
