import { spawn } from 'node:child_process';

/** Opens an address in the person's browser where there is a way to, unless BROWSER is `none`. */
export function openAddress(address: string): void {
  if (process.env['BROWSER'] === 'none') return;
  const [program, args] = opener(process.platform);
  const child = spawn(program, [...args, address], { stdio: 'ignore', detached: true });
  // Who has no such program reads the address and opens it.
  child.on('error', () => undefined);
  child.unref();
}

function opener(platform: NodeJS.Platform): [program: string, args: string[]] {
  if (platform === 'darwin') return ['open', []];
  if (platform === 'win32') return ['cmd', ['/c', 'start', '']];
  return ['xdg-open', []];
}
