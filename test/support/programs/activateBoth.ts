import { setTimeout } from 'node:timers/promises';
import { commands, extensions } from 'vscode';
import { find, homeFromEnvironment, leave } from '../../bench/activationFiles';

/** Milliseconds in which VS Code answers when it is not busy with its own start. */
const swift = 5;

/** What the extension host runs as its suite: extensions are loaded, activated, and timed at it. */
export async function run(): Promise<void> {
  const home = homeFromEnvironment();
  const { order, sockets } = find(home, 'plan');
  const times: number[] = [];
  for (const id of order) {
    await calm();
    times.push(await millisecondsToActivate(id));
  }
  leave(home, 'times', times);
  // The host ends with its suite. Until then, who has signed in must have got somewhere.
  while (sockets !== undefined && (await countAt(sockets)) === 0) await setTimeout(20);
}

/** Waits until VS Code is swift several times in a row, though not for ever: some machines never are. */
async function calm(): Promise<void> {
  for (let turn = 0, inRow = 0; turn < 150 && inRow < 10; turn++) {
    const took = await milliseconds(() => commands.executeCommand('setContext', 'bench.turn', turn));
    inRow = took < swift ? inRow + 1 : 0;
    await setTimeout(20);
  }
}

function millisecondsToActivate(id: string): Promise<number> {
  const extension = extensions.getExtension(id);
  if (!extension) throw new Error(`${id} is not installed`);
  if (extension.isActive) throw new Error(`${id} is active already`);
  return milliseconds(() => extension.activate());
}

async function milliseconds(run: () => Thenable<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

async function countAt(sockets: string): Promise<number> {
  // An answer of our own stand-in.
  const { count } = (await (await fetch(sockets)).json()) as { count: number };
  return count;
}
