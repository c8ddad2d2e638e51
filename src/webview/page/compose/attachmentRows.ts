import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { FieldForm } from '../../protocol/compose';
import { fill } from '../shared/fill';
import { checkbox, iconButton, lookOf, valueOf } from './attachmentControls';
import { moveButtons } from './attachmentMoveButtons';
import type { CardView } from './attachmentView';
import { field } from './field';

/** The fields of an attachment: small tables of a title and a value each. */
export function rowsTemplate(card: CardView): TemplateResult {
  const { attachment, rows, words, acts } = card;
  return html`${repeat(
      attachment.fields,
      (_row, at) => rows[at],
      (row, at) => rowTemplate(card, row, at),
    )} <button type="button" class="secondary" @click=${acts.addRow}>${words.fields.add}</button>`;
}

function rowTemplate(card: CardView, row: FieldForm, at: number): TemplateResult {
  const { words, rows } = card;
  const count = rows.length;
  const { title, value } = words.fields;
  return html`<div
    class="row"
    role="group"
    data-at=${at}
    data-row=${rows[at]}
    aria-label=${fill(words.fields.row, at + 1, count)}
  >
    ${partField(card, { row, at, key: 'title', label: title })}
    ${partField(card, { row, at, key: 'value', label: value })}
    <div class="tools">${short(card, row, at)} ${moveAndRemove(card, at)}</div>
  </div>`;
}

interface Part {
  readonly row: FieldForm;
  readonly at: number;
  readonly key: 'title' | 'value';
  readonly label: string;
}

function partField(card: CardView, { row, at, key, label }: Part): TemplateResult {
  return field(
    { ...lookOf(card, `fields.${at}.${key}`, label), isRequired: true },
    ({ id, describedBy, invalid, required }) =>
      html`<input
        type="text"
        id=${id}
        data-key=${key}
        autocomplete="off"
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        aria-required=${required}
        .value=${live(row[key])}
        @input=${(event: Event) => putRow(card, at, { ...row, [key]: valueOf(event) })}
      />`,
  );
}

function short(card: CardView, row: FieldForm, at: number): TemplateResult {
  const { short: label, shortTip } = card.words.fields;
  return html`<span title=${shortTip}>
    ${checkbox(label, row.short, (isShort) => putRow(card, at, { ...row, short: isShort }))}
  </span>`;
}

function moveAndRemove({ words, rows, acts }: CardView, at: number): TemplateResult {
  const remove = { icon: 'trash', label: words.remove };
  return html`<span class="buttons">
    ${moveButtons(words, { at, count: rows.length }, (to) => acts.moveRow(at, to))}
    ${iconButton(remove, () => acts.removeRow(at))}
  </span>`;
}

function putRow({ attachment, acts }: CardView, at: number, row: FieldForm): void {
  acts.put({ ...attachment, fields: attachment.fields.with(at, row) });
}
