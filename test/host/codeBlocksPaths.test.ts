import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openForgeLink } from '../../src/webview/codeBlocksForge';
import { openPath } from '../../src/webview/codeBlocksPaths';

describe('A path in a message', () => {
  let folder: vscode.Uri;

  before(async () => {
    const [root] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(root, 'the host has a folder open');
    folder = vscode.Uri.joinPath(root.uri, '.paths');
    const write = (name: string, text: string) =>
      vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), new TextEncoder().encode(text));
    await write('src/named.ts', 'one\ntwo\nthree\nfour\n');
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  const shown = () => {
    const editor = vscode.window.activeTextEditor;
    return [editor?.document.uri.path.split('/').at(-1), editor?.document.getText(editor.selection)];
  };

  it('opens with its lines selected', async () => {
    await openPath('./.paths/src/named.ts', { first: 2, last: 3 });

    assert.deepEqual(shown(), ['named.ts', 'two\nthree']);
  });

  it('opens as far as the file goes', async () => {
    await openPath('.paths/src/named.ts', { first: 4, last: 99 });

    assert.deepEqual(shown(), ['named.ts', 'four\n']);
  });

  it('never leads out of the workspace', async () => {
    await assert.rejects(openPath('../../etc/passwd', { first: 1, last: 1 }), /There is no/);
    await assert.rejects(openPath('/etc/passwd', { first: 1, last: 1 }), /There is no/);
  });

  it('opens from a link of a forge where the workspace has that repository', async () => {
    const root = vscode.Uri.joinPath(folder, 'src').toString();
    const git = { all: () => Promise.resolve([{ root, remoteUrls: ['git@github.com:acme/named.git'] }]) };

    const opened = await openForgeLink('https://github.com/acme/named/blob/main/named.ts#L3', git);
    const others = await openForgeLink('https://github.com/acme/other/blob/main/named.ts', git);

    assert.deepEqual([opened, others], [true, false]);
    assert.deepEqual(shown(), ['named.ts', 'three']);
  });
});
