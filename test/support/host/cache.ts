import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Fills a folder that exists and is empty. */
export type Fill = (folder: string) => Promise<void>;

/** What survives the clone: kept where the platform keeps caches. */
export function cacheFolder(env = process.env, platform: NodeJS.Platform = process.platform): string {
  return join(cacheRoot(env, platform), 'rocketchat-for-vscode');
}

/** A folder appears under its key only when complete; of two who fill it at once, one's work is dropped. */
export async function cached(folder: string, key: string, fill: Fill): Promise<string> {
  const home = join(folder, key);
  if (existsSync(home)) return home;
  await mkdir(folder, { recursive: true });
  const draft = await mkdtemp(join(folder, `${key}.part-`));
  try {
    await fill(draft);
    await moveTo(home, draft);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return home;
}

function cacheRoot(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const home = env['HOME'] ?? homedir();
  if (env['XDG_CACHE_HOME']) return env['XDG_CACHE_HOME'];
  if (platform === 'darwin') return join(home, 'Library', 'Caches');
  if (platform === 'win32' && env['LOCALAPPDATA']) return env['LOCALAPPDATA'];
  return join(home, '.cache');
}

async function moveTo(home: string, draft: string): Promise<void> {
  try {
    await rename(draft, home);
  } catch (error) {
    if (!existsSync(home)) throw error;
  }
}
