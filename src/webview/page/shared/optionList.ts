import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { MediaShelf } from './media';
import { picture, type PictureLook } from './picture';

/** One of those that can be chosen, with the first sign that it has. */
export interface OptionView {
  readonly label: string;
  readonly detail?: string;
  /** A character that stands for itself. */
  readonly glyph?: string;
  /** For `ImageRequest`. */
  readonly image?: string;
  /** A codicon's name. */
  readonly icon?: string;
}

/** What is offered while somebody types, and which of it a key would take. */
export interface Offer<T extends OptionView> {
  readonly isOpen: boolean;
  readonly items: readonly T[];
  readonly active: number;
}

interface List<T> {
  readonly id: string;
  readonly label: string;
  readonly media: MediaShelf;
  readonly take: (item: T) => void;
}

/** What ties a field to its list, as far as there is one: the focus stays in the field. */
export function listTies(id: string, { isOpen, active }: Offer<OptionView>) {
  return isOpen ? { list: id, option: optionId(id, active) } : {};
}

export function optionList<T extends OptionView>(
  { isOpen, items, active }: Offer<T>,
  list: List<T>,
): TemplateResult | typeof nothing {
  if (!isOpen) return nothing;
  return html`<ul class="suggestions" id=${list.id} role="listbox" aria-label=${list.label}>
    ${items.map((item, index) => option(item, { index, isActive: index === active, list }))}
  </ul>`;
}

export type OptionAct = 'next' | 'previous' | 'take' | 'close';

/** What a key does while the list is open that does not simply type: absent where it does. */
export function optionKeyDoes(key: string): OptionAct | undefined {
  return actsOfKeys[key];
}

const actsOfKeys: Readonly<Record<string, OptionAct>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Enter: 'take',
  Tab: 'take',
  Escape: 'close',
};

function optionId(list: string, index: number): string {
  return `${list}-${index}`;
}

interface Place<T> {
  readonly index: number;
  readonly isActive: boolean;
  readonly list: List<T>;
}

function option<T extends OptionView>(item: T, { index, isActive, list }: Place<T>): TemplateResult {
  // The mouse must not take the focus from the field.
  return html`<li
    id=${optionId(list.id, index)}
    role="option"
    aria-selected=${isActive}
    ${ref(isActive ? bringIntoView : undefined)}
    @mousedown=${(event: MouseEvent) => event.preventDefault()}
    @click=${() => list.take(item)}
  >
    ${sign(item, list.media)}<span class="label">${item.label}</span>
    ${item.detail === undefined ? nothing : html`<span class="detail">${item.detail}</span>`}
  </li>`;
}

/** The list is shorter than what is in it. */
function bringIntoView(option: Element | undefined): void {
  option?.scrollIntoView({ block: 'nearest' });
}

function sign({ glyph, image, icon }: OptionView, media: MediaShelf): TemplateResult | typeof nothing {
  if (glyph !== undefined) return html`<span class="glyph" aria-hidden="true">${glyph}</span>`;
  if (image !== undefined)
    return html`<span class="frame" aria-hidden="true">${picture(media, image, look)}</span>`;
  if (icon === undefined) return nothing;
  return html`<i class="codicon codicon-${icon}" aria-hidden="true"></i>`;
}

const look: PictureLook = { class: 'picture', alt: '', otherwise: nothing };
