import { endsInFence } from './code';

/** What VS Code's editors put on the clipboard beside the text. */
export interface Clip {
  readonly text: string;
  /** JSON; empty where something else was copied from. */
  readonly editorData: string;
}

/** Written for people: as a block of code it would read worse. */
const prose: ReadonlySet<string> = new Set(['plaintext', 'markdown', 'git-commit', 'scminput']);

/** VS Code's languages that highlighters know by another name. */
const names: Readonly<Record<string, string>> = {
  dockercompose: 'yaml',
  javascriptreact: 'jsx',
  jsonc: 'json',
  'objective-c': 'objectivec',
  'objective-cpp': 'objectivec',
  shellscript: 'bash',
  typescriptreact: 'tsx',
};

/** Several lines of code as a block; undefined for what is pasted as it is: prose, a word or a line, or into a block. */
export function pastedCode({ text, editorData }: Clip, before: string): string | undefined {
  const language = languageOf(editorData);
  const code = text.replace(/\r\n?/g, '\n').replace(/^\n+|\s+$/g, '');
  if (language === undefined || prose.has(language) || !code.includes('\n') || endsInFence(before))
    return undefined;
  const fence = '`'.repeat(Math.max(3, ...Array.from(code.matchAll(/`{3,}/g), ([run]) => run.length + 1)));
  return `${fence}${fenceName(language)}\n${withoutCommonIndentation(code)}\n${fence}`;
}

/** Office programs put a picture of the text beside the text: who copied words wants words. */
export function filesOf(data: Pick<DataTransfer, 'files' | 'types'>): readonly File[] {
  const isRichText = data.types.includes('text/plain') && data.types.includes('text/html');
  return isRichText ? [] : [...data.files];
}

function languageOf(editorData: string): string | undefined {
  if (editorData === '') return undefined;
  try {
    const data: unknown = JSON.parse(editorData);
    if (typeof data !== 'object' || data === null || !('mode' in data)) return undefined;
    return typeof data.mode === 'string' ? data.mode : undefined;
  } catch (error) {
    // Anybody may have put anything on the clipboard under that name.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function fenceName(language: string): string {
  const name = names[language] ?? language;
  return /^[\w.-]+$/.test(name) ? name : '';
}

function withoutCommonIndentation(code: string): string {
  const lines = code.split('\n');
  const indented = lines.filter((line) => line.trim() !== '').map((line) => /^[\t ]*/.exec(line)?.[0] ?? '');
  const common = indented.reduce((one, other) => commonStart(one, other), indented[0] ?? '');
  return lines
    .map((line) => (line.startsWith(common) ? line.slice(common.length) : line.trimStart()))
    .join('\n');
}

function commonStart(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return one.slice(0, length);
}
