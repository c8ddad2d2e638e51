import * as vscode from 'vscode';
import { extensionCommands, pathForGit, repositoryOf, type GitCommands } from './git';
import { reachable } from './workspacePath';

/** Which changes are meant. */
export interface ChangesWanted {
  /** Root of the repository, as git's extension names it. */
  readonly repository: string;
  /** `staged`: what a commit would take; `working`: what it would leave; `all`: both, one after the other. */
  readonly which: 'all' | 'staged' | 'working';
  /** Only those of these files; all where there are none. */
  readonly files: readonly vscode.Uri[];
}

/** What was changed, in git's words. */
export interface Changes {
  /** As `git diff` says it; empty where there are none. */
  readonly diff: string;
  /** Files of which git knows nothing yet, which it leaves out. */
  readonly untracked: readonly Untracked[];
  /** How many more there are of these than one would read. */
  readonly leftOut: number;
  /** Git's extension shows new files apart, or not at all, and does not say which there are. */
  readonly isWithoutNew: boolean;
}

export interface Untracked {
  /** From the root of the repository, with `/`. */
  readonly path: string;
  /** Undefined where it is no text. */
  readonly text: string | undefined;
}

/**
 * Asks the git extension for diffs. It has no command for one; but its file system, which reaches it on another machine
 * too, has files that are diffs, made for submodules.
 */
export class GitChanges {
  constructor(
    private readonly commands: GitCommands = extensionCommands,
    private readonly files: Pick<vscode.FileSystem, 'readFile' | 'stat'> = vscode.workspace.fs,
  ) {}

  /** Roots of those that are open; none where git has no answer. */
  async repositories(): Promise<readonly string[]> {
    // In Restricted Mode the git extension does not run.
    if (!vscode.workspace.isTrusted) return [];
    return (await this.commands.repositories()) ?? [];
  }

  /** The innermost that holds the file. */
  async repositoryOf(file: vscode.Uri): Promise<string | undefined> {
    return repositoryOf(file, await this.repositories());
  }

  async read(wanted: ChangesWanted): Promise<Changes> {
    const [diffs, listed] = await Promise.all([this.diffs(wanted), this.listed(wanted)]);
    const found = distinct([...listed, ...(await this.unlisted(wanted, diffs))]);
    const taken = found.slice(0, mostFiles);
    const untracked = await this.contents(taken, vscode.Uri.parse(wanted.repository));
    return {
      diff: diffs.join(''),
      untracked,
      leftOut: found.length - untracked.length,
      isWithoutNew: isWithoutNew(wanted),
    };
  }

  private async diffs({ repository, which, files }: ChangesWanted): Promise<string[]> {
    const root = vscode.Uri.parse(repository);
    const paths = files.length > 0 ? files.map(pathForGit) : ['.'];
    const refs = which === 'all' ? ['index', ''] : [which === 'staged' ? 'index' : ''];
    const uris = refs.flatMap((ref) => paths.map((path) => diffUri(root, path, ref)));
    return Promise.all(uris.map(async (uri) => ended(await this.text(uri))));
  }

  private async listed({ repository, which, files }: ChangesWanted): Promise<vscode.Uri[]> {
    if (which === 'staged') return [];
    const changes = (await this.commands.state(repository))?.workingTreeChanges ?? [];
    return changes
      .filter(({ status }) => status === 'UNTRACKED')
      .map(({ uri }) => vscode.Uri.parse(uri))
      .filter(({ path }) => files.length === 0 || files.some((file) => file.path === path));
  }

  /** Rows of new files that stand in a group of their own. `diffs`: one for each row. */
  private async unlisted({ which, files }: ChangesWanted, diffs: readonly string[]): Promise<vscode.Uri[]> {
    if (which !== 'working') return [];
    const silent = files.filter((_file, at) => diffs[at] === '');
    const isHeld = await Promise.all(silent.map((file) => this.commands.holds(file, 'HEAD')));
    return silent.filter((_file, at) => !isHeld[at]);
  }

  /** In their order, until there is more than one would read. */
  private async contents(files: readonly vscode.Uri[], root: vscode.Uri): Promise<Untracked[]> {
    const read: Untracked[] = [];
    let sum = 0;
    for (const uri of files) {
      const text = await this.content(uri);
      sum += text?.length ?? 0;
      if (sum > mostInAll) break;
      read.push({ path: uri.path.slice(root.path.length + 1), text });
    }
    return read;
  }

  /** What is no text, or far too much of it, is only named. */
  private async content(uri: vscode.Uri): Promise<string | undefined> {
    const file = reachable(uri);
    const { size, type } = await this.files.stat(file);
    if ((type & vscode.FileType.File) === 0 || size > mostBytes) return undefined;
    const text = await this.text(file);
    return text.includes('\0') ? undefined : text;
  }

  private async text(uri: vscode.Uri): Promise<string> {
    return new TextDecoder().decode(await this.files.readFile(uri));
  }
}

const mostBytes = 1024 * 1024;
const mostInAll = 4 * mostBytes;
const mostFiles = 200;

function isWithoutNew({ repository, which, files }: ChangesWanted): boolean {
  if (which === 'staged' || files.length > 0) return false;
  const settings = vscode.workspace.getConfiguration('git', reachable(vscode.Uri.parse(repository)));
  return settings.get<string>('untrackedChanges', 'mixed') !== 'mixed';
}

function distinct(uris: readonly vscode.Uri[]): vscode.Uri[] {
  return [...new Map(uris.map((uri) => [uri.path, uri])).values()];
}

/** As the git extension names its views of submodules; without `ref` it is what is not staged. */
function diffUri(root: vscode.Uri, path: string, ref: string): vscode.Uri {
  const query = JSON.stringify({ path, ref, submoduleOf: pathForGit(root) });
  return vscode.Uri.from({ scheme: 'git', path: root.path, query });
}

function ended(diff: string): string {
  return diff === '' || diff.endsWith('\n') ? diff : `${diff}\n`;
}
