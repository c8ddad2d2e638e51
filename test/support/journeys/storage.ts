import { globSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** Where VS Code keeps things, for suites that look into it. */
export interface Storage {
  /** A folder that nothing is in yet, for one server of VS Code. */
  fresh(): string;
  /** Names of the files in which the extension keeps rooms and messages of accounts, in the newest folder. */
  kept(): string[];
  /** Whether one of the extension's finished files there holds this text. */
  holds(text: string): boolean;
}

/** Belongs into a `describe` around those with a server of VS Code, which goes on writing until it ends. */
export function useStorage(): Storage {
  const folders: string[] = [];
  after(async () => {
    for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return {
    fresh: () => {
      const folder = mkdtempSync(join(tmpdir(), 'vscode-data-'));
      folders.push(folder);
      return folder;
    },
    kept: () => {
      const cwd = folders.at(-1);
      return globSync('data/User/globalStorage/*/accounts/*/*', { cwd }).map((path) => basename(path));
    },
    holds: (text) => {
      const cwd = folders.at(-1) ?? '';
      const names = globSync('data/User/globalStorage/*/**/*', { cwd }).filter(
        (name) => !name.endsWith('.tmp'),
      );
      const files = names.map((name) => join(cwd, name));
      return files.some((path) => isFileWith(path, text));
    },
  };
}

/** What is written anew may be gone for a moment. */
function isFileWith(path: string, text: string): boolean {
  const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  try {
    return isFile && readFileSync(path, 'utf8').includes(text);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
