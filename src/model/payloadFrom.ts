import { isRecord } from './parse';
import type { Payload } from './payload';
import { attachmentsIn, flagIn, readKnown, recordIn, textIn, type At, type Reading } from './payloadReading';

/** A message that somebody pasted, as far as it could be read. */
export interface Pasted {
  readonly payload: Payload;
  /** What could not be taken, by path: `text`, `attachments.0.fields.1.title`. */
  readonly left: readonly string[];
  /** It names both `roomId` and `channel`, of which servers take one: only the person knows which is meant. */
  readonly ask?: 'target';
}

/**
 * Reads the body of `chat.postMessage`, or of `chat.sendMessage`, as text or as what was read of it. Undefined for what
 * has nothing of a message.
 */
export function payloadFrom(pasted: unknown): Pasted | undefined {
  const found = typeof pasted === 'string' ? jsonIn(pasted) : pasted;
  if (!isRecord(found)) return undefined;
  const left: string[] = [];
  const payload = readKnown<Payload>(bodyOf(found), readers, { path: '', leave: (path) => left.push(path) });
  if (Object.keys(payload).length === 0) return undefined;
  const isDouble = payload.roomId !== undefined && payload.channel !== undefined;
  return { payload, left, ...(isDouble && { ask: 'target' }) };
}

/** The answer to `ask`: the other target is let go. */
export function withTarget({ roomId, channel, ...others }: Payload, chosen: 'roomId' | 'channel'): Payload {
  return chosen === 'roomId' ? { roomId, ...others } : { channel, ...others };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

type Body = Readonly<Record<string, unknown>>;

/** The other call has the same things under other names, and says in another way that links get no preview. */
function bodyOf(found: Body): Body {
  const { message, ...around } = found;
  const { rid, msg, previewUrls, ...body }: Body = isRecord(message) ? { ...around, ...message } : found;
  const wantsNone = Array.isArray(previewUrls) && previewUrls.length === 0;
  return {
    ...{ roomId: rid, text: msg },
    ...(wantsNone ? { parseUrls: false } : { previewUrls }),
    ...body,
  };
}

const readers: Reading<Payload> = {
  roomId: targetsIn,
  channel: targetsIn,
  tmid: textIn,
  text: textIn,
  alias: textIn,
  emoji: textIn,
  avatar: textIn,
  parseUrls: flagIn,
  customFields: recordIn,
  attachments: attachmentsIn,
};

/** One or several. */
function targetsIn(value: unknown, { path, leave }: At): string | readonly string[] | undefined {
  if (!Array.isArray(value)) return textIn(value);
  const targets = value.flatMap((entry: unknown, at) => {
    const target = textIn(entry);
    if (target === undefined) leave(`${path}.${at}`);
    return target ? [target] : [];
  });
  return targets.length > 0 ? targets : undefined;
}
