import type { Upload } from '../../world/documents';
import { greyJpeg, stripedPng } from '../../world/pictures';

/**
 * Nobody has kept the bytes: a picture is drawn in the size that it is said to have, the rest is a line of
 * text.
 */
export function fileContent({ name, type, identify }: Upload): Uint8Array<ArrayBuffer> {
  const dimensions = identify?.size;
  if (dimensions && type === 'image/png') return stripedPng(dimensions);
  if (dimensions && type === 'image/jpeg') return greyJpeg(dimensions);
  return Buffer.from(`This stands for ${name}.\n`);
}
