import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { openForgeLink } from '../../src/webview/codeBlocksForge';
import { openPath, type OpenFolders } from '../../src/webview/codeBlocksPaths';

describe('A path in a message', () => {
  let folder: vscode.Uri;
  let folders: OpenFolders;

  beforeEach(async () => {
    folder = vscode.Uri.file(await mkdtemp(join(tmpdir(), 'rocketchat-paths-')));
    const open = { uri: folder, name: 'open', index: 0 };
    folders = {
      workspaceFolders: [open],
      getWorkspaceFolder: ({ path }) => (path.startsWith(`${folder.path}/`) ? open : undefined),
      findFiles: (pattern) => {
        assert.equal(pattern, '**/named.ts');
        return Promise.resolve([vscode.Uri.joinPath(folder, 'src', 'named.ts')]);
      },
    };
    const text = new TextEncoder().encode('one\ntwo\nthree\nfour');
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, 'src', 'named.ts'), text);
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await rm(folder.fsPath, { recursive: true, force: true });
  });

  const shown = () => {
    const editor = vscode.window.activeTextEditor;
    return [editor?.document.uri.path.split('/').at(-1), editor?.document.getText(editor.selection)];
  };

  it('opens with its lines selected', async () => {
    await openPath('./src/named.ts', { first: 2, last: 3 }, folders);

    assert.deepEqual(shown(), ['named.ts', 'two\nthree']);
  });

  it('opens as far as the file goes', async () => {
    await openPath('src/named.ts', { first: 4, last: 99 }, folders);

    assert.deepEqual(shown(), ['named.ts', 'four']);
  });

  it('is found below the root', async () => {
    await openPath('named.ts', { first: 1, last: 1 }, folders);

    assert.deepEqual(shown(), ['named.ts', 'one']);
  });

  it('never leads out of the workspace', async () => {
    await assert.rejects(openPath('../../etc/passwd', { first: 1, last: 1 }, folders), /There is no/);
  });

  it('opens from a link of a forge where the workspace has that repository', async () => {
    const root = folder.toString();
    const git = { all: () => Promise.resolve([{ root, remoteUrls: ['git@github.com:acme/named.git'] }]) };

    const opened = await openForgeLink(
      'https://github.com/acme/named/blob/main/src/named.ts#L3',
      git,
      folders,
    );
    const others = await openForgeLink('https://github.com/acme/other/blob/main/src/named.ts', git, folders);

    assert.deepEqual([opened, others], [true, false]);
    assert.deepEqual(shown(), ['named.ts', 'three']);
  });
});
