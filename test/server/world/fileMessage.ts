import type { Dimensions, Message, Upload } from './documents';
import { greyJpeg, stripedPng } from './pictures';
import { filePath } from './uploads';
import type { World } from './world';

const previewSide = 32;
const drawing = 'image/svg+xml';

type FileKeys = Required<Pick<Message, 'file' | 'files' | 'attachments'>>;

/** What a message says of the file that it brings. Pictures get a thumbnail. */
export function fileKeys(world: World, upload: Upload): FileKeys {
  const thumbnail = isPicture(upload) ? makeThumbnail(world, upload) : undefined;
  const file = fileRef(upload);
  return {
    file,
    files: [file, ...(thumbnail ? [fileRef(thumbnail)] : [])],
    attachments: [attachment(upload, thumbnail)],
  };
}

function fileRef({ _id, name, type, size, identify, typeGroup }: Upload): Record<string, unknown> {
  return { _id, name, type, size, format: identify?.format ?? '', typeGroup };
}

function attachment(upload: Upload, thumbnail: Upload | undefined): Record<string, unknown> {
  const { name, description, _id } = upload;
  return {
    title: name,
    type: 'file',
    ...(description !== undefined && { description }),
    title_link: filePath(upload),
    title_link_download: true,
    ...contentKeys(upload, thumbnail),
    fileId: _id,
  };
}

/** The keys by which a client knows how to show it. */
function contentKeys(upload: Upload, thumbnail: Upload | undefined): Record<string, unknown> {
  const { type, size, name } = upload;
  if (isPicture(upload)) return pictureKeys(upload, thumbnail);
  const [, kind] = /^(audio|video)\/./.exec(type) ?? [];
  if (kind === undefined) return { format: extension(name), size };
  return { [`${kind}_url`]: filePath(upload), [`${kind}_type`]: type, [`${kind}_size`]: size };
}

function pictureKeys(upload: Upload, thumbnail: Upload | undefined): Record<string, unknown> {
  const shown = thumbnail ?? upload;
  const size = shown.identify?.size;
  return {
    // The thumbnail's address ends in the name of what it shows.
    image_url: filePath({ _id: shown._id, name: upload.name }),
    image_type: shown.type,
    image_size: upload.size,
    ...(upload.description !== undefined && { image_alt: upload.description }),
    ...(size && { image_dimensions: size }),
    ...(size && { image_preview: preview(size) }),
  };
}

/** A tiny grey picture of the same shape. */
function preview(size: Dimensions): string {
  return Buffer.from(greyJpeg(fitted(size, { width: previewSide, height: previewSide }))).toString('base64');
}

function makeThumbnail(world: World, upload: Upload): Upload | undefined {
  const size = thumbnailSize(world, upload);
  if (!size) return undefined;
  const thumbnail: Upload = {
    ...upload,
    ...(upload.type === drawing && { type: 'image/png', bytes: stripedPng(size) }),
    _id: world.newHexId(),
    name: `thumb-${upload.name}`,
    typeGroup: 'thumb',
    uploadedAt: world.timestamp(),
    _updatedAt: world.timestamp(),
    identify: { format: upload.identify?.format ?? 'png', size },
    originalFileId: upload._id,
  };
  delete thumbnail.expiresAt;
  delete thumbnail.description;
  world.uploads.add(thumbnail);
  return thumbnail;
}

/** Undefined for what the server cannot draw. A small picture's is as large as the picture. */
function thumbnailSize(world: World, { type, identify }: Upload): Dimensions | undefined {
  if (!world.isOn('Message_Attachments_Thumbnails_Enabled')) return undefined;
  const box = {
    width: world.number('Message_Attachments_Thumbnails_Width'),
    height: world.number('Message_Attachments_Thumbnails_Height'),
  };
  if (type === drawing) return box;
  return identify && fitted(identify.size, box);
}

function fitted({ width, height }: Dimensions, box: Dimensions): Dimensions {
  const scale = Math.min(1, box.width / width, box.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

function isPicture({ type }: Upload): boolean {
  return /^image\/./.test(type);
}

/** `LST` of `a.lst`; what has none is just a `file`. */
function extension(name: string): string {
  return /[^.].*\.([^.]+)$/.exec(name)?.[1]?.toUpperCase() ?? 'file';
}
