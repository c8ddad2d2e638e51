import type { WireAttachment, WireAttachmentAction, WireFile, WireNode } from '../api/wire';
import { isRecord, optionalCount, optionalText, parsed, records, text, texts } from './parse';

/** A quote in a quote in a quote: deeper than the server nests them by default. */
const maxDepth = 4;

const textKeys = [
  'title',
  'title_link',
  'text',
  'description',
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
  'image_type',
  'image_preview',
  'image_alt',
  'audio_url',
  'audio_type',
  'video_url',
  'video_type',
] as const satisfies readonly (keyof WireAttachment)[];

const countKeys = [
  'size',
  'image_size',
  'audio_size',
  'video_size',
] as const satisfies readonly (keyof WireAttachment)[];
const flagKeys = ['title_link_download', 'collapsed'] as const satisfies readonly (keyof WireAttachment)[];
const actionTexts = [
  'type',
  'text',
  'msg',
  'msg_processing_type',
  'url',
  'image_url',
  'webview_height_ratio',
] as const satisfies readonly (keyof WireAttachmentAction)[];
const actionFlags = [
  'msg_in_chat_window',
  'is_webview',
] as const satisfies readonly (keyof WireAttachmentAction)[];

type Wire = Readonly<Record<string, unknown>>;

/** Attachments with what we know of them, each of the kind it should be. The keys of encrypted files stay behind. */
export function attachmentsFromWire(wires: unknown, depth = 0): readonly WireAttachment[] {
  if (depth === maxDepth) return [];
  return records(wires).map((wire) => ({
    ...known(wire, textKeys, optionalText),
    ...known(wire, flagKeys, optionalTruth),
    ...known(wire, countKeys, optionalCount),
    ...defined({
      ts: dateOf(wire['ts']),
      md: treeFromWire(wire['md']),
      descriptionMd: treeFromWire(wire['descriptionMd']),
      image_dimensions: dimensionsOf(wire['image_dimensions']),
      button_alignment: alignmentOf(wire['button_alignment']),
      mrkdwn_in: Array.isArray(wire['mrkdwn_in']) ? texts(wire['mrkdwn_in']) : undefined,
    }),
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

/** Those of the keys whose values are what they should be. */
function known<Key extends string, Value>(
  wire: Wire,
  keys: readonly Key[],
  read: (value: unknown) => Value | undefined,
): Partial<Record<Key, Value>> {
  const entries = keys.map((key) => [key, read(wire[key])] as const);
  // Made of those keys, and of values that were just read.
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Partial<
    Record<Key, Value>
  >;
}

function defined<Values extends object>(values: Values): Partial<Values> {
  // A part of what came in, by its own keys.
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<Values>;
}

function optionalTruth(value: unknown): true | undefined {
  return value === true ? true : undefined;
}

/** Programs send numbers as well. */
function dateOf(value: unknown): string | undefined {
  if (typeof value !== 'number') return optionalText(value);
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

function dimensionsOf(value: unknown): WireAttachment['image_dimensions'] {
  const { width, height } = isRecord(value) ? value : {};
  const [wide, high] = [optionalCount(width), optionalCount(height)];
  return wide && high ? { width: wide, height: high } : undefined;
}

function alignmentOf(value: unknown): WireAttachment['button_alignment'] {
  return value === 'horizontal' || value === 'vertical' ? value : undefined;
}

function lists(wire: Wire, depth: number): Partial<WireAttachment> {
  const fields = parsed(records(wire['fields']), ({ title, value, short }) => ({
    title: text(title, 'a field'),
    value: text(value, 'a field'),
    short: short === true,
  }));
  const actions = records(wire['actions']).map((action) => ({
    ...known(action, actionTexts, optionalText),
    ...known(action, actionFlags, optionalTruth),
  }));
  const attachments = attachmentsFromWire(wire['attachments'], depth + 1);
  return {
    ...(fields.length > 0 && { fields }),
    ...(actions.length > 0 && { actions }),
    ...(attachments.length > 0 && { attachments }),
  };
}
