import * as vscode from 'vscode';
import type { Git } from '../platform/git';
import { forgeFile, isRemoteOf } from './codeBlocksLink';
import { isFile, openAt } from './codeBlocksPaths';

/** Opens the file behind a link of a forge, where this workspace has that repository. False: nothing was opened. */
export async function openForgeLink(address: string, git: Pick<Git, 'all'>): Promise<boolean> {
  const file = forgeFile(address);
  if (!file) return false;
  for (const { root, remoteUrls } of await git.all()) {
    if (!remoteUrls.some((url) => isRemoteOf(file, url))) continue;
    const uri = inWorkspace(`${vscode.Uri.parse(root).path}/${file.path}`);
    if (!uri || !(await isFile(uri))) continue;
    const { first = 1, last = first } = file;
    await openAt(uri, { first, last });
    return true;
  }
  return false;
}

/** Only paths count: on another machine the same file has another scheme there than here. */
function inWorkspace(path: string): vscode.Uri | undefined {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const uris = folders.map(({ uri }) => uri.with({ path }));
  return uris.find((uri) => vscode.workspace.getWorkspaceFolder(uri) !== undefined);
}
