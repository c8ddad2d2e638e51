/** A folder of this machine, and what others call it. */
export interface OwnFolder {
  readonly path: string;
  /** Empty where paths begin below it. */
  readonly name: string;
}

/** A text of a tool, in which paths of this machine begin where others have them too; nobody's home is told. */
export function withoutOwnFolders(text: string, folders: readonly OwnFolder[]): string {
  const relative = folders.reduce(
    (rest, { path, name }) => rest.replace(beginningOf(path), () => (name === '' ? '' : `${name}/`)),
    text,
  );
  return relative.replace(home, '~');
}

/** Tools write either slash, and drives in either case. */
function beginningOf(path: string): RegExp {
  const segments = path.split(/[\\/]/).filter((segment) => segment !== '');
  const isDrive = /^[a-z]:$/i.test(segments[0] ?? '');
  const root = isDrive ? '' : '[\\\\/]';
  return new RegExp(`${before}${root}${segments.map(escaped).join('[\\\\/]')}[\\\\/]`, isDrive ? 'gi' : 'g');
}

/** Not in the middle of a longer path, or of an address. */
const before = String.raw`(?<![\w.\\-])`;

const home = new RegExp(
  String.raw`${before}(?:/(?:home|Users)/[^\s/'"\`<>:]+|[a-z]:[\\/]Users[\\/][^\\/\n'"\`<>|:*?]+)(?=[\\/])`,
  'gi',
);

function escaped(segment: string): string {
  return segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
