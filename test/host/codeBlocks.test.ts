import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CodeBlocks } from '../../src/webview/codeBlocks';
import { eventually } from '../support/eventually';
import { sessionWith } from '../support/fakeSession';
import { FakePage } from '../support/openPage';

describe('Code in messages', () => {
  let blocks: CodeBlocks;
  let opened: string[];

  beforeEach(() => {
    opened = [];
    blocks = new CodeBlocks({
      textOf: ({ document }) => Promise.resolve(`shared: ${document.getText()}`),
      openForge: (href) => Promise.resolve(opened.push(href) > 0),
    });
  });
  afterEach(async () => {
    blocks.dispose();
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  async function editorWith(content: string): Promise<vscode.TextEditor> {
    const document = await vscode.workspace.openTextDocument({ content, language: 'plaintext' });
    const editor = await vscode.window.showTextDocument(document);
    await eventually('the editor is active', () => vscode.window.activeTextEditor === editor);
    return editor;
  }

  it('is copied as it is', async () => {
    await blocks.run('copy', 'a\n\tb', undefined);

    assert.equal(await vscode.env.clipboard.readText(), 'a\n\tb');
  });

  it('goes where the cursor is, in place of what is selected, and is never read as a template', async () => {
    const editor = await editorWith('one two three');
    editor.selection = new vscode.Selection(0, 4, 0, 7);

    await blocks.run('insert', 'const ${x} = $1;', 'ts');

    assert.equal(editor.document.getText(), 'one const ${x} = $1; three');
  });

  it('opens in an editor of its own, in its language', async () => {
    await blocks.run('open', '{"a":1}', 'json');

    const document = vscode.window.activeTextEditor?.document;
    assert.deepEqual([document?.getText(), document?.languageId], ['{"a":1}', 'json']);
    assert.equal(document?.isUntitled, true);
  });

  it('is compared with the file in hand', async () => {
    const editor = await editorWith('mine');

    await blocks.run('compare', 'theirs', undefined);

    const input = await eventually('the comparison', () => {
      const tab = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return tab instanceof vscode.TabInputTextDiff ? tab : undefined;
    });
    const original = await vscode.workspace.openTextDocument(input.original);
    assert.equal(original.getText(), 'theirs');
    assert.equal(input.modified.toString(), editor.document.uri.toString());
  });

  it('says that a file has to be open', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await eventually('no editor', () => vscode.window.visibleTextEditors.length === 0);

    await assert.rejects(blocks.run('insert', 'x', undefined), /Open a file first/);
  });

  it('takes the selection of the editor into the box', async () => {
    await editorWith('code');
    const page = new FakePage(sessionWith({}).session);
    const part = blocks.part(page);

    part.heed({ type: 'insertSelection' });

    const insert = await eventually('it is told', () => page.of('insert')[0]);
    assert.equal(insert.text, 'shared: code');
    part.dispose();
  });

  it('leads to the very lines that its header names, where the repository is here', async () => {
    const part = blocks.part(new FakePage(sessionWith({}).session));
    const href = 'https://git.example/team/app/blob/main/src/a.ts#L1';

    part.heed({ type: 'openPath', path: 'src/a.ts', line: 1, href });

    await eventually('it is opened', () => opened[0] === href);
    part.dispose();
  });
});
