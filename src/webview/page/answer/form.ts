import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { BoxView, Draft } from '../../protocol/conversation';
import type { AnswerWords } from '../../protocol/answerWords';
import { editingLine, problemLine, roomCheckbox } from './lines';
import { listId, optionId, popup } from './popup';
import type { Suggestion, Suggestions } from './suggestions';

export type OpenBox = Extract<BoxView, { readonly state: 'open' }>;

/** What the box shows, and whom it tells. */
export interface Form {
  readonly words: AnswerWords;
  readonly box: OpenBox;
  readonly draft: Draft;
  readonly problem: string;
  /** How many characters are left, once that matters. */
  readonly length: string;
  readonly isTooLong: boolean;
  readonly alsoToRoom: boolean | undefined;
  readonly suggestions: Suggestions;
  /** Chips of quotes, those of files, and the bar. */
  readonly parts: { readonly quotes: unknown; readonly uploads: unknown; readonly bar: TemplateResult };
  readonly acts: FormActs;
}

export interface FormActs {
  readonly typed: (area: HTMLTextAreaElement, event: { readonly isComposing: boolean }) => void;
  readonly key: (area: HTMLTextAreaElement, event: KeyboardEvent) => void;
  readonly paste: (area: HTMLTextAreaElement, event: ClipboardEvent) => void;
  readonly moved: (area: HTMLTextAreaElement) => void;
  readonly left: () => void;
  readonly take: (item: Suggestion) => void;
  readonly cancelEdit: () => void;
  readonly checkRoom: (isChecked: boolean) => void;
}

export function form(form: Form): TemplateResult {
  const { words, draft, parts, suggestions, acts } = form;
  return html`<div class="answer">
    ${popup(suggestions, words.suggestions, acts.take)}
    ${draft.edits === undefined ? nothing : editingLine(words, acts.cancelEdit)} ${parts.quotes} ${area(form)}
    ${parts.uploads} ${problemLine(form.problem, form.length)} ${checkbox(form)} ${parts.bar}
  </div>`;
}

/** A text area, as the name of its role forbids another one: it says of the list what a text box may say. */
function area({ box, draft, isTooLong, length, suggestions, acts }: Form): TemplateResult {
  const described = [draft.edits !== undefined && 'answer-editing', length !== '' && 'answer-length'];
  return html`<textarea
    rows="1"
    aria-label=${box.placeholder}
    placeholder=${box.placeholder}
    aria-autocomplete="list"
    aria-haspopup="listbox"
    aria-controls=${ifDefined(suggestions.isOpen ? listId : undefined)}
    aria-activedescendant=${ifDefined(suggestions.isOpen ? optionId(suggestions.active) : undefined)}
    aria-describedby=${ifDefined(described.filter(Boolean).join(' ') || undefined)}
    aria-invalid=${isTooLong}
    .value=${live(draft.text)}
    @input=${on<InputEvent>(acts.typed)}
    @compositionend=${on((area) => acts.typed(area, { isComposing: false }))}
    @keydown=${on(acts.key)}
    @paste=${on(acts.paste)}
    @selectionchange=${on(acts.moved)}
    @blur=${acts.left}
  ></textarea>`;
}

function checkbox({ box, draft, alsoToRoom, acts }: Form): TemplateResult | typeof nothing {
  if (!box.alsoToRoom || draft.edits !== undefined) return nothing;
  return roomCheckbox(box.alsoToRoom.label, alsoToRoom ?? box.alsoToRoom.isChecked, acts.checkRoom);
}

/** Events of the text area, with it. */
function on<E extends Event>(act: (area: HTMLTextAreaElement, event: E) => void): (event: E) => void {
  return (event) => {
    if (event.currentTarget instanceof HTMLTextAreaElement) act(event.currentTarget, event);
  };
}
