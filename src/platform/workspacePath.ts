import * as vscode from 'vscode';

/** Relative to the workspace; outside of it only the name, because folders there are nobody's business. */
export function workspacePath(uri: vscode.Uri): string {
  const here = reachable(uri);
  if (vscode.workspace.getWorkspaceFolder(here)) return vscode.workspace.asRelativePath(here);
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** The folders of the workspace, as paths of their machine; named where `workspacePath` names them too. */
export function workspaceFolders(): { readonly path: string; readonly name: string }[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.map(({ uri, name }) => ({ path: uri.fsPath, name: folders.length > 1 ? name : '' }));
}

/**
 * The same file as this side reaches it. Whoever runs on another machine calls its files `file:`, which they are not
 * from here; only the path is the same.
 */
export function reachable(uri: vscode.Uri): vscode.Uri {
  if (uri.scheme !== 'file') return uri;
  const folders = vscode.workspace.workspaceFolders ?? [];
  const holder = folders.find(({ uri: folder }) => isIn(uri.path, folder.path));
  return holder ? holder.uri.with({ path: uri.path }) : uri;
}

function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
