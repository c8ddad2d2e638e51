import type { Piece, Snippet } from './snippet';
import { withoutCommonIndentation } from './snippetCode';
import { endingOf } from './snippetLanguage';
import type { FileToSend } from './uploads';

/** A file to be sent. */
export interface SnippetFile {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly text: string;
}

/** The same as a file: a whole one byte for byte, pieces below each other, and what is said where there is no code. */
export function snippetFile(snippet: Snippet): SnippetFile {
  const { kind, pieces, words = [] } = snippet;
  const text =
    pieces.length > 0 ? pieces.map(pieceText).join('\n') : `${words.map(({ plain }) => plain).join('\n')}\n`;
  return { name: fileName(snippet), type: kind === 'diff' ? 'text/x-diff' : typeOf(snippet), text };
}

/** As it leaves. */
export function fileToSend({ name, type, text }: SnippetFile): FileToSend {
  return { name, type, bytes: new Blob([text], { type }) };
}

function pieceText({ code, isWhole }: Piece): string {
  if (isWhole) return code;
  const text = withoutCommonIndentation(code.replace(/\r\n?/g, '\n'));
  return text.endsWith('\n') ? text : `${text}\n`;
}

/** That of the file, as it is; what comes from none is called after its kind, with the ending of its language. */
function fileName({ kind, path, language }: Snippet): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/[\p{Cc}\\]+/gu, ' ');
  if (kind === 'diff') return `${name || 'changes'}.diff`;
  return name || `${kind}.${endingOf(language)}`;
}

/** Servers that take only some types take text sooner than anything else. */
function typeOf({ language }: Snippet): string {
  return types.get(language) ?? 'text/plain';
}

const types = new Map([
  ['css', 'text/css'],
  ['csv', 'text/csv'],
  ['diff', 'text/x-diff'],
  ['html', 'text/html'],
  ['json', 'application/json'],
  ['markdown', 'text/markdown'],
  ['xml', 'application/xml'],
]);
