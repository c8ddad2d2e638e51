import { isRecord } from './parse';

export interface Sealed {
  readonly version: number;
  /** ms since the epoch. */
  readonly savedAt: number;
  readonly content: unknown;
}

/** A text that tells of itself which version wrote it and when, and whether it came back whole. */
export function sealed({ version, savedAt, content }: Sealed): string {
  const body = JSON.stringify(content);
  return `${JSON.stringify({ version, savedAt, checksum: checksumOf(body) })}\n${body}`;
}

/** Undefined for a text that is damaged, or none of ours. */
export function unsealed(text: string): Sealed | undefined {
  const end = text.indexOf('\n');
  const head = parsedJson(text.slice(0, end));
  if (end < 0 || !isRecord(head)) return undefined;
  const { version, savedAt, checksum } = head;
  if (typeof version !== 'number' || typeof savedAt !== 'number') return undefined;
  const body = text.slice(end + 1);
  return checksumOf(body) === checksum ? { version, savedAt, content: parsedJson(body) } : undefined;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Damaged: the same as nothing.
    return undefined;
  }
}

/** FNV-1a: against damage, not against people. */
function checksumOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `${text.length}-${(hash >>> 0).toString(16)}`;
}
