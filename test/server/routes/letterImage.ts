/** Drawn pictures never change, so they are as old as can be. */
export const drawnAt = 'Thu, 01 Jan 2015 00:00:00 GMT';

const colors = ['#cc3b3b', '#b25c1f', '#7a7a1a', '#2f8f4e', '#1f7f8f', '#2f62b5', '#6a4fc0', '#a03c8c'];
const smallest = 16;
const usual = 200;
const largest = 1024;

/** A square with the first letter or digit of the name, in a colour that is always this name's. */
export function letterImage(name: string, wanted: number): string {
  const size = Number.isNaN(wanted) ? usual : Math.min(Math.max(wanted, smallest), largest);
  const letter = /[A-Za-z0-9]/.exec(name)?.[0].toUpperCase() ?? '';
  return letterSquare({ letter, color: colorOf(name), size });
}

interface Square {
  /** One that needs no escape in XML, or none. */
  readonly letter: string;
  readonly color: string;
  readonly size: number;
}

export function letterSquare({ letter, color, size }: Square): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">`,
    `<rect width="100%" height="100%" fill="${color}"/>`,
    '<text x="50%" y="50%" dy="0.36em" text-anchor="middle" fill="#ffffff"',
    ` font-family="Helvetica, Arial, sans-serif" font-size="${size / 1.6}">${letter}</text>`,
    '</svg>',
  ].join('');
}

function colorOf(name: string): string {
  const sum = Buffer.from(name).reduce((total, byte) => total + byte, 0);
  return colors[sum % colors.length] ?? '#2f62b5';
}
