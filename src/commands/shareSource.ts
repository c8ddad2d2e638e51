import * as vscode from 'vscode';
import type { Lines } from '../model/gitLink';
import type { Piece } from '../model/snippet';

/** What was selected, as it was at that moment. */
export interface Source {
  readonly uri: vscode.Uri;
  readonly language: string;
  readonly pieces: readonly Piece[];
  /** Its editor holds more than the disk does. */
  readonly isDirty: boolean;
}

/** A file as the editor has it. Undefined when there is nothing but blanks. */
export function wholeFile(document: vscode.TextDocument): Source | undefined {
  const { uri, languageId: language, isDirty } = document;
  const code = document.getText();
  if (code.trim() === '') return undefined;
  // After the last line end comes a line for the editor alone.
  const last = code.endsWith('\n') ? document.lineCount - 1 : document.lineCount;
  return { uri, language, isDirty, pieces: [{ lines: { first: 1, last }, code, isWhole: true }] };
}

/** The lines that are selected or under a cursor, each range once. */
export function chosenLines({ selections, document }: vscode.TextEditor): Lines[] {
  const ranges = selections.map(({ start, end }) => ({
    first: start.line + 1,
    last: endOf(document, start, end).line + 1,
  }));
  return ranges.filter(
    ({ first, last }, at) => ranges.findIndex((one) => one.first === first && one.last === last) === at,
  );
}

/** Whole lines of a document, as far as it has them. */
export function linesAt(document: vscode.TextDocument, range: vscode.Range): Piece {
  const { start, end } = document.validateRange(range);
  const from = document.lineAt(start.line).range.start;
  const to = document.lineAt(endOf(document, start, end).line).range.end;
  return {
    lines: { first: from.line + 1, last: to.line + 1 },
    code: document.getText(new vscode.Range(from, to)),
  };
}

/** The selections in their order, or the lines under the cursors. Undefined when there is nothing but blanks. */
export function selectedCode({ document, selections }: vscode.TextEditor): Source | undefined {
  const chosen = selections.filter(({ isEmpty }) => !isEmpty);
  const pieces =
    chosen.length > 0 ? chosen.map((range) => pieceOf(document, range)) : linesOf(document, selections);
  const filled = pieces.filter(({ code }) => code.trim() !== '');
  if (filled.length === 0) return undefined;
  return { uri: document.uri, language: document.languageId, pieces: filled, isDirty: document.isDirty };
}

function linesOf(document: vscode.TextDocument, cursors: readonly vscode.Selection[]): Piece[] {
  const lines = [...new Set(cursors.map(({ active }) => active.line))];
  return lines.map((line) => pieceOf(document, document.lineAt(line).range));
}

/** With the indentation of the first line, also where the selection begins behind it. */
function pieceOf(document: vscode.TextDocument, { start, end }: vscode.Range): Piece {
  const line = document.lineAt(start.line);
  const indentation = line.text.slice(0, line.firstNonWhitespaceCharacterIndex);
  const from = start.translate(0, Math.max(0, indentation.length - start.character));
  const to = endOf(document, start, end);
  return {
    lines: { first: start.line + 1, last: to.line + 1 },
    code: indentation + document.getText(new vscode.Range(from, to)),
  };
}

/** Whoever selects whole lines ends before the first character of the next. */
function endOf(document: vscode.TextDocument, start: vscode.Position, end: vscode.Position): vscode.Position {
  return end.character === 0 && end.line > start.line ? document.lineAt(end.line - 1).range.end : end;
}
