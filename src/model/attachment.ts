import type { WireAttachment, WireFile, WireNode } from '../api/wire';
import { optionalCount, optionalText, parsed, records, text } from './parse';

/** A quote in a quote in a quote: deeper than the server nests them by default. */
const maxDepth = 4;

const textKeys = [
  'title',
  'title_link',
  'text',
  'description',
  'ts',
  'color',
  'pretext',
  'type',
  'fileId',
  'format',
  'author_name',
  'author_link',
  'author_icon',
  'message_link',
  'thumb_url',
  'image_url',
  'audio_url',
  'video_url',
] as const satisfies readonly (keyof WireAttachment)[];

/** Attachments with what we know of them, each of the kind it should be. */
export function attachmentsFromWire(wires: unknown, depth = 0): readonly WireAttachment[] {
  if (depth === maxDepth) return [];
  return records(wires).map((wire) => ({
    ...knownTexts(wire),
    ...(wire['title_link_download'] === true && { title_link_download: true }),
    ...(wire['collapsed'] === true && { collapsed: true }),
    ...(typeof wire['size'] === 'number' && { size: wire['size'] }),
    ...lists(wire, depth),
  }));
}

/** The parser's tree; undefined if it is none. Below its first level the reader of each node looks. */
export function treeFromWire(wire: unknown): readonly WireNode[] | undefined {
  if (!Array.isArray(wire) || wire.length === 0) return undefined;
  return records(wire).flatMap((node) => {
    const type = optionalText(node['type']);
    return type === undefined ? [] : [{ ...node, type }];
  });
}

export function filesFromWire(wires: unknown): readonly WireFile[] {
  return parsed(records(wires), ({ _id, name, type, size }) => ({
    _id: text(_id, 'a file'),
    name: text(name, 'a file'),
    type: optionalText(type),
    size: optionalCount(size),
  }));
}

function knownTexts(wire: Readonly<Record<string, unknown>>): Partial<WireAttachment> {
  return Object.fromEntries(
    textKeys.flatMap((key) => {
      const value = optionalText(wire[key]);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

function lists(wire: Readonly<Record<string, unknown>>, depth: number): Partial<WireAttachment> {
  const md = treeFromWire(wire['md']);
  const fields = parsed(records(wire['fields']), ({ title, value, short }) => ({
    title: text(title, 'a field'),
    value: text(value, 'a field'),
    short: short === true,
  }));
  const attachments = attachmentsFromWire(wire['attachments'], depth + 1);
  return {
    ...(md && { md }),
    ...(fields.length > 0 && { fields }),
    ...(attachments.length > 0 && { attachments }),
  };
}
