import type { AttachmentForm, Composition, FieldForm } from './composition';
import type { CompositionDraft, DraftFile, FileDoubt, MessageInRoom, SentTo } from './compositionDrafts';
import { messageId } from './message';
import { count, isRecord, optionalText, records, texts } from './parse';
import { roomId } from './room';

type Content = Readonly<Record<string, unknown>>;

/** Of what was kept; undefined where it is no draft. What it lacks is empty. */
export function contentFrom(content: unknown): CompositionDraft | undefined {
  if (!isRecord(content) || !isRecord(content['form'])) return undefined;
  const { form, files, edits, corrects, sent, said } = content;
  return {
    form: formFrom(form),
    files: records(files).flatMap(fileFrom),
    ...optional('edits', messageFrom(edits)),
    ...optional('corrects', messageFrom(corrects)),
    ...optional('sent', Array.isArray(sent) ? records(sent).flatMap(sentFrom) : undefined),
    ...optional('said', isRecord(said) ? formFrom(said) : undefined),
  };
}

/** As texts keep bytes. */
export function bytesText(bytes: Uint8Array): string {
  const pieces: string[] = [];
  // Of a length that base64 leaves no rest of.
  for (let at = 0; at < bytes.length; at += pieceSize)
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + pieceSize))));
  return pieces.join('');
}

const pieceSize = 3 * 8192;

/** Undefined where it is no such text. */
export function bytesFrom(text: unknown): Blob | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    return new Blob([Uint8Array.from(atob(text), (char) => char.charCodeAt(0))]);
  } catch (error) {
    // Damaged: the same as nothing.
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): Partial<Record<Key, Value>> {
  // One key, and that of the type.
  return (value === undefined ? {} : { [key]: value }) as Partial<Record<Key, Value>>;
}

function formFrom(value: unknown): Composition {
  const form = isRecord(value) ? value : {};
  const { parseUrls, attachments, targets } = form;
  return {
    targets: records(targets).flatMap(({ entry, label }) =>
      optionalText(entry) === undefined ? [] : [{ entry: string(entry), label: string(label) }],
    ),
    ...optional('thread', threadFrom(form['thread'])),
    text: string(form['text']),
    emoji: string(form['emoji']),
    alias: string(form['alias']),
    avatar: string(form['avatar']),
    ...optional('parseUrls', typeof parseUrls === 'boolean' ? parseUrls : undefined),
    customFields: string(form['customFields']),
    attachments: records(attachments).map(attachmentFrom),
  };
}

function threadFrom(value: unknown): Composition['thread'] {
  if (!isRecord(value) || optionalText(value['id']) === undefined) return undefined;
  const { id, label, alsoToRoom } = value;
  return { id: string(id), label: string(label), alsoToRoom: alsoToRoom === true };
}

function attachmentFrom(value: Content, index: number): AttachmentForm {
  return {
    id: optionalText(value['id']) ?? `kept${index}`,
    color: string(value['color']),
    text: string(value['text']),
    ts: string(value['ts']),
    thumb_url: string(value['thumb_url']),
    message_link: string(value['message_link']),
    collapsed: value['collapsed'] === true,
    author_name: string(value['author_name']),
    author_link: string(value['author_link']),
    author_icon: string(value['author_icon']),
    title: string(value['title']),
    title_link: string(value['title_link']),
    title_link_download: value['title_link_download'] === true,
    image_url: string(value['image_url']),
    audio_url: string(value['audio_url']),
    video_url: string(value['video_url']),
    fields: records(value['fields']).map(fieldFrom),
    rest: string(value['rest']),
  };
}

function fieldFrom({ title, value, short }: Content): FieldForm {
  return { title: string(title), value: string(value), short: short === true };
}

function fileFrom({ id, name, type, size, description }: Content): DraftFile[] {
  // It becomes part of a file's name.
  if (typeof id !== 'string' || !/^[0-9a-z]+$/.test(id)) return [];
  return [
    { id, name: string(name), type: string(type), size: count(size), description: string(description) },
  ];
}

function messageFrom(value: unknown): MessageInRoom | undefined {
  if (!isRecord(value)) return undefined;
  const [room, message] = [optionalText(value['room']), optionalText(value['message'])];
  if (room === undefined || message === undefined) return undefined;
  return { room: roomId(room), message: messageId(message) };
}

function sentFrom({ entry, room, message, files, doubts }: Content): SentTo[] {
  const [to, where, id] = [entry, room, message].map(optionalText);
  if (to === undefined || where === undefined) return [];
  const said = optional('message', id === undefined ? undefined : messageId(id));
  const unclear = records(doubts).flatMap(doubtFrom);
  return [
    {
      entry: to,
      room: roomId(where),
      ...said,
      files: texts(files),
      ...(unclear.length > 0 && { doubts: unclear }),
    },
  ];
}

function doubtFrom({ file, fileId, words }: Content): FileDoubt[] {
  if (typeof file !== 'string') return [];
  const isSaid = typeof words === 'string';
  return [{ file, ...optional('fileId', optionalText(fileId)), ...(isSaid && { words }) }];
}

function string(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
