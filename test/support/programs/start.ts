import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '../../../src/base/clock';
import { startServer } from '../../server/server';
import { Colleague } from '../demo/colleague';
import { makeRepository } from '../demo/repository';
import { cacheFolder } from '../host/cache';
import { installExtension } from '../host/extension';
import { type FrontDoor, openFrontDoor } from '../host/frontDoor';
import { startHost } from '../host/host';
import { freePort } from '../host/port';
import { openAddress } from '../openAddress';

/** Things to end, newest first. */
const running: (() => unknown)[] = [];

// What `npm start` is: the demo server and VS Code with the packaged extension, until it is interrupted.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(0));
main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  void stop(1);
});

async function main(): Promise<void> {
  const port = await freePort(8080);
  const home = join(cacheFolder(), 'start', String(port));
  await mkdir(home, { recursive: true });
  const server = await startServer({ port: await freePort(3000), data: 'demo' });
  running.push(() => server.close());
  const colleague = new Colleague(server.world, systemClock);
  running.push(() => colleague.dispose());
  const door = await openEditor(home, port, server.url);
  console.log(welcome(door.url, server.url));
  openAddress(door.url);
}

/** VS Code with the extension and a folder, behind the front door. */
async function openEditor(home: string, port: number, server: string): Promise<FrontDoor> {
  const folder = join(home, 'console');
  const [extensionsDir] = await Promise.all([installExtension(home), makeRepository(folder)]);
  const settings = { 'rocketchat.defaultServer': server };
  const host = await startHost({ dataDir: join(home, 'data'), extensionsDir, settings });
  running.push(() => host.stop());
  const door = await openFrontDoor({ port, inner: host.port, key: await keptKey(home), folder });
  running.push(() => door.close());
  return door;
}

/** The same at every start, so that a browser can still read the secrets that it kept. */
async function keptKey(home: string): Promise<Buffer> {
  const file = join(home, 'key');
  if (!existsSync(file)) await writeFile(file, randomBytes(32), { mode: 0o600 });
  return readFile(file);
}

function welcome(address: string, server: string): string {
  return `
  Rocket.Chat for VS Code, with a demo team

    open         ${address}
    sign in      user alice, password demo, at ${server}

  Open the Rocket.Chat view and click Sign In: the server is already filled in.
  Post something, and a colleague answers within seconds. Ctrl+C ends it all.
`;
}

async function stop(code: number): Promise<void> {
  for (const end of running.splice(0).reverse()) await end();
  process.exit(code);
}
