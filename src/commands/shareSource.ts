import * as vscode from 'vscode';
import type { Piece } from '../model/snippet';

/** What was selected, as it was at that moment. */
export interface Source {
  readonly uri: vscode.Uri;
  readonly language: string;
  readonly pieces: readonly Piece[];
  /** Its editor holds more than the disk does. */
  readonly isDirty: boolean;
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
