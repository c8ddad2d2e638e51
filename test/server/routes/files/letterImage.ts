import { greyJpeg, plainPng } from '../../world/pictures';

/** Drawn pictures never change, so they are as old as can be. */
export const drawnAt = 'Thu, 01 Jan 2015 00:00:00 GMT';

const colors = ['#cc3b3b', '#b25c1f', '#7a7a1a', '#2f8f4e', '#1f7f8f', '#2f62b5', '#6a4fc0', '#a03c8c'];
const smallest = 16;
const usual = 200;
const largest = 1024;
const mostInitials = 3;

interface Wish {
  readonly name: string;
  /** Those of the first words, instead of one letter. */
  readonly allInitials: boolean;
  readonly size?: number;
  readonly format?: string | undefined;
}

interface Image {
  readonly type: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/** In the format that was asked for, if it is one of three; pixels come without letters. */
export function drawnImage(wish: Wish): Image {
  const side = sideOf(wish.size);
  const square = { width: side, height: side };
  if (wish.format === 'png') return { type: 'image/png', content: plainPng(square, colorOf(wish.name)) };
  if (wish.format === 'jpg' || wish.format === 'jpeg') {
    return { type: `image/${wish.format}`, content: greyJpeg(square) };
  }
  return { type: 'image/svg+xml', content: letterImage(wish) };
}

/** A square with the first letter or digit of the name, in a colour that is always this name's. */
export function letterImage({ name, allInitials, size }: Wish): string {
  const words = allInitials ? name.split(' ').slice(0, mostInitials) : [name];
  const letters = words.map(firstLetter).join('');
  return letterSquare({ letters, color: colorOf(name), size: sideOf(size) });
}

interface Square {
  /** Some that need no escape in XML, or none. */
  readonly letters: string;
  readonly color: string;
  readonly size: number;
}

export function letterSquare({ letters, color, size }: Square): string {
  const crowd = letters.length > 1 ? letters.length ** 2 / 10 : 0;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">`,
    `<rect width="100%" height="100%" fill="${color}"/>`,
    '<text x="50%" y="50%" dy="0.36em" text-anchor="middle" fill="#ffffff"',
    ` font-family="Helvetica, Arial, sans-serif" font-size="${size / (1.6 + crowd)}">${letters}</text>`,
    '</svg>',
  ].join('');
}

function sideOf(size = NaN): number {
  return Number.isNaN(size) || size === 0 ? usual : Math.min(Math.max(size, smallest), largest);
}

function firstLetter(text: string): string {
  return /[A-Za-z0-9]/.exec(text)?.[0].toUpperCase() ?? '';
}

function colorOf(name: string): string {
  const sum = Buffer.from(name).reduce((total, byte) => total + byte, 0);
  return colors[sum % colors.length] ?? '#2f62b5';
}
