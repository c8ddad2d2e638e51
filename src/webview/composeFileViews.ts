import type { StagedFile } from './composeStaged';
import type { ComposeFileView } from './protocol/compose';
import type { AttachmentView } from './protocol/message';

const scheme = 'compose-file:';

/** What a page asks for to show a picture that has not left this machine. */
function stagedSource(file: string): string {
  return scheme + file;
}

export function isStagedSource(source: string): boolean {
  return source.startsWith(scheme);
}

export function fileOfSource(source: string): string {
  return source.slice(scheme.length);
}

/** `warning`: that it will not be there after a restart. */
export function fileView(file: StagedFile, warning: string | undefined): ComposeFileView {
  const { id, name, type, size, description, status } = file;
  const { state, progress, reason = warning } = status;
  return {
    ...{ id, name, type, size, description, state },
    ...(progress !== undefined && { progress }),
    ...(reason !== undefined && { reason }),
    ...(isPicture(type) && { image: stagedSource(id) }),
  };
}

/** As the server attaches a file to the message that shows it. */
export function fileAttachment({ id, name, type, size, description }: StagedFile): AttachmentView {
  const picture = isPicture(type) ? { image_url: stagedSource(id) } : { size, format: formatOf(name) };
  return {
    title: name,
    type: 'file',
    fileId: id,
    ...(description !== '' && { description }),
    ...picture,
  };
}

/** Of those kinds that pages show; others are names. */
function isPicture(type: string): boolean {
  return /^image\/(?:png|jpe?g|gif|webp|avif|bmp)$/i.test(type);
}

function formatOf(name: string): string | undefined {
  return /\.([^.]+)$/.exec(name)?.[1]?.toUpperCase();
}
