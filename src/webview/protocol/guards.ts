import { codeActions, faceActions, type FromPage } from './conversation';

type Guard = (value: unknown) => boolean;
type Keys = Readonly<Record<string, Guard>>;

/** What a page sent, or undefined: a page can be made to say anything. */
export function parseFromPage(value: unknown): FromPage | undefined {
  if (!isRecord(value) || typeof value['type'] !== 'string') return undefined;
  const { type } = value;
  if (!Object.hasOwn(fromPage, type)) return undefined;
  // Checked on the line above; the guards of that tag decide the rest.
  return has(value, fromPage[type as FromPage['type']]) ? (value as FromPage) : undefined;
}

/** Of a place that was kept by a page, or by this machine. */
export function isPlace(value: unknown): value is { readonly room: string; readonly thread?: string } {
  return isRecord(value) && has(value, { room: isId, thread: optional(isId) });
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Ids of servers have 17 to some forty characters; those of uploads and links to rooms may be longer. */
const isId = textUpTo(200);
/** A room's or a person's name, a short name, a media type. */
const isName = textUpTo(300);
const isAddress = textUpTo(8_000);
/** The server's own limit is 5,000 unless it was set otherwise. */
const isText = textUpTo(1_000_000);
/** Whatever a person wrote is kept; what of it is too long to be sent, the box says. */
const isWritten: Guard = (value) => typeof value === 'string';
/** More would not come through in one piece: the page is told, and says so. */
export const mostBytes = 512 * 1024 * 1024;
const isFlag: Guard = (value) => typeof value === 'boolean';

const plainDraft: Keys = {
  text: isWritten,
  quotes: optional(listOf(record({ id: isId, author: isName, text: isText }), 100)),
};
const isDraft = record({ ...plainDraft, edits: optional(isId), before: optional(record(plainDraft)) });

/** Every tag with the guards of its keys; a key that none of them knows does no harm, as nobody reads it. */
const fromPage: { readonly [Tag in FromPage['type']]: KeysOf<Extract<FromPage, { type: Tag }>> } = {
  ready: {},
  older: {},
  newer: {},
  latest: {},
  seen: { place: isPlace, message: isId },
  atHand: { message: optional(isId) },
  openThread: { message: isId },
  back: {},
  openRoom: { room: isId },
  openPerson: { username: isName },
  openLink: { href: isAddress },
  openPath: { path: isAddress, line: isCount, end: optional(isCount), href: optional(isAddress) },
  show: { message: isId },
  face: { action: oneOf(faceActions) },
  header: { action: oneOf(['search', 'openInEditor']) },
  action: { action: isName, message: isId },
  react: { message: isId, emoji: isName },
  code: { action: oneOf(codeActions), code: isText, language: optional(isName) },
  download: { source: isAddress, name: isName },
  media: { source: isAddress, isWanted: optional(oneOf(['once', 'always'])) },
  typing: { isTyping: isFlag },
  draft: { place: isPlace, draft: isDraft },
  send: { place: isPlace, draft: isDraft, alsoToRoom: optional(isFlag) },
  resend: { message: isId },
  discard: { message: isId },
  takeBack: { message: isId },
  complete: { request: isCount, kind: oneOf(['person', 'room', 'command']), query: isName },
  pickFiles: {},
  insertSelection: {},
  compose: {},
  attach: { place: isPlace, name: isName, mediaType: isName, bytes: isBytes },
  detach: { upload: isId },
  leave: {},
};

/** One guard for each key besides the tag, optional ones too. */
type KeysOf<Message> = { readonly [Key in keyof Omit<Required<Message>, 'type'>]: Guard };

function has(value: Record<string, unknown>, keys: Keys): boolean {
  return Object.entries(keys).every(([key, guard]) => guard(value[key]));
}

function record(keys: Keys): Guard {
  return (value) => isRecord(value) && has(value, keys);
}

function optional(guard: Guard): Guard {
  return (value) => value === undefined || guard(value);
}

function listOf(guard: Guard, limit: number): Guard {
  return (value) => Array.isArray(value) && value.length <= limit && value.every(guard);
}

function oneOf(values: readonly string[]): Guard {
  return (value) => typeof value === 'string' && values.includes(value);
}

function textUpTo(limit: number): Guard {
  return (value) => typeof value === 'string' && value.length <= limit;
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isBytes(value: unknown): boolean {
  return value instanceof Uint8Array && value.byteLength <= mostBytes;
}
