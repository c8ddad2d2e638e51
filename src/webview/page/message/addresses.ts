import { safeAddress } from './links';

export type AddressPart = string | { readonly href: string; readonly text: string };

const address = /(?<![\p{L}\p{N}_])https?:\/\/[^\s/\\<>"`|\p{C}][^\s\\<>"`|\p{C}]*/giu;
/** Ends a sentence rather than an address. */
const closing = new Set(".,:;!?'*_~…。，、；：！？");
const pairs: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
  ['）', '（'],
  ['】', '【'],
  ['」', '「'],
]);

/** The text in parts: addresses of the web stand apart, also of hosts that only one's own network knows. */
export function addressesIn(text: string): readonly AddressPart[] {
  const parts: AddressPart[] = [];
  let end = 0;
  for (const match of text.matchAll(address)) {
    const written = trimmed(match[0]);
    const href = safeAddress(written);
    if (href === undefined) continue;
    if (match.index > end) parts.push(text.slice(end, match.index));
    parts.push({ href, text: written });
    end = match.index + written.length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}

/** Without what belongs to the sentence around it. */
function trimmed(found: string): string {
  let end = unopened(found);
  while (closing.has(found[end - 1] ?? '')) end -= 1;
  return found.slice(0, end);
}

/** Where a bracket closes that was opened before the address; else its end. */
function unopened(found: string): number {
  const open: string[] = [];
  for (let at = 0; at < found.length; at += 1) {
    const sign = found[at] ?? '';
    const opener = pairs.get(sign);
    if (opener === undefined) {
      if (openers.has(sign)) open.push(sign);
    } else if (open.pop() !== opener) return at;
  }
  return found.length;
}

const openers: ReadonlySet<string> = new Set(pairs.values());
