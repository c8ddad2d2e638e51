import { html, nothing, type TemplateResult } from 'lit';
import type { MessageView } from '../../protocol/message';
import type { PageContext } from '../shared/context';
import { fill } from '../shared/fill';
import { cleanName } from './cleaned';
import { press } from './presses';
import { clockText, fullText } from './times';

/** Who and when, and what is to know about it. */
export function metaTemplate(view: MessageView, context: PageContext): TemplateResult {
  const { author, sentAt } = view;
  const { username, showsUsername } = author;
  const open = press(() => context.tell({ type: 'openPerson', username }));
  const name = cleanName(author.name) || cleanName(username);
  return html`<span class="meta"
    ><a
      class="name"
      href="#"
      title=${fill(context.words.message.showPerson, `@${cleanName(username)}`)}
      @click=${open}
      @auxclick=${open}
      >${name}</a
    >${showsUsername ? html`<bdi class="muted small username">@${cleanName(username)}</bdi>` : nothing}<time
      class="muted small"
      title=${fullText(sentAt, context.setup)}
      >${clockText(sentAt, context.setup)}</time
    >${marksOf(view, context)}</span
  >`;
}

/** Below a message that stands under the name of the one before. */
export function marksTemplate(view: MessageView, context: PageContext): TemplateResult | typeof nothing {
  const marks = marksOf(view, context);
  return marks.length === 0 ? nothing : html`<span class="marks">${marks}</span>`;
}

function marksOf(view: MessageView, context: PageContext): readonly TemplateResult[] {
  const { starred } = context.words.message;
  return [
    ...editedMark(view, context),
    ...pinnedMark(view, context),
    ...(view.isStarred ? [sign('star-full', starred, starred)] : []),
    ...receiptMark(view, context),
    ...deliveryMark(view, context),
  ];
}

function receiptMark({ receipt }: MessageView, { words }: PageContext): readonly TemplateResult[] {
  if (receipt === undefined) return [];
  const says = receipt === 'read' ? words.message.readByAll : words.message.notReadByAll;
  return [sign(receipt === 'read' ? 'check-all' : 'check', says, says)];
}

function deliveryMark({ delivery }: MessageView, { words }: PageContext): readonly TemplateResult[] {
  if (!delivery) return [];
  const { sending, notSent } = words.message;
  const title = delivery.reason ?? '';
  return [delivery.state === 'sending' ? word('sync', sending, title) : word('error', notSent, title)];
}

function editedMark({ edited }: MessageView, { words, setup }: PageContext): readonly TemplateResult[] {
  if (!edited) return [];
  const { edited: says, editedBy, editedAt } = words.message;
  const when = fullText(edited.at, setup);
  const title = edited.by === undefined ? fill(editedAt, when) : fill(editedBy, cleanName(edited.by), when);
  return [html`<span class="muted small" title=${title}>${says}</span>`];
}

function pinnedMark({ pinned }: MessageView, { words, setup }: PageContext): readonly TemplateResult[] {
  if (!pinned) return [];
  const { at, by } = pinned;
  const { pinned: says, pinnedBy, pinnedAt, pinnedBySomebody } = words.message;
  const when = at === undefined ? '' : fullText(at, setup);
  const who = cleanName(by ?? '');
  if (who !== '' && when !== '') return [sign('pinned', says, fill(pinnedBy, who, when))];
  if (who !== '') return [sign('pinned', says, fill(pinnedBySomebody, who))];
  return [sign('pinned', says, when === '' ? says : fill(pinnedAt, when))];
}

function sign(icon: string, says: string, title: string): TemplateResult {
  return html`<i class="codicon codicon-${icon} muted" role="img" aria-label=${says} title=${title}></i>`;
}

function word(icon: string, says: string, title: string): TemplateResult {
  return html`<span class="muted small" title=${title}
    ><i class="codicon codicon-${icon}" aria-hidden="true"></i> ${says}</span
  >`;
}
