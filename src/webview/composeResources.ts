import * as vscode from 'vscode';
import { log } from '../platform/log';
import { plainText } from '../platform/plainText';
import { isPlainPath } from './plainPath';

/** A file as it was read. */
export interface ReadFile {
  readonly name: string;
  readonly bytes: Blob;
}

/** What keeps a file from being read, said before it is: undefined where nothing does. */
export type Judge = (file: {
  readonly name: string;
  readonly size: number;
  /** Media type, where it is known better than by the name. */
  readonly type?: string;
}) => Promise<string | undefined>;

/** What could be read of several files, and why the others could not, a sentence each. */
export interface Reading {
  readonly files: readonly ReadFile[];
  readonly refusals: readonly string[];
}

/**
 * Files that a page names, which can be made to name any: what lies in the workspace is read, anything else only once
 * the person has said so.
 */
export async function readDropped(said: readonly string[], judge: Judge): Promise<Reading> {
  const uris = said.flatMap(uriFrom);
  const odd = uris.length < said.length ? [vscode.l10n.t('Only files can be attached.')] : [];
  const strangers = uris.filter((uri) => !isOfWorkspace(uri));
  if (strangers.length > 0 && !(await mayRead(strangers))) return { files: [], refusals: odd };
  const { files, refusals } = await readAll(uris, judge);
  return { files, refusals: [...odd, ...refusals] };
}

/** Files that the person has picked by name. One that cannot be attached does not keep the others. */
export async function readAll(uris: readonly vscode.Uri[], judge: Judge): Promise<Reading> {
  const files: ReadFile[] = [];
  const refusals: string[] = [];
  for (const uri of uris) {
    const read = await readOne(uri, judge);
    if (typeof read === 'string') refusals.push(read);
    else files.push(read);
  }
  return { files, refusals };
}

/** The file, or why there is none. */
async function readOne(uri: vscode.Uri, judge: Judge): Promise<ReadFile | string> {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  try {
    return await read(uri, name, judge);
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError)) throw error;
    log.error('attach', error);
    return plainText(vscode.l10n.t('{0} cannot be read.', name));
  }
}

async function read(uri: vscode.Uri, name: string, judge: Judge): Promise<ReadFile | string> {
  const { size, type } = await vscode.workspace.fs.stat(uri);
  if ((type & vscode.FileType.Directory) !== 0)
    return plainText(vscode.l10n.t('{0} is a folder. Attach its files instead.', name));
  const refusal = await judge({ name, size });
  if (refusal !== undefined) return refusal;
  const bytes = await vscode.workspace.fs.readFile(uri);
  // A copy, in a buffer of its own as a `Blob` wants it.
  return { name, bytes: new Blob([new Uint8Array(bytes)]) };
}

function uriFrom(said: string): vscode.Uri[] {
  try {
    const uri = asHere(vscode.Uri.parse(said, true));
    return schemes().has(uri.scheme) ? [uri] : [];
  } catch {
    // No address at all.
    return [];
  }
}

/** Where we run on a remote machine, what lies there is a file; to the window it is something far away. */
function asHere(uri: vscode.Uri): vscode.Uri {
  const { remoteName } = vscode.env;
  const isRemote = uri.scheme === 'vscode-remote' && uri.authority.split('+')[0] === remoteName;
  const isHere = vscode.workspace.workspaceFolders?.some((folder) => folder.uri.scheme === 'file');
  return isRemote && isHere ? uri.with({ scheme: 'file', authority: '' }) : uri;
}

/** Of this machine, and of what the workspace lies on; nothing else answers for what it reads. */
function schemes(): ReadonlySet<string> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return new Set(['file', ...folders.map(({ uri }) => uri.scheme)]);
}

/** In Restricted Mode nothing is read of a workspace without a word. */
function isOfWorkspace(uri: vscode.Uri): boolean {
  const { isTrusted } = vscode.workspace;
  return isTrusted && isPlainPath(uri.path) && vscode.workspace.getWorkspaceFolder(uri) !== undefined;
}

const mostNamed = 10;

async function mayRead(uris: readonly vscode.Uri[]): Promise<boolean> {
  const [first] = uris;
  const yes = vscode.l10n.t('Attach');
  const question =
    uris.length === 1 ? vscode.l10n.t('Attach this file?') : vscode.l10n.t('Attach {0} files?', uris.length);
  const paths = uris.slice(0, mostNamed).map(({ fsPath }) => fsPath);
  const more = uris.length > mostNamed ? [vscode.l10n.t('and {0} more', uris.length - mostNamed)] : [];
  const why = vscode.workspace.isTrusted
    ? vscode.l10n.t('It lies outside of your workspace.')
    : vscode.l10n.t('This workspace is in Restricted Mode.');
  const detail = plainText([...paths, ...more, '', why].join('\n'));
  return (
    first !== undefined &&
    (await vscode.window.showWarningMessage(question, { modal: true, detail }, yes)) === yes
  );
}
