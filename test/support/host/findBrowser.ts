import { existsSync } from 'node:fs';

/** What the search for a browser asks of the machine. */
export interface Machine {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  readonly exists: (path: string) => boolean;
}

const thisMachine: Machine = { env: process.env, platform: process.platform, exists: existsSync };

/** The browser named by CHROMIUM, else the first one where browsers usually live. */
export function findBrowser(machine: Machine = thisMachine): string | undefined {
  const named = machine.env['CHROMIUM'];
  if (!named) return usualPlaces(machine).find(machine.exists);
  if (machine.exists(named)) return named;
  throw new Error(`CHROMIUM names ${named}, which does not exist.`);
}

function usualPlaces({ env, platform }: Machine): string[] {
  if (platform === 'darwin') return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(macApp);
  if (platform === 'win32') return windowsPlaces(env);
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  return ['/usr/bin', '/usr/local/bin', '/snap/bin'].flatMap((folder) =>
    names.map((name) => `${folder}/${name}`),
  );
}

function macApp(name: string): string {
  return `/Applications/${name}.app/Contents/MacOS/${name}`;
}

function windowsPlaces(env: NodeJS.ProcessEnv): string[] {
  const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
  const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
  return roots
    .filter((root) => root !== undefined)
    .flatMap((root) => programs.map((path) => `${root}\\${path}`));
}
