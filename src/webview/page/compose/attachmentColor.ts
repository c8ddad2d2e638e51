import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { barColor } from '../message/colors';
import { cssVariable } from '../shared/cssVariable';
import { helpedField, typed, valueOf } from './attachmentControls';
import type { CardView } from './attachmentView';

/** What servers know by name; everything else is CSS. */
const names = ['good', 'warning', 'danger'] as const;

/** A swatch that opens a picker, a line to type into, and the names. */
export function colorField(card: CardView): TemplateResult {
  const { words, attachment, acts } = card;
  const { color, colorHint } = words.common;
  const choose = (value: string) => acts.put({ ...attachment, color: value });
  return helpedField(card, 'color', {
    ...{ label: color, hint: colorHint },
    before: swatch(card),
    after: choices(card, choose),
  });
}

function swatch(card: CardView): TemplateResult {
  const shown = barColor(card.attachment.color, isColor);
  const label = card.words.common.pickColor;
  return html`<span class="swatch ${shown === undefined ? 'none' : ''}" ${cssVariable('--swatch', shown)}>
    <input
      type="color"
      aria-label=${label}
      title=${label}
      @pointerdown=${beginWithShown}
      @keydown=${beginWithShown}
      @input=${typed(card, 'color')}
    />
  </span>`;
}

function choices({ words, attachment }: CardView, choose: (value: string) => void): TemplateResult {
  const { namedColors, noColor } = words.common;
  const { color } = attachment;
  return html`<span class="choices">
    <select
      aria-label=${namedColors}
      title=${namedColors}
      @change=${(event: Event) => choose(valueOf(event))}
    >
      ${choice('', noColor, color)} ${names.map((name) => choice(name, name, color))}
      <option hidden .value=${color} .selected=${live(!isChoice(color))}>${color}</option>
    </select>
    <i class="codicon codicon-chevron-down" aria-hidden="true"></i>
  </span>`;
}

function choice(value: string, label: string, color: string): TemplateResult {
  return html`<option value=${value} .selected=${live(color === value)}>${label}</option>`;
}

function isChoice(color: string): boolean {
  return color === '' || names.some((name) => name === color);
}

function isColor(color: string): boolean {
  return CSS.supports('color', color);
}

/** The picker opens at the colour that is shown, which it takes as `#rrggbb` alone. */
function beginWithShown({ currentTarget }: Event): void {
  if (!(currentTarget instanceof HTMLInputElement) || !currentTarget.parentElement) return;
  currentTarget.value = hexOf(getComputedStyle(currentTarget.parentElement).backgroundColor);
}

function hexOf(color: string): string {
  const drawing = document.createElement('canvas').getContext('2d');
  if (!drawing) return '#000000';
  drawing.fillStyle = color;
  drawing.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = drawing.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
