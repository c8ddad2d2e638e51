import { crc32, deflateSync } from 'node:zlib';
import type { Dimensions } from './documents';

type Color = readonly [red: number, green: number, blue: number];

/** Light and dark stripes. */
export function stripedPng(size: Dimensions): Uint8Array<ArrayBuffer> {
  return twoColorPng(size, { palette: [0xdd, 0xe3, 0xea, 0xc3, 0xcc, 0xd6], pattern: 0x0f });
}

/** One colour, written as `#2f62b5`. */
export function plainPng(size: Dimensions, color: string): Uint8Array<ArrayBuffer> {
  const palette = [...Buffer.from(color.slice(1), 'hex')];
  return twoColorPng(size, { palette: [...palette, ...palette], pattern: 0 });
}

/** `pattern` is eight pixels, which come again and again: one bit each, the place of its colour. */
function twoColorPng(
  { width, height }: Dimensions,
  { palette, pattern }: { palette: readonly number[]; pattern: number },
): Uint8Array<ArrayBuffer> {
  // Each row begins with its filter: none.
  const row = Buffer.alloc(1 + Math.ceil(width / 8), pattern).fill(0, 0, 1);
  const rows = Buffer.concat(Array.from({ length: height }, () => row));
  return png({ head: pngHead({ width, height }, 1), palette, clear: [], rows });
}

/** A small picture out of lines of characters, `scale` pixels each; one without a colour is see-through. */
export function pixelPng(
  lines: readonly string[],
  colors: Readonly<Record<string, Color>>,
  scale: number,
): Uint8Array<ArrayBuffer> {
  const signs = Object.keys(colors);
  const rows = lines.flatMap((line) => {
    const pixels = Array.from(line).flatMap((sign) => Array<number>(scale).fill(signs.indexOf(sign) + 1));
    return Array<number[]>(scale).fill([0, ...pixels]);
  });
  const width = (lines[0]?.length ?? 0) * scale;
  const head = pngHead({ width, height: rows.length }, 8);
  const palette = [0, 0, 0, ...Object.values(colors).flat()];
  return png({ head, palette, clear: [0], rows: Buffer.from(rows.flat()) });
}

/** Of a picture whose pixels choose from a palette. */
function pngHead({ width, height }: Dimensions, bits: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([bits, 3], 8);
  return head;
}

interface PngParts {
  readonly head: Buffer;
  readonly palette: readonly number[];
  /** How opaque the first colours are. */
  readonly clear: readonly number[];
  readonly rows: Buffer;
}

function png({ head, palette, clear, rows }: PngParts): Uint8Array<ArrayBuffer> {
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette)),
    ...(clear.length > 0 ? [chunk('tRNS', Buffer.from(clear))] : []),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

/**
 * Grey all over, so that each block is coded in two zero bits: as bright as the one before, and no detail.
 */
export function greyJpeg({ width, height }: Dimensions): Uint8Array<ArrayBuffer> {
  const size = Buffer.alloc(4);
  size.writeUInt16BE(height, 0);
  size.writeUInt16BE(width, 2);
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xdb, Buffer.from([0, ...Array<number>(64).fill(1)])),
    segment(0xc0, Buffer.concat([Buffer.from([8]), size, Buffer.from([1, 1, 0x11, 0])])),
    segment(0xc4, oneCode(0x00)),
    segment(0xc4, oneCode(0x10)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    zeroBits(blocks * 2),
    Buffer.from([0xff, 0xd9]),
  ]);
}

/** A table whose only code is a single zero bit, for the value zero. */
function oneCode(table: number): Buffer {
  return Buffer.from([table, 1, ...Array<number>(15).fill(0), 0]);
}

function segment(marker: number, data: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(data.length + 2);
  return Buffer.concat([Buffer.from([0xff, marker]), length, data]);
}

/** The rest of the last byte is filled with ones, as the format asks. */
function zeroBits(count: number): Buffer {
  const bytes = Buffer.alloc(Math.ceil(count / 8));
  if (count % 8 > 0) bytes[bytes.length - 1] = 0xff >> (count % 8);
  return bytes;
}
