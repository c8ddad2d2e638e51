import { fenceLanguage } from './snippetLanguage';

/**
 * The code between fences, byte for byte but for line ends and common indentation. Rocket.Chat's parser knows no fence
 * but three backticks and shows code that holds three itself as text, whatever we do. A longer fence keeps the bytes
 * and lets every CommonMark reader find where the code begins and ends.
 */
export function fenced(code: string, languageId: string): string {
  // A last line end is the file's: the fence has its own.
  const text = withoutCommonIndentation(code.replace(/\r\n?/g, '\n').replace(/\n$/, ''));
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${fenceLanguage(languageId)}\n${text}\n${fence}`;
}

/** Blank lines have no say in what is common; tabs and spaces are different things. */
export function withoutCommonIndentation(text: string): string {
  const lines = text.split('\n');
  const common = lines.filter(isFilled).map(indentationOf).reduce(commonStart, undefined) ?? '';
  return lines
    .map((line) => (line.startsWith(common) ? line.slice(common.length) : line.trimStart()))
    .join('\n');
}

function isFilled(line: string): boolean {
  return line.trim() !== '';
}

function indentationOf(line: string): string {
  return /^[\t ]*/.exec(line)?.[0] ?? '';
}

function commonStart(one: string | undefined, other: string): string {
  if (one === undefined) return other;
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return one.slice(0, length);
}

/** Of three backticks or more: fewer do no harm inside a fence. */
function longestRun(text: string): number {
  return Math.max(0, ...Array.from(text.matchAll(/`{3,}/g), ([run]) => run.length));
}
