import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { AnswerWords } from '../../protocol/answerWords';
import type { Face, FaceAction } from '../../protocol/conversation';
import type { Dragged } from './drops';

type Shown = TemplateResult | typeof nothing;

/** Says that a message is changed, not a new one written. */
export function editingLine(words: AnswerWords, cancel: () => void): TemplateResult {
  return html`<div class="line">
    <i class="codicon codicon-edit" aria-hidden="true"></i>
    <span class="grows" id="answer-editing">${words.editing}</span>
    <button type="button" class="link" title=${words.cancelEditing} @click=${cancel}>${words.cancel}</button>
  </div>`;
}

/** What is being waited for. The line is there before it is. */
export function waitingLine(text: string): TemplateResult {
  return html`<div class="waiting" role="status">${text}</div>`;
}

/** What went wrong, and how long the text may still become. The line for what went wrong is there before it is. */
export function problemLine(problem: string, length: string): TemplateResult {
  return html`<div class="problem" role="alert">${problem}</div>
    ${length === '' ? nothing : html`<div class="length" id="answer-length">${length}</div>`}`;
}

/** *Also send to …* */
export function roomCheckbox(
  label: string,
  isChecked: boolean,
  change: (isChecked: boolean) => void,
): TemplateResult {
  return html`<label class="also">
    <input
      type="checkbox"
      .checked=${live(isChecked)}
      @change=${({ target }: Event) => target instanceof HTMLInputElement && change(target.checked)}
    />
    <span>${label}</span>
  </label>`;
}

/** Stands where nobody may write. */
export function closedBox({ text, action }: Face, act: (action: FaceAction) => void): TemplateResult {
  const link =
    action &&
    html` <button type="button" class="link" @click=${() => act(action.id)}>${action.label}</button>`;
  return html`<div class="closed" role="note">${text}${link ?? nothing}</div>`;
}

/** Over the whole page while something is dragged across it. */
export function dropOverlay(dragged: Dragged | undefined, canAttach: boolean, words: AnswerWords): Shown {
  if (!dragged) return nothing;
  return html`<div class="drop" role="status"><span>${dropText(dragged, canAttach, words)}</span></div>`;
}

function dropText({ what, holdsShift }: Dragged, canAttach: boolean, words: AnswerWords): string {
  if (what !== 'text' && !canAttach) return words.attachOff;
  if (!holdsShift) return words.holdShift;
  return what === 'text' ? words.dropText : words.dropFiles;
}
