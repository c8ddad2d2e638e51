import * as vscode from 'vscode';
import { log } from './log';

const hour = 3_600_000;
const week = 168 * hour;
const unfinished = '.tmp';

/**
 * Small texts of each account in a folder of its own, which several windows share: of what two of them write, the
 * last one stays, and never a half.
 */
export class AccountFolders {
  private readonly inUse = new Map<string, TextFolder>();
  private readonly deletions = new Map<string, Promise<void>>();

  constructor(private readonly storage: vscode.Uri) {}

  of(account: string): TextFolder {
    const known = this.inUse.get(account);
    if (known) return known;
    const files = new TextFolder(async () => {
      await this.deletions.get(account);
      return folderOf(this.storage, account);
    });
    this.inUse.set(account, files);
    return files;
  }

  /** Deletes all that is kept of an account. Who still holds its files writes nothing any more. */
  forget(account: string): Promise<void> {
    const files = this.inUse.get(account);
    this.inUse.delete(account);
    const deletion = this.delete(account, { files, earlier: this.deletions.get(account) });
    this.deletions.set(account, deletion);
    return deletion;
  }

  /**
   * Deletes what is left of accounts that nobody knows any more. Whatever was written to in the last week stays: it may
   * be of an account that another window is adding, or of another profile, which has accounts of its own.
   */
  async tidy(known: Iterable<string>): Promise<void> {
    const root = rootOf(this.storage);
    const entries = (await quietly(vscode.workspace.fs.readDirectory(root))) ?? [];
    const kept = new Set(await Promise.all([...known, ...this.inUse.keys()].map(nameOf)));
    const strays = entries.filter(([name]) => !kept.has(name));
    await Promise.all(strays.map(([name]) => deleteUnused(vscode.Uri.joinPath(root, name))));
  }

  private async delete(account: string, { files, earlier }: Leaving): Promise<void> {
    await files?.close();
    await earlier;
    await deleteFolder(await folderOf(this.storage, account));
  }
}

interface Leaving {
  readonly files: TextFolder | undefined;
  /** A deletion before this one. */
  readonly earlier: Promise<void> | undefined;
}

/** The texts in one folder. Nothing here throws: what cannot be kept, or read, is in the log. */
export class TextFolder {
  private readonly waiting = new Map<string, Change>();
  private readonly lines = new Map<string, Promise<void>>();
  private readonly mark = crypto.randomUUID().slice(0, 8);
  private place: Promise<vscode.Uri> | undefined;
  private isClosed = false;

  constructor(private readonly findPlace: () => Promise<vscode.Uri>) {}

  /** After what is being written here under that name. */
  async read(name: string): Promise<string | undefined> {
    await this.lines.get(name);
    const file = vscode.Uri.joinPath(await this.folder(), name);
    const bytes = await quietly(vscode.workspace.fs.readFile(file));
    return bytes && new TextDecoder().decode(bytes);
  }

  /** Of those that are whole. */
  async names(): Promise<readonly string[]> {
    await Promise.all(this.lines.values());
    const entries = (await quietly(vscode.workspace.fs.readDirectory(await this.folder()))) ?? [];
    return entries.map(([name]) => name).filter((name) => !name.endsWith(unfinished));
  }

  /** In order; of several that wait, only the last is written. */
  write(name: string, text: string): Promise<void> {
    return this.change(name, text);
  }

  remove(name: string): Promise<void> {
    return this.change(name, undefined);
  }

  /** Resolves when the last write has ended; none follows. */
  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.all(this.lines.values());
  }

  private change(name: string, text: string | undefined): Promise<void> {
    const waiting = this.waiting.get(name);
    if (waiting) {
      waiting.text = text;
      return waiting.done;
    }
    const done = (this.lines.get(name) ?? Promise.resolve()).then(() => this.perform(name));
    this.waiting.set(name, { text, done });
    this.lines.set(name, done);
    return done;
  }

  private async perform(name: string): Promise<void> {
    const change = this.waiting.get(name);
    this.waiting.delete(name);
    if (!change || this.isClosed) return;
    const file = vscode.Uri.joinPath(await this.folder(), name);
    await quietly(
      change.text === undefined ? vscode.workspace.fs.delete(file) : this.store(file, change.text),
    );
  }

  /** Under another name first, which no other window uses: a file has its name only when it is whole. */
  private async store(file: vscode.Uri, text: string): Promise<void> {
    const draft = file.with({ path: `${file.path}.${this.mark}${unfinished}` });
    await vscode.workspace.fs.writeFile(draft, new TextEncoder().encode(text));
    await vscode.workspace.fs.rename(draft, file, { overwrite: true });
  }

  private folder(): Promise<vscode.Uri> {
    return (this.place ??= this.findPlace().then(swept));
  }
}

interface Change {
  text: string | undefined;
  readonly done: Promise<void>;
}

/** Ids of accounts have what no file system takes, and differ in upper and lower case, which some do not tell. */
async function nameOf(account: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(account));
  const name = [...new Uint8Array(digest).slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0'));
  return name.join('');
}

function rootOf(storage: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(storage, 'accounts');
}

async function folderOf(storage: vscode.Uri, account: string): Promise<vscode.Uri> {
  return vscode.Uri.joinPath(rootOf(storage), await nameOf(account));
}

/** Each write gives the folder a new time, as it gives a file its name. */
async function deleteUnused(folder: vscode.Uri): Promise<void> {
  const stat = await quietly(vscode.workspace.fs.stat(folder));
  if (stat && stat.mtime < Date.now() - week) await deleteFolder(folder);
}

async function deleteFolder(folder: vscode.Uri): Promise<void> {
  await quietly(vscode.workspace.fs.delete(folder, { recursive: true, useTrash: false }));
}

/** Without what a window left half written that has ended meanwhile. */
async function swept(folder: vscode.Uri): Promise<vscode.Uri> {
  const entries = (await quietly(vscode.workspace.fs.readDirectory(folder))) ?? [];
  for (const [name] of entries.filter(([entry]) => entry.endsWith(unfinished))) {
    const file = vscode.Uri.joinPath(folder, name);
    const stat = await quietly(vscode.workspace.fs.stat(file));
    if (stat && stat.mtime < Date.now() - hour) await quietly(vscode.workspace.fs.delete(file));
  }
  return folder;
}

/** What is not there is no failure; any other is logged. */
async function quietly<T>(work: PromiseLike<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    const isAbsent = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
    if (!isAbsent) log.error('files', error);
    return undefined;
  }
}
