import type { SeedMessage } from '../seed';
import { idOf } from './ids';

export interface Upload {
  readonly file: NonNullable<SeedMessage['file']>;
  readonly attachment: Record<string, unknown>;
}

interface Picture {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly description?: string;
}

interface Paper {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly description?: string;
}

export function picture({ name, width, height, size, description }: Picture): Upload {
  const type = name.endsWith('.png') ? 'image/png' : 'image/jpeg';
  const dimensions = { width, height };
  const file = { id: idOf(`file/${name}`), name, type, size, dimensions };
  const attachment = {
    ...commonKeys(file),
    image_url: addressOf(file),
    image_type: type,
    image_size: size,
    image_dimensions: dimensions,
    ...(description === undefined ? {} : { description }),
  };
  return { file, attachment };
}

export function paper({ name, type, size, description }: Paper): Upload {
  const file = { id: idOf(`file/${name}`), name, type, size };
  const format = name.slice(name.lastIndexOf('.') + 1).toUpperCase();
  const described = description === undefined ? {} : { description };
  return { file, attachment: { ...commonKeys(file), format, size, ...described } };
}

function commonKeys(file: Upload['file']): Record<string, unknown> {
  return {
    title: file.name,
    title_link: addressOf(file),
    title_link_download: true,
    type: 'file',
    fileId: file.id,
  };
}

function addressOf(file: Upload['file']): string {
  return `/file-upload/${file.id}/${encodeURIComponent(file.name)}`;
}
