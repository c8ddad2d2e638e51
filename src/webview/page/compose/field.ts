import { html, nothing, type TemplateResult } from 'lit';

export interface FieldLook {
  /** Of what is typed here, as problems name it: `text`, `attachments.0.title_link`. */
  readonly path: string;
  readonly label: string;
  /** Stands under the field while there is no problem. */
  readonly help?: string | undefined;
  readonly problem?: string | undefined;
  readonly isRequired?: boolean;
}

/** What ties a control to its label, help and problem: each goes into the attribute of its name. */
export interface FieldTies {
  readonly id: string;
  /** For `aria-describedby`. */
  readonly describedBy: string | typeof nothing;
  /** For `aria-invalid`. */
  readonly invalid: 'true' | 'false';
  /** For `aria-required`. */
  readonly required: 'true' | typeof nothing;
}

/** A control under its label, with a line below that says its problem, or else its help. */
export function field(look: FieldLook, control: (ties: FieldTies) => unknown): TemplateResult {
  const { label, problem, isRequired = false } = look;
  const ties = tiesOf(look);
  return html`<div class="field ${problem === undefined ? '' : 'bad'}">
    <label for=${ties.id}>${label}${isRequired ? star : nothing}</label>
    ${control(ties)} ${note(look)}
  </div>`;
}

/** The line below, for what is no `field`: it is as high when it is empty, so that nothing jumps. */
export function note({ path, help, problem }: Pick<FieldLook, 'path' | 'help' | 'problem'>): TemplateResult {
  return html`<p class="note" id=${noteId(path)}>
    ${
      problem === undefined
        ? (help ?? nothing)
        : html`<i class="codicon codicon-error" aria-hidden="true"></i><span>${problem}</span>`
    }
  </p>`;
}

export function tiesOf({ path, help, problem, isRequired = false }: Omit<FieldLook, 'label'>): FieldTies {
  return {
    id: controlId(path),
    describedBy: help === undefined && problem === undefined ? nothing : noteId(path),
    invalid: problem === undefined ? 'false' : 'true',
    required: isRequired ? 'true' : nothing,
  };
}

/** Gives the focus to the field of that path, and unfolds what it lies in. */
export function focusField(path: string): boolean {
  // One of several in a field, `targets.1`, has none of its own.
  const paths = [path, path.replace(/\.\d+$/, '')];
  const control = paths.map((one) => document.getElementById(controlId(one))).find((one) => one !== null);
  for (let fold = control?.closest('details'); fold; fold = fold.parentElement?.closest('details'))
    fold.open = true;
  control?.focus();
  return control !== undefined;
}

/** What is typed there, as problems name it. */
export function pathOfField({ id }: Element): string | undefined {
  return id.startsWith(controlStart) ? id.slice(controlStart.length) : undefined;
}

/** Read out as `aria-required`. */
const star = html`<span class="star" aria-hidden="true">*</span>`;

const controlStart = 'field-';

function controlId(path: string): string {
  return `${controlStart}${path}`;
}

function noteId(path: string): string {
  return `note-${path}`;
}
