import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { npm, run } from './command';
import { withoutEditor } from './host';
import { vscodeServer } from './release';

/** Packages the extension and installs it under `home`; servers find it in the folder that comes out. */
export async function installExtension(home: string): Promise<string> {
  const vsix = join(home, 'rocketchat.vsix');
  const extensionsDir = join(home, 'extensions');
  await npm(['run', 'package', '--', '--out', vsix]);
  await install(vsix, extensionsDir);
  return extensionsDir;
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
