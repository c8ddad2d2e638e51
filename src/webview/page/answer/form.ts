import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { BoxView, Draft, UploadView } from '../../protocol/conversation';
import type { PageContext } from '../shared/context';
import { bar, type BarActs } from './bar';
import { quoteChips, type UploadActs, uploadChips } from './chips';
import { lengthText } from './length';
import { editingLine, problemLine, roomCheckbox, waitingLine } from './lines';
import { popup, popupTies } from './popup';
import type { Suggestion, Suggestions } from './suggestions';
import { whyNot } from './whyNot';

export type OpenBox = Extract<BoxView, { readonly state: 'open' }>;

/** What the box shows, and whom it tells. */
export interface Form {
  readonly context: PageContext;
  readonly box: OpenBox;
  readonly draft: Draft;
  readonly uploads: readonly UploadView[];
  /** Who else is typing, in words. */
  readonly typing: string;
  readonly problem: string;
  /** What was sent waits for its files. */
  readonly isAwaiting: boolean;
  readonly alsoToRoom: boolean | undefined;
  readonly suggestions: Suggestions;
  readonly acts: FormActs;
}

export interface FormActs extends BarActs, UploadActs {
  readonly typed: (area: HTMLTextAreaElement, event: { readonly isComposing: boolean }) => void;
  readonly key: (area: HTMLTextAreaElement, event: KeyboardEvent) => void;
  /** In the box, but not in its text. */
  readonly keyOutside: (event: KeyboardEvent) => void;
  readonly paste: (area: HTMLTextAreaElement, event: ClipboardEvent) => void;
  readonly moved: (area: HTMLTextAreaElement) => void;
  readonly left: () => void;
  readonly take: (item: Suggestion) => void;
  readonly cancelEdit: () => void;
  readonly unquote: (id: string) => void;
  readonly checkRoom: (isChecked: boolean) => void;
}

export function form(form: Form): TemplateResult {
  const { context, box, draft, uploads, typing, suggestions, acts } = form;
  const words = context.words.answer;
  const { maxLength, files } = box;
  const length = lengthText(draft.text.length, maxLength, words);
  const isOff = whyNot({ draft, uploads, maxLength }, words);
  return html`<div class="answer" @keydown=${acts.keyOutside}>
    ${popup(suggestions, context, acts.take)}
    ${draft.edits === undefined ? nothing : editingLine(words, acts.cancelEdit)}
    ${quoteChips(draft.quotes ?? [], context, acts.unquote)} ${area(form, length !== '')}
    ${uploadChips(uploads, context, acts)} ${waitingLine(form.isAwaiting ? words.attaching : '')}
    ${problemLine(form.problem, length)} ${checkbox(form)}
    ${bar({ words, typing, canAttach: files !== undefined, whyNot: isOff }, acts)}
  </div>`;
}

/** A text area, whose role cannot be another: it says of the list what a text box may say. */
function area({ box, draft, suggestions, acts }: Form, saysLength: boolean): TemplateResult {
  const ties = popupTies(suggestions);
  const described = [
    ...(draft.edits === undefined ? [] : ['answer-editing']),
    ...(saysLength ? ['answer-length'] : []),
  ];
  return html`<textarea
    rows="1"
    aria-label=${box.placeholder}
    placeholder=${box.placeholder}
    aria-autocomplete="list"
    aria-haspopup="listbox"
    aria-controls=${ifDefined(ties.list)}
    aria-activedescendant=${ifDefined(ties.option)}
    aria-describedby=${described.length > 0 ? described.join(' ') : nothing}
    aria-invalid=${draft.text.length > box.maxLength}
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
