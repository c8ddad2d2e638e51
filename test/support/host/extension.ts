import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './command';
import { installExtension } from './host';

/** Makes a package of what is built: the same content as `npm run package`, in the given file. */
export async function packageExtension(file: string): Promise<void> {
  const vsce = join('node_modules', '@vscode', 'vsce', 'vsce');
  const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  await run(process.execPath, [vsce, 'package', ...flags, '--out', file]);
}

let installed: Promise<string> | undefined;

/** A folder with the packaged extension installed, made once and shared by the servers of this process. */
export function installedExtension(): Promise<string> {
  return (installed ??= install());
}

async function install(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'vscode-extensions-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'rocketchat.vsix');
  await packageExtension(file);
  const extensionsDir = join(folder, 'installed');
  await installExtension(file, extensionsDir);
  return extensionsDir;
}
