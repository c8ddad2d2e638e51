import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { PageContext } from '../shared/context';
import type { MediaShelf } from '../shared/media';
import { picture, type PictureLook } from '../shared/picture';
import { hasModifier } from './keys';
import type { Suggestion, Suggestions } from './suggestions';

export const listId = 'answer-suggestions';

export function optionId(index: number): string {
  return `${listId}-${index}`;
}

/** Over the box, as wide as it is: there is no place beside the caret in a narrow page. */
export function popup(
  suggestions: Suggestions,
  { words, media }: PageContext,
  take: (item: Suggestion) => void,
): TemplateResult | typeof nothing {
  if (!suggestions.isOpen) return nothing;
  const { items, active } = suggestions;
  return html`<ul class="suggestions" id=${listId} role="listbox" aria-label=${words.answer.suggestions}>
    ${items.map((item, index) => option(item, { index, isActive: index === active, media, take }))}
  </ul>`;
}

interface Option {
  readonly index: number;
  readonly isActive: boolean;
  readonly media: MediaShelf;
  readonly take: (item: Suggestion) => void;
}

function option(item: Suggestion, { index, isActive, media, take }: Option): TemplateResult {
  // The mouse must not take the focus from the text.
  return html`<li
    id=${optionId(index)}
    role="option"
    aria-selected=${isActive}
    ${ref(isActive ? bringIntoView : undefined)}
    @mousedown=${(event: MouseEvent) => event.preventDefault()}
    @click=${() => take(item)}
  >
    ${sign(item, media)}<span class="label">${item.label}</span>
    ${item.detail === undefined ? nothing : html`<span class="detail">${item.detail}</span>`}
  </li>`;
}

/** The list is shorter than what is in it. */
function bringIntoView(option: Element | undefined): void {
  option?.scrollIntoView({ block: 'nearest' });
}

function sign({ glyph, image, icon }: Suggestion, media: MediaShelf): TemplateResult | typeof nothing {
  if (glyph !== undefined) return html`<span class="glyph" aria-hidden="true">${glyph}</span>`;
  if (image !== undefined)
    return html`<span class="frame" aria-hidden="true">${picture(media, image, look)}</span>`;
  if (icon === undefined) return nothing;
  return html`<i class="codicon codicon-${icon}" aria-hidden="true"></i>`;
}

const look: PictureLook = { class: 'picture', alt: '', otherwise: nothing };

/** Whether the list took the key. */
export function popupKey(
  event: KeyboardEvent,
  suggestions: Suggestions,
  take: (item: Suggestion) => void,
): boolean {
  const { chosen, isOpen } = suggestions;
  const act = isOpen && chosen && !hasModifier(event) ? actsOfKeys[event.key] : undefined;
  if (!act || !chosen) return false;
  act(suggestions, () => take(chosen));
  return true;
}

const choose = (_: Suggestions, take: () => void) => take();

const actsOfKeys: Readonly<Record<string, (suggestions: Suggestions, take: () => void) => void>> = {
  ArrowDown: (suggestions) => suggestions.move(1),
  ArrowUp: (suggestions) => suggestions.move(-1),
  Enter: choose,
  Tab: choose,
  Escape: (suggestions) => suggestions.dismiss(),
};
