import { matchesNone, plainError } from '../failures';
import type { World } from './world';
import { pathPrefix } from './quotes';

type Fields = Readonly<Record<string, unknown>>;
type Kind = 'string' | 'boolean' | 'number' | 'object' | 'array' | 'link' | 'stringOrNumber';

const attachmentKinds: Readonly<Record<string, Kind>> = {
  color: 'string',
  text: 'string',
  ts: 'stringOrNumber',
  thumb_url: 'link',
  button_alignment: 'string',
  actions: 'array',
  message_link: 'link',
  collapsed: 'boolean',
  author_name: 'string',
  author_link: 'link',
  author_icon: 'link',
  title: 'string',
  title_link: 'link',
  title_link_download: 'boolean',
  image_dimensions: 'object',
  image_url: 'link',
  image_preview: 'string',
  image_type: 'string',
  image_size: 'number',
  audio_url: 'link',
  audio_type: 'string',
  audio_size: 'number',
  video_url: 'link',
  video_type: 'string',
  video_size: 'number',
  fields: 'array',
};

const actionKinds: Readonly<Record<string, Kind>> = {
  type: 'string',
  text: 'string',
  url: 'link',
  image_url: 'link',
  is_webview: 'boolean',
  webview_height_ratio: 'string',
  msg: 'string',
  msg_in_chat_window: 'boolean',
};

/** Throws the server's refusal of what a message may not carry. */
export function checkAttachments(world: World, attachments: readonly unknown[]): void {
  for (const attachment of attachments.filter(isFields)) {
    checkKinds(world, attachment, attachmentKinds);
    for (const field of listed(attachment['fields'])) checkField(field);
    for (const action of listed(attachment['actions'])) checkKinds(world, action, actionKinds);
  }
}

/** The picture of an author may also be a path of this server. */
export function checkAvatar(world: World, avatar: unknown): void {
  if (avatar === undefined || avatar === null) return;
  const isRelative = typeof avatar === 'string' && /^\/[^/]|^[^/:]+\/[^/]/.test(avatar);
  if (!isRelative) checkKind(world, avatar, 'link');
}

function checkField(field: Fields): void {
  if (field['short'] !== undefined && typeof field['short'] !== 'boolean')
    throw mismatch('boolean', field['short']);
  if (!field['title'] || !field['value']) {
    throw plainError('Invalid attachment field, title and value is required');
  }
}

function checkKinds(world: World, fields: Fields, kinds: Readonly<Record<string, Kind>>): void {
  for (const [key, kind] of Object.entries(kinds)) {
    const value = fields[key];
    if (value !== undefined && value !== null) checkKind(world, value, kind);
  }
}

function checkKind(world: World, value: unknown, kind: Kind): void {
  if (kind === 'link') {
    checkLink(world, value);
  } else if (kind === 'array') {
    if (!Array.isArray(value)) throw mismatch('array', value);
  } else if (kind === 'stringOrNumber') {
    if (typeof value !== 'string' && typeof value !== 'number') throw matchesNone();
  } else if (typeof value !== kind) {
    throw mismatch(kind, value);
  }
}

function checkLink(world: World, value: unknown): void {
  if (typeof value !== 'string') throw mismatch('string', value);
  const isAbsolute = /^https?:\/\/|^data:/i.test(value);
  if (!isAbsolute && !value.startsWith(`${pathPrefix(world)}/file-upload`)) {
    throw plainError('Invalid href value provided');
  }
}

function mismatch(expected: string, value: unknown) {
  return plainError(`Match error: Expected ${expected}, got ${value === null ? 'null' : typeof value}`);
}

function listed(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
