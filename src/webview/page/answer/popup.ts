import { html, nothing, type TemplateResult } from 'lit';
import { hasModifier } from './keys';
import type { Suggestion, Suggestions } from './suggestions';

export const listId = 'answer-suggestions';

export function optionId(index: number): string {
  return `${listId}-${index}`;
}

/** Over the box, as wide as it is: there is no place beside the caret in a narrow page. */
export function popup(
  suggestions: Suggestions,
  label: string,
  take: (item: Suggestion) => void,
): TemplateResult | typeof nothing {
  if (!suggestions.isOpen) return nothing;
  return html`<ul class="suggestions" id=${listId} role="listbox" aria-label=${label}>
    ${suggestions.items.map((item, index) => option(item, { index, suggestions, take }))}
  </ul>`;
}

interface Option {
  readonly index: number;
  readonly suggestions: Suggestions;
  readonly take: (item: Suggestion) => void;
}

function option(item: Suggestion, { index, suggestions, take }: Option): TemplateResult {
  // The mouse must not take the focus from the text.
  return html`<li
    id=${optionId(index)}
    role="option"
    aria-selected=${index === suggestions.active}
    @mousedown=${(event: MouseEvent) => event.preventDefault()}
    @click=${() => take(item)}
  >
    ${sign(item)}<span class="label">${item.label}</span>
    ${item.detail === undefined ? nothing : html`<span class="detail">${item.detail}</span>`}
  </li>`;
}

function sign({ glyph, icon }: Suggestion): TemplateResult | typeof nothing {
  if (glyph !== undefined) return html`<span class="glyph" aria-hidden="true">${glyph}</span>`;
  if (icon === undefined) return nothing;
  return html`<i class="codicon codicon-${icon}" aria-hidden="true"></i>`;
}

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
