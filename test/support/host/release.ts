import { createHash } from 'node:crypto';
import { copyFile, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, cached } from './cache';
import { npm, run } from './command';

/** VS Code 1.139.1 as code-server carries it; its dependencies are locked by its own shrinkwrap. */
const release = {
  spec: 'code-server@4.139.1',
  integrity:
    'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
};

/** Raised when we change what we add to the release, so that no machine keeps the former state. */
const revision = 1;

const label = `VS Code's server build (${release.spec})`;
const natives = ['spdlog', 'native-watchdog'];

/** The script that starts VS Code's server; the first call on a machine fetches it into the cache. */
export async function vscodeServer(): Promise<string> {
  const home = await cached(cacheFolder(), `${release.spec}-${revision}`, fetchRelease);
  return join(vscodeIn(home), 'out', 'server-main.js');
}

function vscodeIn(folder: string): string {
  return join(folder, 'lib', 'vscode');
}

async function fetchRelease(folder: string): Promise<void> {
  process.stderr.write(`Fetching ${label}, once per machine …\n`);
  try {
    await unpack(folder);
    await installDependencies(vscodeIn(folder));
    // For the language server of TypeScript, which a window with a .ts file misses loudly.
    await installDependencies(join(vscodeIn(folder), 'extensions'));
    await replaceNatives(vscodeIn(folder));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${label} could not be fetched from the npm registry: ${reason}`, { cause: error });
  }
}

async function unpack(folder: string): Promise<void> {
  const name = await npm(['pack', release.spec, '--pack-destination', folder], { cwd: folder });
  const archive = join(folder, name.trim());
  const digest = createHash('sha512')
    .update(await readFile(archive))
    .digest('base64');
  if (`sha512-${digest}` !== release.integrity) throw new Error('its checksum is not the expected one.');
  await run('tar', ['-xzf', archive, '--strip-components=1'], { cwd: folder });
  await rm(archive);
}

async function installDependencies(folder: string): Promise<void> {
  // Without scripts no compiler is needed; the two natives that VS Code misses are replaced.
  await npm(['install', '--ignore-scripts', '--omit=dev', '--no-save', '--no-audit', '--no-fund'], {
    cwd: folder,
  });
}

async function replaceNatives(vscode: string): Promise<void> {
  for (const name of natives) {
    const ours = join('test', 'support', 'host', 'natives', `${name}.cjs`);
    await copyFile(ours, join(vscode, 'node_modules', '@vscode', name, 'index.js'));
  }
}
