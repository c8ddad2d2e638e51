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

/** Any text, halves of surrogate pairs included, as JavaScript lets them be. */
export const anyCodeUnits = fc.string({
  unit: fc.oneof(
    fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
    fc.integer({ min: 0xd800, max: 0xdfff }).map((code) => String.fromCharCode(code)),
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  ),
  maxLength: 30,
});

/** Texts that have ended in other places than they should. */
export const awkwardTexts = [
  'a&roomId=x#+ %',
  '👩‍💻 ✓',
  'one\r\ntwo\n\t',
  '../..?x=1#y',
  'half \ud83d',
  '%00%2e%2E',
  '',
];

/** As addresses hold it: half of a pair is a sign that something is missing. */
export function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\ufffd');
}
