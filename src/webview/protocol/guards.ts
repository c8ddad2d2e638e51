import { codeActions, faceActions, type FromPage } from './conversation';
import {
  has,
  isAddress,
  isBytes,
  isCount,
  isFlag,
  isId,
  isName,
  isRecord,
  isSaid,
  isText,
  isWritten,
  listOf,
  oneOf,
  optional,
  record,
  type Keys,
  type KeysOf,
} from './guardParts';

export { isRecord, mostBytes } from './guardParts';

/** What a page sent, or undefined: a page can be made to say anything. */
export function parseFromPage(value: unknown): FromPage | undefined {
  // It has a tag of the table, and what the guards of that tag want.
  return isSaid(value, fromPage) ? (value as FromPage) : undefined;
}

/** Of a place that was kept by a page, or by this machine. */
export function isPlace(value: unknown): value is { readonly room: string; readonly thread?: string } {
  return isRecord(value) && has(value, { room: isId, thread: optional(isId) });
}

const plainDraft: Keys = {
  text: isWritten,
  quotes: optional(listOf(record({ id: isId, author: isName, text: isText }), 100)),
};
const isDraft = record({ ...plainDraft, edits: optional(isId), before: optional(record(plainDraft)) });

/** Every tag with the guards of its keys; a key that none of them knows does no harm, as nobody reads it. */
export const fromPage: { readonly [Tag in FromPage['type']]: KeysOf<Extract<FromPage, { type: Tag }>> } = {
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
  compose: { place: isPlace, draft: isDraft },
  attach: { request: isCount, place: isPlace, name: isName, mediaType: isName, bytes: isBytes },
  detach: { upload: isId },
  leave: {},
};
