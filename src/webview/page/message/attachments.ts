import { html, nothing, type TemplateResult } from 'lit';
import type { AttachmentView, MessageView } from '../../protocol/message';
import type { PageContext } from '../shared/context';
import { cssVariable } from '../shared/cssVariable';
import { authorTemplate, timeTemplate } from './attachmentAuthor';
import { fieldsTemplate } from './attachmentFields';
import { mediaTemplate, thumbTemplate } from './attachmentMedia';
import { markdownOr } from './attachmentText';
import { barColor } from './colors';
import { cleanName } from './cleaned';
import { downloadTemplate, fileLine } from './fileLine';
import { inBrowser, linked } from './openLink';
import { press } from './presses';
import './collapsible';

/** Deeper than quotes are nested by people. */
const maxDepth = 6;

/** What an attachment belongs to. */
export interface Scope {
  readonly message: MessageView;
  readonly context: PageContext;
  readonly depth: number;
}

export function attachmentsTemplate(message: MessageView, context: PageContext): readonly unknown[] {
  return listTemplate(message.attachments, { message, context, depth: 0 });
}

function listTemplate(attachments: readonly AttachmentView[], scope: Scope): readonly unknown[] {
  if (attachments.length === 0) return [];
  if (scope.depth >= maxDepth)
    return [html`<div class="small muted">${scope.context.words.message.tooDeep}</div>`];
  return attachments.map((attachment) => attachmentTemplate(attachment, scope));
}

function attachmentTemplate(attachment: AttachmentView, scope: Scope): unknown {
  if (attachment.type === 'removed-file') return removedTemplate(attachment, scope);
  if (attachment.message_link !== undefined) return quoteTemplate(attachment, scope);
  return isFile(attachment) ? fileTemplate(attachment, scope) : richTemplate(attachment, scope);
}

/** What a person uploaded, not what a program made up. */
function isFile({ type, fileId, title_link: link = '' }: AttachmentView): boolean {
  return type === 'file' || fileId !== undefined || link.startsWith('/file-upload/');
}

function removedTemplate({ title = '', text }: AttachmentView, { context }: Scope): TemplateResult {
  const says = [title, text ?? context.words.message.removedFile].map(cleanName);
  return html`<div class="attachment removed small muted">
    <i class="codicon codicon-trash" aria-hidden="true"></i> ${says.filter((one) => one !== '').join(' · ')}
  </div>`;
}

/** The message itself is said to be a quote by the bar at its side, and by where it leads. */
function quoteTemplate(attachment: AttachmentView, scope: Scope): TemplateResult {
  const { context } = scope;
  const { message_link: link = '', text } = attachment;
  const open = press(() => context.tell({ type: 'openLink', href: link }));
  const { goToQuoted } = context.words.message;
  return html`<blockquote class="attachment quoted">
    <div class="by">
      ${authorTemplate(attachment, scope)} ${timeTemplate(attachment, scope)}
      <a class="icon" href="#" aria-label=${goToQuoted} title=${goToQuoted} @click=${open} @auxclick=${open}
        ><i class="codicon codicon-arrow-up" aria-hidden="true"></i
      ></a>
    </div>
    ${markdownOr('text', { text, tree: attachment.md }, attachment, scope)} ${restOf(attachment, scope)}
  </blockquote>`;
}

function fileTemplate(attachment: AttachmentView, scope: Scope): TemplateResult {
  const { description, descriptionMd } = attachment;
  return html`<div class="attachment file">
    ${markdownOr('text', { text: description, tree: descriptionMd }, attachment, scope)}
    ${fileLine(attachment, scope)}
    ${collapsible(attachment, scope, html`${mediaTemplate(attachment, scope)} ${restOf(attachment, scope)}`)}
  </div>`;
}

function richTemplate(attachment: AttachmentView, scope: Scope): TemplateResult {
  const color = attachment.color === undefined ? undefined : barColor(attachment.color, isColor);
  return html`<div class="attachment" ${cssVariable('--bar', color)}>
    ${markdownOr('pretext', { text: attachment.pretext }, attachment, scope)} ${byLine(attachment, scope)}
    ${titleTemplate(attachment, scope)} ${collapsible(attachment, scope, bodyTemplate(attachment, scope))}
  </div>`;
}

function isColor(color: string): boolean {
  return CSS.supports('color', color);
}

function byLine(attachment: AttachmentView, scope: Scope): unknown {
  if (attachment.author_name === undefined && attachment.ts === undefined) return nothing;
  return html`<div class="by">${authorTemplate(attachment, scope)} ${timeTemplate(attachment, scope)}</div>`;
}

function titleTemplate(attachment: AttachmentView, { context }: Scope): unknown {
  const { title, title_link: link, title_link_download: isDownload } = attachment;
  if (title === undefined) return nothing;
  const name = cleanName(title);
  const shown = isDownload === true ? name : linked(name, link, context);
  return html`<div class="title" role="heading" aria-level="3">
    <bdi>${shown}</bdi>
    ${isDownload === true && link !== undefined ? downloadTemplate(link, name, context) : nothing}
  </div>`;
}

function bodyTemplate(attachment: AttachmentView, scope: Scope): TemplateResult {
  const { text, md, description, descriptionMd } = attachment;
  return html`<div class="body">
      ${thumbTemplate(attachment, scope)}
      <div class="words">
        ${markdownOr('text', { text, tree: md }, attachment, scope)}
        ${markdownOr('text', { text: description, tree: descriptionMd }, attachment, scope)}
        ${fieldsTemplate(attachment, scope)}
      </div>
    </div>
    ${mediaTemplate(attachment, scope)} ${restOf(attachment, scope)}`;
}

/** What any attachment may hold besides. */
function restOf({ attachments = [], hasActions }: AttachmentView, scope: Scope): unknown {
  const { context, message, depth } = scope;
  return [
    listTemplate(attachments, { ...scope, depth: depth + 1 }),
    hasActions === true
      ? html`<div class="small muted">
          ${context.words.message.hasButtons} ${inBrowser(message.id, undefined, context)}
        </div>`
      : nothing,
  ];
}

function collapsible({ collapsed }: AttachmentView, { context }: Scope, content: unknown): unknown {
  if (collapsed !== true) return content;
  const { showAttachment, hideAttachment } = context.words.message;
  return html`<rc-collapsible
    .show=${showAttachment}
    .hide=${hideAttachment}
    .content=${content}
  ></rc-collapsible>`;
}
