import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from './findBrowser';
import { run } from './command';

const howToInstall =
  'No Chromium was found and none could be installed: install Chromium, Chrome or Edge, or set CHROMIUM to its path.';

/** Starts a Chromium of this machine without a window; installs one if there is none. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await browserPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Of the browser that is used; may take minutes the first time on a machine. */
export async function browserPath(): Promise<string> {
  const found = findBrowser() ?? installedByPlaywright();
  if (found !== undefined) return found;
  process.stderr.write('Installing Chromium, once per machine …\n');
  const installed = (await installByApt()) ?? (await installByPlaywright());
  if (installed === undefined) throw new Error(howToInstall);
  return installed;
}

function installedByPlaywright(): string | undefined {
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

/** Debian's own package, where we may install it; the fonts are for emoji and far scripts in screenshots. */
async function installByApt(): Promise<string | undefined> {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  try {
    await run('apt-get', ['update', ...wait], { env });
    await run(
      'apt-get',
      ['install', '--yes', ...wait, 'chromium', 'fonts-noto-color-emoji', 'fonts-droid-fallback'],
      { env },
    );
    return await runnable(findBrowser());
  } catch (error) {
    explain('apt-get', error);
    return undefined;
  }
}

async function installByPlaywright(): Promise<string | undefined> {
  try {
    await run(process.execPath, [join('node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium']);
    return await runnable(installedByPlaywright());
  } catch (error) {
    explain('playwright-core', error);
    return undefined;
  }
}

/** Ubuntu's package of that name is a script that only asks for a snap. */
async function runnable(path: string | undefined): Promise<string | undefined> {
  if (path !== undefined) await run(path, ['--version']);
  return path;
}

function explain(installer: string, error: unknown): void {
  process.stderr.write(`${installer}: ${error instanceof Error ? error.message : String(error)}\n`);
}
