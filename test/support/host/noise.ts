/** How lines begin that say nothing about us: the workbench's own steps, and the internet it misses. */
const beginnings = [
  '[AccountPolicyGate]',
  '[AgentHost',
  '[reconnection-grace-time]',
  '[Service Worker] registration',
  'Creating a socket',
  'Resolved connection token',
  'Resolving connection token',
  'Updating additional builtin extensions cache',
];

/** Whether a line of VS Code's log is noise of the host rather than a word of a test or the extension. */
export function isNoise(line: string): boolean {
  return beginnings.some((beginning) => line.startsWith(beginning)) || line.includes('open-vsx.org');
}
