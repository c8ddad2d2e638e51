import type { Payload } from './payload';
import { attachmentKeys, payloadKeys } from './payloadKeys';

/** JSON for people: keys in the order of the server's documentation. */
export function payloadText(payload: Payload): string {
  const { attachments, ...others } = inOrder(payload, payloadKeys);
  const ordered = attachments?.map((attachment) => inOrder(attachment, attachmentKeys));
  return JSON.stringify({ ...others, ...(ordered && { attachments: ordered }) }, null, 2);
}

/** A command for a POSIX shell. Whoever runs it puts a token of their own in: none of ours ever comes here. */
export function curlOf(payload: Payload, server: string): string {
  const lines = [
    `curl -X POST ${quoted(`${server.replace(/\/+$/, '')}/api/v1/chat.postMessage`)}`,
    `-H ${quoted('Content-Type: application/json')}`,
    `-H ${quoted('X-Auth-Token: <your token>')}`,
    `-H ${quoted('X-User-Id: <your user id>')}`,
    `--data-raw ${quoted(payloadText(payload))}`,
  ];
  return lines.join(' \\\n  ');
}

/** Known keys first, then the others as they come. */
function inOrder<Whole extends object>(whole: Whole, keys: readonly string[]): Whole {
  const placeOf = (key: string) => (keys.includes(key) ? keys.indexOf(key) : keys.length);
  const entries = Object.entries(whole).sort(([one], [other]) => placeOf(one) - placeOf(other));
  // The same keys with the same values.
  return Object.fromEntries(entries) as Whole;
}

/** Between single quotes a shell takes everything as it is, except a single quote. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
