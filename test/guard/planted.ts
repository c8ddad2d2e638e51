import { holders } from './holders';
import { keys } from './keys';
import { Lot } from './lot';
import { named } from './named';
import { tokens } from './tokens';

/** A secret in its surroundings. */
export interface Planted {
  readonly kind: string;
  readonly text: string;
  readonly secret: string;
}

/** Every kind several times, in code of several languages; the same each time for one seed. */
export function planted(seed = 20260301): readonly Planted[] {
  const lot = new Lot(seed);
  return [
    ...Object.entries(tokens).flatMap(([kind, make], place) =>
      holdersFor(place).map((holder) => plant(kind, make(lot), holder)),
    ),
    ...named.flatMap(({ kind, make, snippet }) => [0, 1].map(() => plant(kind, make(lot), snippet))),
    ...Object.entries(keys).flatMap(([kind, make]) =>
      keyHolders.map((holder) => plant(kind, make(lot), holder)),
    ),
  ];
}

/** Not all for all: each kind meets others. */
function holdersFor(place: number): readonly string[] {
  return [0, 3, 5, 8].map((step) => holders[(place + step) % holders.length] ?? '{}');
}

const keyHolders = [
  'Here is the one that I use:\n{}\nDoes it work for you?',
  '{}',
  'apiVersion: v1\nkind: Secret\nstringData:\n  key: |\n{}\n',
];

function plant(kind: string, made: string, holder: string): Planted {
  // Of an address that is one as a whole, all but its last part is known to everybody.
  const secret = kind.endsWith('webhook') ? made.slice(made.lastIndexOf('/') + 1) : made;
  // A function: a `$` in a secret means itself.
  return { kind, secret, text: holder.replace('{}', () => made) };
}
