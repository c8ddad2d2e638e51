import type { Dimensions } from './documents';

export interface PictureHead {
  /** `png`, `jpeg`, `gif` or `webp`. */
  readonly format: string;
  readonly size: Dimensions;
}

/** What the first bytes of a picture say of it; undefined for what is none, or of another kind. */
export function pictureHead(content: Uint8Array): PictureHead | undefined {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const readers = { png, jpeg, gif, webp };
  for (const [format, read] of Object.entries(readers)) {
    const size = read(bytes);
    if (size) return { format, size };
  }
  return undefined;
}

function png(bytes: Buffer): Dimensions | undefined {
  if (bytes.length < 24 || bytes.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

function gif(bytes: Buffer): Dimensions | undefined {
  if (bytes.length < 10 || !/^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6))) return undefined;
  return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
}

/** Goes from segment to segment until the frame's own, which alone knows the size. */
function jpeg(bytes: Buffer): Dimensions | undefined {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined;
  for (let at = 2; at + 9 <= bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    if (bytes[at] !== 0xff) return undefined;
    if (isFrame(bytes[at + 1] ?? 0)) {
      return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    }
  }
  return undefined;
}

/** C4, C8 and CC lie among the frames and are none: tables, and one kept for later. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** One of three forms of the same container. */
function webp(bytes: Buffer): Dimensions | undefined {
  if (bytes.length < 30 || bytes.toString('latin1', 0, 4) !== 'RIFF') return undefined;
  const form = bytes.toString('latin1', 8, 16);
  if (form === 'WEBPVP8 ')
    return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
  if (form === 'WEBPVP8X') return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  if (form !== 'WEBPVP8L') return undefined;
  const packed = bytes.readUInt32LE(21);
  return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
}
