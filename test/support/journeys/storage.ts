import { globSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** Where VS Code keeps things, for a suite that looks into it. */
export interface Storage {
  readonly dataDir: string;
  /** Names of the files in which the extension keeps rooms and messages of accounts. */
  kept(): string[];
}

/** Gives the surrounding `describe` a folder of its own. To be called before `useWorkbench`. */
export function useStorage(): Storage {
  let folder: string | undefined;
  const dataDir = () => {
    if (folder === undefined) throw new Error('The folder is there only while tests run.');
    return folder;
  };
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vscode-data-'));
  });
  after(() => rm(dataDir(), { recursive: true, force: true, maxRetries: 5 }));
  return {
    get dataDir() {
      return dataDir();
    },
    kept: () =>
      globSync('data/User/globalStorage/*/accounts/*/*', { cwd: dataDir() }).map((path) => basename(path)),
  };
}
