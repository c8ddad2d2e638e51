import * as vscode from 'vscode';

/** Something dropped that may be a file. Nothing of it is read before `read` is called. */
export interface Dropped {
  readonly name: string;
  /** Absent where VS Code tells only the name. */
  readonly uri?: vscode.Uri;
  /** Rejects with what the host says where it cannot be read. */
  read(): Promise<Uint8Array<ArrayBuffer>>;
}

/** What is told of files: by the explorer and by tabs as addresses, by the desktop as files. */
export const droppedTypes = ['text/uri-list', 'files'];

/** What was dropped, in its order, each once. Rows of our own trees are no files. */
export async function droppedIn(transfer: vscode.DataTransfer): Promise<readonly Dropped[]> {
  const [...items] = transfer;
  const list = (await transfer.get('text/uri-list')?.asString()) ?? '';
  const files = items.flatMap(([, item]) => item.asFile() ?? []);
  const uris = addressesIn(list).flatMap((address) => uriOf(address) ?? []);
  const told = new Set(files.map(({ uri }) => uri?.toString()));
  return [...files.map(ofFile), ...uris.filter((uri) => !told.has(uri.toString())).map(ofUri)];
}

/** A list of addresses as the web has it: one a line, `#` begins a comment. Each once. */
function addressesIn(list: string): readonly string[] {
  const lines = list.split(/\r?\n/).map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== '' && !line.startsWith('#')))];
}

/** Undefined for what is no address, and for rows of our own, which have one for their decorations. */
function uriOf(address: string): vscode.Uri | undefined {
  if (!URL.canParse(address) || address.startsWith('rocketchat:')) return undefined;
  // A tab tells its cursor behind the `#`.
  return vscode.Uri.parse(address, true).with({ fragment: '' });
}

function ofFile(file: vscode.DataTransferFile): Dropped {
  const { name, uri } = file;
  return { name, ...(uri && { uri }), read: async () => new Uint8Array(await file.data()) };
}

function ofUri(uri: vscode.Uri): Dropped {
  return { name: uri.path.slice(uri.path.lastIndexOf('/') + 1), uri, read: () => contentOf(uri) };
}

/** What has no file yet is what stands in its editor. */
async function contentOf(uri: vscode.Uri): Promise<Uint8Array<ArrayBuffer>> {
  const unsaved = untitled(uri);
  if (unsaved) return new TextEncoder().encode(unsaved.getText());
  return new Uint8Array(await vscode.workspace.fs.readFile(uri));
}

/** How large it is, in bytes; undefined where only reading tells; why not, in words, for what is no file. */
export async function sizeOf({ uri }: Dropped): Promise<number | string | undefined> {
  if (!uri || untitled(uri)) return undefined;
  const stat = await statOf(uri);
  if (!stat) return vscode.l10n.t('It could not be read.');
  const isFolder = (stat.type & vscode.FileType.Directory) !== 0;
  return isFolder ? vscode.l10n.t('It is a folder: drop the files in it.') : stat.size;
}

async function statOf(uri: vscode.Uri): Promise<vscode.FileStat | undefined> {
  try {
    return await vscode.workspace.fs.stat(uri);
  } catch {
    // Whatever the file system behind that scheme throws: there is nothing to share.
    return undefined;
  }
}

function untitled(uri: vscode.Uri): vscode.TextDocument | undefined {
  const isIt = (one: vscode.TextDocument) => one.isUntitled && one.uri.toString() === uri.toString();
  return vscode.workspace.textDocuments.find(isIt);
}

/** Whether the editor of a file has changes that the file does not have. */
export function hasUnsavedChanges({ uri }: Dropped): boolean {
  const open = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri?.toString());
  return open?.isDirty === true && !open.isUntitled;
}

/** Its whole path, where it does not belong to what is open here. */
export function placeOutside({ uri }: Dropped): string | undefined {
  if (!uri || untitled(uri) || vscode.workspace.getWorkspaceFolder(uri)) return undefined;
  return uri.scheme === 'file' ? uri.fsPath : uri.toString(true);
}
