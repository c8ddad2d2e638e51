import type { AttachmentForm, ComposeForm, FieldForm, FromCompose } from './compose';
import {
  isAddress,
  isBytes,
  isCount,
  isFlag,
  isId,
  isName,
  isRecord,
  isSaid,
  listOf,
  oneOf,
  optional,
  record,
  textUpTo,
  type Guard,
  type KeysOf,
} from './guardParts';
import { fromPage } from './guards';

/** What a composer sent, or undefined: a page can be made to say anything. */
export function parseFromCompose(value: unknown): FromCompose | undefined {
  // It has a tag of the table, and what the guards of that tag want.
  return isSaid(value, fromCompose) ? (value as FromCompose) : undefined;
}

/** Whose draft a page showed: as VS Code kept it for the page. */
export function ownerFrom(state: unknown): { readonly account: string; readonly draft: string } | undefined {
  if (!isRecord(state)) return undefined;
  const { account, draft } = state;
  if (typeof account !== 'string' || typeof draft !== 'string') return undefined;
  return isAddress(account) && isId(draft) ? { account, draft } : undefined;
}

type KeysOfForm<Form> = { readonly [Key in keyof Required<Form>]: Guard };

/** Far more than anybody types: what is left out here is lost, so that what is too long for the server comes through. */
const isTyped = textUpTo(16 * 1024 * 1024);
const mostOfAKind = 100_000;

const field: KeysOfForm<FieldForm> = { title: isTyped, value: isTyped, short: isFlag };

const attachment: KeysOfForm<AttachmentForm> = {
  id: isTyped,
  color: isTyped,
  text: isTyped,
  ts: isTyped,
  thumb_url: isTyped,
  message_link: isTyped,
  collapsed: isFlag,
  author_name: isTyped,
  author_link: isTyped,
  author_icon: isTyped,
  title: isTyped,
  title_link: isTyped,
  title_link_download: isFlag,
  image_url: isTyped,
  audio_url: isTyped,
  video_url: isTyped,
  fields: listOf(record(field), mostOfAKind),
  rest: isTyped,
};

const form: KeysOfForm<ComposeForm> = {
  targets: listOf(record({ entry: isTyped, label: isTyped }), mostOfAKind),
  thread: optional(record({ id: isTyped, label: isTyped, alsoToRoom: isFlag })),
  text: isTyped,
  emoji: isTyped,
  alias: isTyped,
  avatar: isTyped,
  parseUrls: optional(isFlag),
  customFields: isTyped,
  attachments: listOf(record(attachment), mostOfAKind),
};

/** Every tag with the guards of its keys; a key that none of them knows does no harm, as nobody reads it. */
const fromCompose: { readonly [Tag in FromCompose['type']]: KeysOf<Extract<FromCompose, { type: Tag }>> } = {
  ready: fromPage.ready,
  openLink: fromPage.openLink,
  openRoom: fromPage.openRoom,
  openPerson: fromPage.openPerson,
  openPath: fromPage.openPath,
  code: fromPage.code,
  download: fromPage.download,
  media: fromPage.media,
  complete: fromPage.complete,
  form: { form: record(form), edition: isCount },
  sendForm: { form: record(form) },
  retryTarget: { entry: isTyped },
  findTargets: { request: isCount, query: isTyped },
  copyPayload: { as: oneOf(['json', 'curl']) },
  paste: { request: isCount, text: isTyped },
  pickFiles: {},
  addFile: { name: isName, mediaType: isName, bytes: isBytes },
  addResources: { uris: listOf(isAddress, 1_000) },
  describeFile: { file: isId, description: isTyped },
  moveFile: { file: isId, to: isCount },
  removeFile: { file: isId },
  correctedCopy: {},
  discardDraft: {},
};
