import fc from 'fast-check';

const ranges = [
  [0x00, 0x7f],
  [0x00, 0xd7ff],
  [0xe000, 0x10ffff],
] as const;

/** Any text of whole characters, control characters and emoji included, ASCII in a third of the places. */
export const anyText = fc.string({
  unit: fc.oneof(
    ...ranges.map(([min, max]) => fc.integer({ min, max }).map((code) => String.fromCodePoint(code))),
  ),
  maxLength: 60,
});
