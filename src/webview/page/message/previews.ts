import { html, nothing, type TemplateResult } from 'lit';
import type { MessageView, PreviewView } from '../../protocol/message';
import type { PageContext } from '../shared/context';
import { pictureTemplate } from './attachmentMedia';
import { cleanName } from './cleaned';
import { safeAddress } from './links';
import { inBrowser, linked } from './openLink';

/** What lies behind the links of a message, as the server found it; what stands there as a quote is not said twice. */
export function previewsTemplate(message: MessageView, context: PageContext): readonly unknown[] {
  const quoted = new Set(message.attachments.map(({ message_link: link }) => link));
  return message.previews
    .filter(({ url }) => !quoted.has(url) && safeAddress(url) !== undefined)
    .map((preview) => previewTemplate(preview, message.id, context));
}

function previewTemplate(preview: PreviewView, message: string, context: PageContext): unknown {
  const { url, title, description, media } = preview;
  if (media === 'image') return pictureTemplate({ source: url, alt: nameOf(url), message }, { context });
  if (media !== undefined) return recordingTemplate(url, message, context);
  return title === undefined && description === undefined ? nothing : cardTemplate(preview, message, context);
}

function cardTemplate(preview: PreviewView, message: string, context: PageContext): TemplateResult {
  const { url, description, site, image, title = nameOf(url) } = preview;
  return html`<div class="attachment preview">
    <div class="words">
      ${site === undefined ? nothing : html`<div class="small muted"><bdi>${cleanName(site)}</bdi></div>`}
      <div class="title"><bdi>${linked(cleanName(title), url, context)}</bdi></div>
      ${description === undefined ? nothing : html`<div class="description">${cleanName(description)}</div>`}
    </div>
    ${image === undefined ? nothing : thumbTemplate(image, title, { message, context })}
  </div>`;
}

function thumbTemplate(
  source: string,
  alt: string,
  { message, context }: { readonly message: string; readonly context: PageContext },
): TemplateResult {
  const picture = { source, alt: cleanName(alt), message, size: { width: 96, height: 64 } };
  return html`<span class="thumb">${pictureTemplate(picture, { context })}</span>`;
}

/** Of somebody else: it plays where it lies. */
function recordingTemplate(url: string, message: string, context: PageContext): TemplateResult {
  return html`<div class="attachment file">
    <div class="file-line">
      <i class="codicon codicon-file-media" aria-hidden="true"></i>
      <bdi class="name">${nameOf(url)}</bdi> ${inBrowser(message, url, context)}
    </div>
  </div>`;
}

/** The last part of its path, else where it lies. */
function nameOf(url: string): string {
  const { pathname = '', host = '' } = URL.parse(url) ?? {};
  const file = pathname.slice(pathname.lastIndexOf('/') + 1);
  return cleanName(file === '' ? host : file);
}
