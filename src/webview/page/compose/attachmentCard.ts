import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../shared/fill';
import { colorField } from './attachmentColor';
import {
  addressField,
  addressFieldUnless,
  areaField,
  checkField,
  iconButton,
  lineField,
} from './attachmentControls';
import { type FoldName, nameOf, restKeys } from './attachmentForm';
import { moveButtons, stepOf } from './attachmentMoveButtons';
import { rowsTemplate } from './attachmentRows';
import { timeField } from './attachmentTime';
import { type CardView, pathOf } from './attachmentView';
import { tiesOf } from './field';
import { grip } from './grip';
import type { OrderDrag } from './orderDrag';

/** Everything that an attachment can hold, in the groups in which the server's documentation has it. */
export function cardTemplate(card: CardView, drag: OrderDrag): TemplateResult {
  const { attachment, at, count, words } = card;
  const name = nameOf(attachment) ?? words.untitled;
  return html`<section
    class="card ${drag.classOf({ id: attachment.id, at, count })}"
    role="group"
    tabindex="-1"
    data-attachment=${attachment.id}
    aria-label=${fill(words.card, at + 1, count, name)}
    @keydown=${(event: KeyboardEvent) => moveByKey(card, event)}
  >
    ${header(card, name, drag)}
    <div class="body">${titleGroup(card)} ${commonGroup(card)}</div>
    ${fold(card, 'fields', () => rowsTemplate(card))} ${fold(card, 'author', () => authorGroup(card))}
    ${fold(card, 'media', () => mediaGroup(card))} ${keptNote(card)}
  </section>`;
}

/** In a row of its fields the keys move that row. */
function moveByKey({ at, count, rows, acts }: CardView, event: KeyboardEvent): void {
  const step = stepOf(event);
  if (step === 0 || !(event.target instanceof HTMLElement)) return;
  event.preventDefault();
  const row = event.target.closest<HTMLElement>('.row')?.dataset['at'];
  if (row !== undefined) moveWithin(Number(row), step, { count: rows.length, move: acts.moveRow });
  else moveWithin(at, step, { count, move: (_from, to) => acts.move(to) });
}

interface Order {
  readonly count: number;
  readonly move: (from: number, to: number) => void;
}

function moveWithin(from: number, step: number, { count, move }: Order): void {
  const to = from + step;
  if (to >= 0 && to < count) move(from, to);
}

function header(
  { attachment, at, count, words, acts }: CardView,
  name: string,
  drag: OrderDrag,
): TemplateResult {
  return html`<header>
    ${count > 1 ? grip(drag, attachment.id, words.drag) : nothing}
    <b title=${name}>${at + 1} · ${name}</b>
    ${moveButtons(words, { at, count }, acts.move)}
    ${iconButton({ icon: 'copy', label: words.duplicate }, acts.duplicate)}
    ${iconButton({ icon: 'trash', label: words.remove }, acts.remove)}
  </header>`;
}

function titleGroup(card: CardView): TemplateResult {
  const { title, link, download } = card.words.title;
  return html`<div class="pair">
    ${lineField(card, 'title', title)} ${addressField(card, 'title_link', link)}
    ${checkField(card, 'title_link_download', download)}
  </div>`;
}

function commonGroup(card: CardView): TemplateResult {
  const { text, messageLink, messageLinkOff, thumb, collapsed } = card.words.common;
  const { ts, message_link } = card.attachment;
  // One that came without a time, from what was pasted, can be taken away.
  const whyNot = ts.trim() === '' && message_link === '' ? messageLinkOff : undefined;
  return html`${areaField(card, 'text', text)}
    <div class="pair">${colorField(card)} ${addressField(card, 'thumb_url', thumb)}</div>
    <div class="pair">
      ${timeField(card)} ${addressFieldUnless(card, 'message_link', { label: messageLink, whyNot })}
    </div>
    ${checkField(card, 'collapsed', collapsed)}`;
}

function authorGroup(card: CardView): TemplateResult {
  const { name, link, icon } = card.words.author;
  return html`<div class="pair">
      ${lineField(card, 'author_name', name)} ${addressField(card, 'author_link', link)}
    </div>
    ${addressField(card, 'author_icon', icon)}`;
}

function mediaGroup(card: CardView): TemplateResult {
  const { image, audio, video } = card.words.media;
  return html`${addressField(card, 'image_url', image)} ${addressField(card, 'audio_url', audio)}
  ${addressField(card, 'video_url', video)}`;
}

/** Folded, it says that there is a problem within. */
function fold(card: CardView, name: FoldName, content: () => TemplateResult): TemplateResult {
  const { attachment, words, acts } = card;
  const isOpen = card.isOpen(name);
  const count = name === 'fields' && attachment.fields.length > 0 ? attachment.fields.length : nothing;
  const problem = !isOpen && card.hasProblem(name);
  return html`<details
    data-fold=${name}
    ?open=${isOpen}
    @toggle=${({ currentTarget }: Event) => {
      if (currentTarget instanceof HTMLDetailsElement) acts.fold(name, currentTarget.open);
    }}
  >
    <summary>
      ${words[name].group} <span class="muted">${count}</span>
      ${problem ? problemSign(words.problemWithin) : nothing}
    </summary>
    <div class="content">${content()}</div>
  </details>`;
}

function problemSign(label: string): TemplateResult {
  return html`<i class="codicon codicon-error" role="img" aria-label=${label} title=${label}></i>`;
}

function keptNote(card: CardView): TemplateResult | typeof nothing {
  const { attachment, words, acts } = card;
  const keys = restKeys(attachment);
  const problem = card.problemOf('rest');
  if (keys.length === 0 && problem === undefined) return nothing;
  const { also, remove } = words.kept;
  return html`<div class="kept" id=${tiesOf({ path: pathOf(card, 'rest') }).id} tabindex="-1">
    <span>${problem ?? fill(also, keys.join(', '))}</span>
    ${iconButton({ icon: 'close', label: remove }, () => acts.put({ ...attachment, rest: '' }))}
  </div>`;
}
