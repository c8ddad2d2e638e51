import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserPath } from '../host/browser';
import { installExtension } from '../host/extension';

let home: string | undefined;

/** Mocha calls it before the first test, whose time does not run yet. */
export async function mochaGlobalSetup(): Promise<void> {
  await browserPath();
  home = await mkdtemp(join(tmpdir(), 'vscode-extensions-'));
  // Every test file is a bundle of its own: the environment is what they have in common.
  process.env['EXTENSIONS_DIR'] = await installExtension(home);
}

export async function mochaGlobalTeardown(): Promise<void> {
  if (home !== undefined) await rm(home, { recursive: true, force: true, maxRetries: 5 });
}
