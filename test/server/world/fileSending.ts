import { meteorError, plainError } from '../failures';
import type { Message, Upload, User } from './documents';
import { fileKeys } from './fileMessage';
import { send } from './sending';
import type { World } from './world';

type Fields = Readonly<Record<string, unknown>>;

/** What may be said of the message that brings a file; nothing else is taken. */
const kinds: Readonly<Record<string, string>> = {
  avatar: 'string',
  emoji: 'string',
  alias: 'string',
  groupable: 'boolean',
  msg: 'string',
  tmid: 'string',
  customFields: 'string',
  t: 'string',
  content: 'object',
};

export function describeFile(world: World, file: Upload, description: unknown): void {
  if (typeof description !== 'string') return;
  if (description.length > world.number('Message_MaxAllowedSize')) {
    throw meteorError('error-message-size-exceeded');
  }
  file.description = description;
}

/** Posts the message that shows a file to its room, with all that any message must keep to. */
export function sendFile(world: World, author: User, parts: { file: Upload; message: Fields }): void {
  const { file, message } = parts;
  for (const [key, value] of Object.entries(message)) checkKey(key, value);
  const { customFields, groupable, msg } = message;
  const draft = {
    ...message,
    rid: file.rid,
    msg: typeof msg === 'string' ? msg : '',
    groupable: groupable === true,
    ...(typeof customFields === 'string' && { customFields: parsed(customFields) }),
    ...fileKeys(world, file),
  };
  send(world, author, { draft });
}

/** The server looks for a message of that file, so that after a second confirmation it finds the first. */
export function firstMessageOf(world: World, author: User, file: Upload): Message | undefined {
  return world.messages
    .inRoom(file.rid)
    .find((message) => message.file?.['_id'] === file._id && message.u._id === author._id);
}

function checkKey(key: string, value: unknown): void {
  const kind = kinds[key];
  if (kind === undefined) throw plainError(`Match error: Unknown key in field ${key}`);
  if (typeof value === kind && value !== null) return;
  const got = value === null ? 'null' : typeof value;
  throw plainError(`Match error: Expected ${kind}, got ${got} in field ${key}`);
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    throw plainError(error instanceof Error ? error.message : String(error));
  }
}
