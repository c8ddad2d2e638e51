import type { OutgoingAttachment, OutgoingField } from '../api/endpoints/chat/attachment';
import { isRecord } from './parse';
import { isAttachmentKey } from './payloadKeys';

/** Where something stands in what is read, and what hears of what cannot be taken. */
export interface At {
  /** `attachments.0`; empty for the whole. */
  readonly path: string;
  readonly leave: (path: string) => void;
}

/** How each value is read; undefined for one that is not what it should be. */
export type Reading<Whole> = {
  readonly [Key in keyof Whole]-?: (value: unknown, at: At) => Whole[Key] | undefined;
};

type Body = Readonly<Record<string, unknown>>;

/** What the readers know. Other keys, and values that they do not take, are left; what is empty is as if absent. */
export function readKnown<Whole extends object>(body: Body, readers: Reading<Whole>, at: At): Partial<Whole> {
  const entries = Object.entries(body).flatMap(([key, value]) => {
    if (isNothing(value)) return [];
    const path = below(at.path, key);
    // Looked up by a name that may be any.
    const read = Object.hasOwn(readers, key) ? readers[key as keyof Whole] : undefined;
    const taken = read?.(value, { ...at, path });
    if (taken === undefined) at.leave(path);
    return taken === undefined ? [] : [[key, taken] as const];
  });
  // Each was read by the reader of its key.
  return Object.fromEntries(entries) as Partial<Whole>;
}

export function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function flagIn(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

export function recordIn(value: unknown): Body | undefined {
  return isRecord(value) ? value : undefined;
}

/** One alone is taken for a list of one. */
export function attachmentsIn(value: unknown, at: At): readonly OutgoingAttachment[] | undefined {
  return listIn(value, at, attachmentIn);
}

const attachmentReaders: Reading<OutgoingAttachment> = {
  color: textIn,
  text: textIn,
  ts: timeIn,
  thumb_url: textIn,
  message_link: textIn,
  collapsed: flagIn,
  author_name: textIn,
  author_link: textIn,
  author_icon: textIn,
  title: textIn,
  title_link: textIn,
  title_link_download: flagIn,
  image_url: textIn,
  audio_url: textIn,
  video_url: textIn,
  fields: (value, at) => listIn(value, at, fieldIn),
};

/** Keys that we do not know stay in it: the server stores them. `msg` is its other word for the text. */
function attachmentIn({ msg, ...attachment }: Body, at: At): OutgoingAttachment {
  const entries = Object.entries({ ...(msg !== undefined && { text: msg }), ...attachment });
  const [known, others] = [entries.filter(isKnown), entries.filter((entry) => !isKnown(entry))];
  return {
    ...Object.fromEntries(others),
    ...readKnown(Object.fromEntries(known), attachmentReaders, at),
  };
}

function isKnown([key]: readonly [string, unknown]): boolean {
  return isAttachmentKey(key);
}

function timeIn(value: unknown): string | number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : textIn(value);
}

/** Title and value have to be there, so that the form can ask for them. */
function fieldIn(field: Body, at: At): OutgoingField {
  return { title: '', value: '', ...readKnown(field, fieldReaders, at) };
}

const fieldReaders: Reading<OutgoingField> = { title: cellIn, value: cellIn, short: flagIn };

/** Servers take numbers here, too. */
function cellIn(value: unknown): string | undefined {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : textIn(value);
}

function listIn<Entry>(
  value: unknown,
  { path, leave }: At,
  read: (entry: Body, at: At) => Entry,
): readonly Entry[] | undefined {
  if (isRecord(value)) return [read(value, { path: below(path, 0), leave })];
  if (!Array.isArray(value)) return undefined;
  return value.flatMap((entry: unknown, at) => {
    if (isRecord(entry)) return [read(entry, { path: below(path, at), leave })];
    leave(below(path, at));
    return [];
  });
}

function isNothing(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

function below(path: string, key: string | number): string {
  return path === '' ? String(key) : `${path}.${key}`;
}
