/** A number in [0, 1), as `Math.random` gives; seeded where a run must repeat. */
export type Random = () => number;

const readable = '23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz';
const hexadecimal = '0123456789abcdef';

/** Mulberry32: the same sequence on every machine. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** 17 readable characters, as clients and the application make them. */
export function readableId(random: Random): string {
  return pick(random, readable, 17);
}

/** 24 hexadecimal characters, as the database makes them where nobody else did. */
export function hexId(random: Random): string {
  return pick(random, hexadecimal, 24);
}

function pick(random: Random, alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(Math.floor(random() * alphabet.length))).join('');
}
