import * as vscode from 'vscode';
import { sleep } from '../base/async';
import { systemClock, type Clock } from '../base/clock';
import { log } from './log';

/** What git knows of a file that lies in a repository. */
export interface GitFile {
  /** From the root of the repository, with `/`. */
  readonly path: string;
  readonly commit?: string;
  /** Of the remote that the branch follows. */
  readonly remoteUrl?: string;
  /** The commit is on that remote, with this file in it. */
  readonly isPushed: boolean;
  /** What is on disk differs from the commit. */
  readonly isChanged: boolean;
}

/** A repository that is open here. */
export interface Repository {
  /** As a URI of the machine that it lies on. */
  readonly root: string;
  readonly remoteUrls: readonly string[];
}

/** The git extension as commands, which reach it on another machine too, where its exports cannot be seen. */
export interface GitCommands {
  /** Undefined while there is no git extension. */
  repositories(): Promise<readonly string[] | undefined>;
  state(repository: string): Promise<RepositoryState | null>;
  /** Whether the commit has the file. */
  holds(file: vscode.Uri, commit: string): Promise<boolean>;
}

export interface RepositoryState {
  readonly HEAD?: {
    readonly commit?: string;
    readonly ahead?: number;
    /** Absent where the branch follows none, or none that is still there. */
    readonly upstream?: { readonly remote: string; readonly name: string };
  };
  readonly remotes: readonly {
    readonly name: string;
    readonly fetchUrl?: string;
    readonly pushUrl?: string;
  }[];
  readonly mergeChanges: readonly Change[];
  readonly indexChanges: readonly Change[];
  readonly workingTreeChanges: readonly Change[];
}

interface Change {
  readonly uri: string;
  /** `UNTRACKED`: git knows nothing of it yet. */
  readonly status?: string;
}

/** Asks the git extension about files. Never reads one, never runs git. */
export class Git {
  private hasWaited = false;

  constructor(
    private readonly commands: GitCommands = extensionCommands,
    private readonly clock: Clock = systemClock,
  ) {}

  /** Undefined where git has no answer, or none within three seconds. */
  async file(uri: vscode.Uri): Promise<GitFile | undefined> {
    // In Restricted Mode the git extension does not run.
    if (!vscode.workspace.isTrusted || !isOnDisk(uri)) return undefined;
    const patience = new AbortController();
    const { signal } = patience;
    try {
      const giveUp = sleep(this.clock, 3_000, signal).then(() => undefined);
      return await Promise.race([this.ask(uri, signal), giveUp]);
    } catch (error) {
      log.error('git', error);
      return undefined;
    } finally {
      patience.abort();
    }
  }

  /** Those that are open, and where they come from; none where git has no answer. */
  async all(): Promise<readonly Repository[]> {
    if (!vscode.workspace.isTrusted) return [];
    const roots = (await this.commands.repositories()) ?? [];
    return Promise.all(
      roots.map(async (root) => {
        const remotes = (await this.commands.state(root))?.remotes ?? [];
        return { root, remoteUrls: remotes.flatMap(({ fetchUrl, pushUrl }) => fetchUrl ?? pushUrl ?? []) };
      }),
    );
  }

  private async ask(uri: vscode.Uri, signal: AbortSignal): Promise<GitFile | undefined> {
    const repository = repositoryOf(uri, await this.repositories(signal));
    const state = repository && (await this.commands.state(repository));
    if (!state) return undefined;
    const commit = state.HEAD?.commit;
    const isHeld = commit !== undefined && (await this.commands.holds(uri, commit));
    return gitFile(uri, repository, { ...state, isHeld });
  }

  /** The extension needs a moment after the start of VS Code: the first time that it has nothing, we wait. */
  private async repositories(signal: AbortSignal): Promise<readonly string[]> {
    for (let tries = 0; tries < 8 && !this.hasWaited; tries += 1) {
      const found = await this.commands.repositories();
      if (found && found.length > 0) return found;
      await sleep(this.clock, 250, signal);
    }
    this.hasWaited = true;
    return (await this.commands.repositories()) ?? [];
  }
}

export const extensionCommands: GitCommands = {
  repositories: async () => {
    const known = await vscode.commands.getCommands(true);
    const name = 'git.api.getRepositories';
    return known.includes(name) ? vscode.commands.executeCommand<readonly string[]>(name) : undefined;
  },
  state: async (repository) => vscode.commands.executeCommand('git.api.getRepositoryState', repository),
  // As the git extension names the files of a commit; only asked for, never read.
  holds: async (file, commit) => {
    const query = JSON.stringify({ path: pathForGit(file), ref: commit });
    try {
      await vscode.workspace.fs.stat(vscode.Uri.from({ scheme: 'git', path: file.path, query }));
      return true;
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return false;
      throw error;
    }
  },
};

/** Other schemes have paths of files too, and mean an older state or a part of them. */
function isOnDisk({ scheme }: vscode.Uri): boolean {
  return scheme === 'file' || scheme === 'vscode-remote';
}

/** As the machine of the file writes it, which may be another one: only a drive tells that it is Windows. */
export function pathForGit({ path }: vscode.Uri): string {
  return /^\/[a-z]:/i.test(path) ? path.slice(1).replaceAll('/', '\\') : path;
}

/** The innermost. Only paths count: on another machine the same file has another scheme there than here. */
export function repositoryOf(uri: vscode.Uri, repositories: readonly string[]): string | undefined {
  return repositories
    .filter((root) => uri.path.startsWith(`${pathOf(root)}/`))
    .sort((one, other) => pathOf(other).length - pathOf(one).length)[0];
}

function pathOf(uri: string): string {
  return vscode.Uri.parse(uri).path;
}

interface KnownState extends RepositoryState {
  readonly isHeld: boolean;
}

function gitFile(uri: vscode.Uri, repository: string, state: KnownState): GitFile {
  const { HEAD, remotes, isHeld } = state;
  const changes = [...state.mergeChanges, ...state.indexChanges, ...state.workingTreeChanges];
  const own = changes.filter((change) => pathOf(change.uri) === uri.path);
  const remote = remotes.find(({ name }) => name === HEAD?.upstream?.remote);
  return {
    path: uri.path.slice(pathOf(repository).length + 1),
    commit: HEAD?.commit,
    remoteUrl: remote?.fetchUrl ?? remote?.pushUrl,
    isPushed: HEAD?.upstream !== undefined && HEAD.ahead === 0 && isHeld,
    isChanged: own.length > 0,
  };
}
