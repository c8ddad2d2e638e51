import * as vscode from 'vscode';
import type { Git } from '../platform/git';
import { forgeFile, isRemoteOf } from './codeBlocksLink';
import { isFile, openAt, type OpenFolders } from './codeBlocksPaths';

/** Opens the file behind a link of a forge, where this workspace has that repository. False: nothing was opened. */
export async function openForgeLink(
  address: string,
  git: Pick<Git, 'all'>,
  folders: OpenFolders = vscode.workspace,
): Promise<boolean> {
  const file = forgeFile(address);
  if (!file) return false;
  const roots = (await git.all()).filter(({ remoteUrls }) => remoteUrls.some((url) => isRemoteOf(file, url)));
  const uris = roots.flatMap(({ root }) =>
    inWorkspace(`${vscode.Uri.parse(root).path}/${file.path}`, folders),
  );
  const there = await Promise.all(uris.map(isFile));
  const found = uris.find((_, at) => there[at]);
  const { first = 1, last = first } = file;
  if (found) await openAt(found, { first, last });
  return found !== undefined;
}

/** Only paths count: on another machine the same file has another scheme there than here. */
function inWorkspace(path: string, folders: OpenFolders): vscode.Uri[] {
  const uris = (folders.workspaceFolders ?? []).map(({ uri }) => uri.with({ path }));
  return uris.filter((uri) => folders.getWorkspaceFolder(uri) !== undefined).slice(0, 1);
}
