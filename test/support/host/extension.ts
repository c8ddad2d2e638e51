import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './command';
import { withoutEditor } from './host';
import { vscodeServer } from './release';

/** Packages what is built and installs it under `home`; servers find it in the folder that comes out. */
export async function installExtension(home: string): Promise<string> {
  const vsix = join(home, 'rocketchat.vsix');
  const extensionsDir = join(home, 'extensions');
  await makePackage(vsix);
  await install(vsix, extensionsDir);
  return extensionsDir;
}

/** With the content that `npm run package` gives it. */
async function makePackage(vsix: string): Promise<void> {
  const vsce = join('node_modules', '@vscode', 'vsce', 'vsce');
  const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  await run(process.execPath, [vsce, 'package', ...flags, '--out', vsix]);
}

/** As a person's VS Code does it. */
async function install(vsix: string, extensionsDir: string): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'vscode-install-'));
  const folders = ['--server-data-dir', dataDir, '--extensions-dir', extensionsDir];
  const args = ['--accept-server-license-terms', ...folders, '--force', '--install-extension', vsix];
  try {
    await run(process.execPath, [await vscodeServer(), ...args], { env: withoutEditor(process.env) });
  } finally {
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}
