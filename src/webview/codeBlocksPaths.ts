import * as vscode from 'vscode';
import { plainText } from '../platform/plainText';

/** From 1, both included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** The folders that are open. */
export type OpenFolders = Pick<
  typeof vscode.workspace,
  'workspaceFolders' | 'findFiles' | 'getWorkspaceFolder'
>;

const mostFound = 20;

/** Opens a file of the workspace that somebody named, its lines selected. Throws in words where there is none. */
export async function openPath(
  path: string,
  lines: LineRange,
  folders: OpenFolders = vscode.workspace,
): Promise<void> {
  if (!(await openIfThere(path, lines, folders)))
    throw new Error(plainText(vscode.l10n.t('There is no {0} in this workspace.', path)));
}

/** As `openPath`; false where there is none. */
export async function openIfThere(
  path: string,
  lines: LineRange,
  folders: OpenFolders = vscode.workspace,
): Promise<boolean> {
  const found = await filesNamed(path, folders);
  const file = found.length > 1 ? await pick(path, found) : found[0];
  if (file) await openAt(file, lines);
  return found.length > 0;
}

/** Opens a file with those lines selected, as far as it has them. */
export async function openAt(file: vscode.Uri, { first, last }: LineRange): Promise<void> {
  const document = await vscode.workspace.openTextDocument(file);
  const line = (number: number) => document.lineAt(Math.min(Math.max(1, number), document.lineCount) - 1);
  const selection = new vscode.Range(line(first).range.start, line(last).range.end);
  await vscode.window.showTextDocument(document, { selection });
}

/** From the roots of the workspace first; only then wherever a file of that name lies. Never outside. */
async function filesNamed(path: string, folders: OpenFolders): Promise<readonly vscode.Uri[]> {
  const names = path
    .replaceAll('\\', '/')
    .split('/')
    .filter((name) => name !== '' && name !== '.');
  if (names.length === 0 || names.includes('..')) return [];
  const atRoots = (folders.workspaceFolders ?? []).map(({ uri }) => vscode.Uri.joinPath(uri, ...names));
  const there = await Promise.all(atRoots.map(isFile));
  const direct = atRoots.filter((_, at) => there[at]);
  if (direct.length > 0) return direct;
  // What means something in a pattern may stand for any one sign.
  const pattern = names.map((name) => name.replace(/[*?[\]{}!,]/g, '?')).join('/');
  const found = await folders.findFiles(`**/${pattern}`, '**/node_modules/**', mostFound);
  return found.filter((uri) => uri.path.endsWith(`/${names.join('/')}`));
}

export async function isFile(uri: vscode.Uri): Promise<boolean> {
  try {
    const { type } = await vscode.workspace.fs.stat(uri);
    return (type & vscode.FileType.File) !== 0;
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return false;
    throw error;
  }
}

async function pick(path: string, files: readonly vscode.Uri[]): Promise<vscode.Uri | undefined> {
  const items = files.map((file) => ({ label: plainText(vscode.workspace.asRelativePath(file)), file }));
  const picked = await vscode.window.showQuickPick(items, {
    title: plainText(vscode.l10n.t('Open {0}', path)),
    placeHolder: vscode.l10n.t('Select the file that is meant'),
  });
  return picked?.file;
}
