import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { selectedCode } from '../../src/commands/shareSource';

const text = ['function f() {', '    if (a) {', '        return b;', '    }', '', '}', ''].join('\n');

describe('selectedCode', () => {
  let editor: vscode.TextEditor;

  before(async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'typescript', content: text });
    editor = await vscode.window.showTextDocument(document);
  });

  it('takes the line under the cursor', () => {
    assert.deepEqual(select([1, 8, 1, 8]), ['2-2     if (a) {']);
  });

  it('takes the lines of several cursors once each, in their order', () => {
    assert.deepEqual(select([2, 0, 2, 0], [0, 3, 0, 3], [2, 5, 2, 5]), [
      '3-3         return b;',
      '1-1 function f() {',
    ]);
  });

  it('takes several selections in their order and leaves lone cursors out', () => {
    assert.deepEqual(select([3, 0, 3, 5], [0, 0, 0, 0], [0, 9, 0, 12]), ['4-4     }', '1-1 f()']);
  });

  it('keeps the indentation of a line whose selection begins behind it', () => {
    assert.deepEqual(select([1, 4, 2, 17]), ['2-3     if (a) {\n        return b;']);
    assert.deepEqual(select([1, 2, 1, 12]), ['2-2     if (a) {']);
    assert.deepEqual(select([2, 8, 2, 14]), ['3-3         return']);
  });

  it('does not count the line before whose first character a selection ends', () => {
    assert.deepEqual(select([1, 0, 3, 0]), ['2-3     if (a) {\n        return b;']);
  });

  it('finds nothing to share in blanks', () => {
    editor.selections = [new vscode.Selection(4, 0, 4, 0)];
    assert.equal(selectedCode(editor), undefined);
    editor.selections = [new vscode.Selection(1, 0, 1, 3)];
    assert.deepEqual(selectedCode(editor)?.pieces.length, undefined);
  });

  it('knows language, address and whether the editor is ahead of the disk', () => {
    editor.selections = [new vscode.Selection(0, 0, 0, 0)];

    const source = selectedCode(editor);

    assert.deepEqual(
      [source?.language, source?.uri.scheme, source?.isDirty],
      ['typescript', 'untitled', true],
    );
  });

  type Range = [startLine: number, start: number, endLine: number, end: number];

  function select(...ranges: Range[]): string[] | undefined {
    editor.selections = ranges.map((range) => new vscode.Selection(...range));
    return selectedCode(editor)?.pieces.map(({ lines, code }) => `${lines?.first}-${lines?.last} ${code}`);
  }
});
