import { html, nothing, type TemplateResult } from 'lit';
import type { AttachmentView, FileView, MessageView } from '../../protocol/message';
import type { PageContext } from '../shared/context';
import { fill } from '../shared/fill';
import { sizeText } from '../shared/size';
import type { Scope } from './attachments';
import { cleanName } from './cleaned';
import { isFileOfServer, safeAddress } from './links';

interface File {
  readonly name: string;
  readonly source?: string;
  readonly size?: number;
  /** Media type or ending. */
  readonly type?: string;
}

/** Name and size of an uploaded file, with a way to keep it. */
export function fileLine(
  attachment: AttachmentView,
  { message, context }: Scope,
): TemplateResult | typeof nothing {
  const { title, title_link: source, fileId, format, image_url: image } = attachment;
  const { name, size, type }: Partial<FileView> = message.files.find(({ id }) => id === fileId) ?? {};
  const said = title ?? name;
  if (said === undefined) return nothing;
  const file = { name: said, source: source ?? image, size: attachment.size ?? size, type: type ?? format };
  return lineTemplate(file, context);
}

/** Files that no attachment speaks of, as some old servers and programs leave them. */
export function filesTemplate({ files, attachments }: MessageView, context: PageContext): readonly unknown[] {
  const isSpokenOf = ({ id, name }: FileView) =>
    attachments.some(
      ({ fileId, title_link: link = '', title }) => fileId === id || link.includes(id) || title === name,
    );
  const isThumb = ({ name }: FileView) => name.startsWith('thumb-') && files.length > 1;
  return files
    .filter((file) => !isSpokenOf(file) && !isThumb(file))
    .map(({ id, name, size, type }) => {
      const source = `/file-upload/${encoded(id)}/${encoded(name)}`;
      return html`<div class="attachment file">${lineTemplate({ name, source, size, type }, context)}</div>`;
    });
}

/** Half a character cannot be part of an address. */
function encoded(part: string): string {
  return encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\uFFFD'));
}

function lineTemplate({ name, source, size, type }: File, context: PageContext): TemplateResult {
  const said = cleanName(name);
  return html`<div class="file-line">
    <i class="codicon codicon-${iconOf(type ?? '', name)}" aria-hidden="true"></i>
    <bdi class="name" title=${said}>${said}</bdi>
    ${size === undefined ? nothing : html`<span class="small muted">${sizeText(size, context.setup.locale)}</span>`}
    ${source === undefined ? nothing : downloadTemplate(source, said, context)}
  </div>`;
}

/** Through the host's own dialog; nothing where the address is neither of the server nor of the web. */
export function downloadTemplate(
  source: string,
  name: string,
  { tell, words }: PageContext,
): TemplateResult | typeof nothing {
  if (!isFileOfServer(source) && safeAddress(source) === undefined) return nothing;
  const label = fill(words.message.download, name);
  return html`<button
    class="icon"
    aria-label=${label}
    title=${label}
    @click=${() => tell({ type: 'download', source, name })}
  >
    <i class="codicon codicon-desktop-download" aria-hidden="true"></i>
  </button>`;
}

function iconOf(type: string, name: string): string {
  const kind = `${type} ${name.slice(name.lastIndexOf('.') + 1)}`.toLowerCase();
  return icons.find(([pattern]) => pattern.test(kind))?.[1] ?? 'file';
}

const icons: readonly (readonly [RegExp, string])[] = [
  [/^(image|audio|video)\//, 'file-media'],
  [/\bpdf\b/, 'file-pdf'],
  [/\b(zip|gz|tgz|tar|7z|rar|xz|bz2)\b/, 'file-zip'],
  [/\b(ts|js|py|rs|go|c|cpp|h|java|kt|rb|cs|php|sh|json|ya?ml|xml|html|css)$/, 'file-code'],
  [/^text\//, 'file-text'],
];
