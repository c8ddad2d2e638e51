import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { AttachmentForm } from '../../protocol/compose';
import { type CardView, pathOf } from './attachmentView';
import { field, type FieldLook } from './field';

type KeysOf<V> = {
  [K in keyof AttachmentForm]: AttachmentForm[K] extends V ? K : never;
}[keyof AttachmentForm];
export type TextKey = Exclude<KeysOf<string>, 'id' | 'rest'>;

/** A line of text. */
export function lineField(card: CardView, key: TextKey, label: string): TemplateResult {
  return inputField(card, key, { label, isAddress: false });
}

export function addressField(card: CardView, key: TextKey, label: string): TemplateResult {
  return inputField(card, key, { label, isAddress: true });
}

/** It stays in reach of the keyboard while nothing can be typed: its help says why. */
export function addressFieldUnless(card: CardView, key: TextKey, look: UnlessLook): TemplateResult {
  const { label, whyNot } = look;
  return inputField(card, key, { label, isAddress: true, whyNot });
}

interface UnlessLook {
  readonly label: string;
  readonly whyNot: string | undefined;
}

interface InputLook {
  readonly label: string;
  readonly isAddress: boolean;
  readonly whyNot?: string | undefined;
}

function inputField(card: CardView, key: TextKey, look: InputLook): TemplateResult {
  const { label, isAddress, whyNot } = look;
  return field(
    { ...lookOf(card, key, label), help: whyNot },
    ({ id, describedBy, invalid }) =>
      html`<input
        type="text"
        id=${id}
        data-key=${key}
        inputmode=${isAddress ? 'url' : 'text'}
        spellcheck=${isAddress ? 'false' : 'true'}
        autocomplete="off"
        ?readonly=${whyNot !== undefined}
        aria-disabled=${whyNot === undefined ? nothing : 'true'}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        .value=${live(card.attachment[key])}
        @input=${typed(card, key)}
      />`,
  );
}

interface HelpedLook {
  readonly label: string;
  /** What it may look like. */
  readonly hint: string;
  readonly before?: unknown;
  readonly after: unknown;
}

/** A line of text between what helps to fill it. */
export function helpedField(
  card: CardView,
  key: TextKey,
  { label, hint, before, after }: HelpedLook,
): TemplateResult {
  return field(
    lookOf(card, key, label),
    ({ id, describedBy, invalid }) =>
      html`<div class="control">
        ${before ?? nothing}
        <input
          type="text"
          id=${id}
          data-key=${key}
          spellcheck="false"
          autocomplete="off"
          placeholder=${hint}
          aria-describedby=${describedBy}
          aria-invalid=${invalid}
          .value=${live(card.attachment[key])}
          @input=${typed(card, key)}
        />
        ${after}
      </div>`,
  );
}

export function areaField(card: CardView, key: TextKey, label: string): TemplateResult {
  return field(
    lookOf(card, key, label),
    ({ id, describedBy, invalid }) =>
      html`<textarea
        id=${id}
        data-key=${key}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        .value=${live(card.attachment[key])}
        @input=${typed(card, key)}
      ></textarea>`,
  );
}

export function checkField(card: CardView, key: KeysOf<boolean>, label: string): TemplateResult {
  const { attachment, acts } = card;
  return checkbox(label, attachment[key], (isChecked) => acts.put({ ...attachment, [key]: isChecked }));
}

export function checkbox(
  label: string,
  isChecked: boolean,
  check: (isChecked: boolean) => void,
): TemplateResult {
  return html`<label class="check">
    <input
      type="checkbox"
      .checked=${live(isChecked)}
      @change=${({ currentTarget }: Event) => {
        if (currentTarget instanceof HTMLInputElement) check(currentTarget.checked);
      }}
    />
    <span>${label}</span>
  </label>`;
}

export function lookOf(card: CardView, key: string, label: string): FieldLook {
  return { path: pathOf(card, key), label, problem: card.problemOf(key) };
}

/** Takes what a control of that key holds. */
export function typed({ attachment, acts }: CardView, key: TextKey): (event: Event) => void {
  return (event) => acts.put({ ...attachment, [key]: valueOf(event) });
}

export function valueOf({ currentTarget }: Event): string {
  const isControl =
    currentTarget instanceof HTMLInputElement ||
    currentTarget instanceof HTMLTextAreaElement ||
    currentTarget instanceof HTMLSelectElement;
  return isControl ? currentTarget.value : '';
}

export function iconButton(look: IconLook, act: () => void): TemplateResult {
  const { icon, label, title = label, isOff = false } = look;
  return html`<button
    type="button"
    class="icon"
    aria-label=${label}
    title=${title}
    aria-disabled=${isOff ? 'true' : nothing}
    aria-keyshortcuts=${look.keys ?? nothing}
    @click=${() => {
      if (!isOff) act();
    }}
  >
    <i class="codicon codicon-${icon}" aria-hidden="true"></i>
  </button>`;
}

interface IconLook {
  readonly icon: string;
  readonly label: string;
  readonly title?: string;
  readonly isOff?: boolean;
  /** For `aria-keyshortcuts`. */
  readonly keys?: string;
}
