/** Lines of a file, as people and compilers write them. */
export interface PathRef {
  readonly path: string;
  readonly line: number;
  readonly end?: number;
}

export type PathPart = string | (PathRef & { readonly text: string });

const sources =
  'bat c cc cfg clj conf cpp cs css csv dart erl ex fs go gradle graphql groovy h hpp hs html ini ipynb java jl js json ' +
  'jsonc jsx kt kts less lua m md mjs cjs ml mm mts nim php pl proto ps1 py r rb rs rst sass scala scss sh sql svelte ' +
  'swift tex tf toml ts tsx txt vb vue xml yaml yml zig';
/** Of a name alone only these: `example.org:443` is no file. */
const knownEndings = new Set(sources.split(' '));

const segment = String.raw`[\w.@+-]`;
const name = String.raw`(?:[A-Za-z]:[\\/]|~?[\\/])?(?:${segment}+[\\/])*${segment}*\.[A-Za-z]\w{0,9}`;
const lines = String.raw`:(?<line>\d{1,7})(?:-(?<end>\d{1,7})|:\d{1,5})?|\((?<row>\d{1,7})(?:,\s?\d{1,5})?\)`;
const mention = new RegExp(String.raw`(?<![\w.@+\-\\/:])(?<path>${name})(?:${lines})(?![\w:/])`, 'g');

/** The text in parts: what names a file with a line stands apart. */
export function pathsIn(text: string): readonly PathPart[] {
  const parts: PathPart[] = [];
  let end = 0;
  for (const match of text.matchAll(mention)) {
    const ref = refOf(match.groups ?? {});
    if (!ref) continue;
    if (match.index > end) parts.push(text.slice(end, match.index));
    parts.push({ ...ref, text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}

/** The whole text as such a name, even of a path with blanks in it. */
export function pathOf(text: string): PathRef | undefined {
  const whole = /^(?<path>[^\n\r:]{1,500}?\.?[^\n\r:/\\]{1,100}):(?<line>\d{1,7})(?:-(?<end>\d{1,7}))?$/.exec(
    text,
  );
  return whole ? rangeOf(whole.groups ?? {}) : undefined;
}

/** The only path that the text holds, if it holds nothing else. */
export function onlyPath(text: string): PathRef | undefined {
  const [only, ...others] = pathsIn(text.trim());
  if (typeof only !== 'object' || others.length > 0) return undefined;
  const { path, line, end } = only;
  return { path, line, ...(end !== undefined && { end }) };
}

type Groups = Readonly<Record<string, string | undefined>>;

function refOf(groups: Groups): PathRef | undefined {
  const { path = '' } = groups;
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  const isFile = /[\\/]/.test(path) || knownEndings.has(ending);
  return isFile ? rangeOf(groups) : undefined;
}

function rangeOf({ path = '', line, row, end }: Groups): PathRef | undefined {
  const first = Number(line ?? row);
  const last = Number(end);
  if (!(first > 0)) return undefined;
  return { path, line: first, ...(last > first && { end: last }) };
}
