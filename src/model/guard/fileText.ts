/** What a file says, as far as it is looked at, and how it is written. */
export interface ReadText {
  readonly text: string;
  /** The file with another text, written as before; what was not looked at stays behind it. */
  readonly withText: (text: string) => Blob;
}

/** Of what is larger, its beginning is looked at: the README says so, and the setting. */
export const mostRead = 20 * 1024 ** 2;

/** Undefined of what is no text: it has no lines that anybody could mask. */
export async function readText(bytes: Blob): Promise<ReadText | undefined> {
  const head = new Uint8Array(await bytes.slice(0, mostRead).arrayBuffer());
  const writing = writings.find(({ mark }) => mark.every((byte, at) => head[at] === byte));
  if (!writing && isBinary(head)) return undefined;
  const { read, write } = writing ?? writingOf(head);
  const text = read(head);
  return { text, withText: (after) => new Blob([write(after), bytes.slice(write(text).length)]) };
}

/** As git tells them apart. */
function isBinary(head: Uint8Array): boolean {
  return head.subarray(0, 8_000).includes(0);
}

interface Writing {
  readonly read: (bytes: Uint8Array) => string;
  /** What was read, in the bytes that it had. */
  readonly write: (text: string) => Uint8Array<ArrayBuffer>;
}

/** PowerShell writes so where nobody tells it otherwise. */
const writings: readonly (Writing & { readonly mark: readonly number[] })[] = [
  { mark: [0xff, 0xfe], read: (bytes) => unitsOf(bytes, true), write: (text) => bytesOf(text, true) },
  { mark: [0xfe, 0xff], read: (bytes) => unitsOf(bytes, false), write: (text) => bytesOf(text, false) },
];

/** What no UTF-8 is, is read byte by byte: secrets are written alike in all that an old program may have used. */
function writingOf(head: Uint8Array): Writing {
  return isUtf8(head) ? utf8 : singleBytes;
}

const utf8: Writing = {
  // A sign that the end cuts in two is left to what was not looked at.
  read: (bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes, { stream: true }),
  write: (text) => new TextEncoder().encode(text),
};

const singleBytes: Writing = {
  read: joined,
  // Around the name of what was masked stand signs that need more than one.
  write: (text) => Uint8Array.from(text, (sign) => singles[sign] ?? sign.charCodeAt(0)),
};

/** Their places in what Windows uses. */
const singles: Readonly<Record<string, number>> = { '‹': 0x8b, '›': 0x9b };

function isUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Unlike a decoder it keeps what is no sign at all. */
function unitsOf(bytes: Uint8Array, isLittle: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const units = Uint16Array.from({ length: bytes.length >> 1 }, (_, at) => view.getUint16(at * 2, isLittle));
  return joined(units);
}

function bytesOf(text: string, isLittle: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
  return new Uint8Array(view.buffer);
}

/** A call takes only so many arguments. */
const atOnce = 8_192;

function joined(units: Uint8Array | Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += atOnce)
    text += String.fromCharCode(...units.subarray(at, at + atOnce));
  return text;
}
