import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { StandIn } from '../server/server';
import { credentialsOf } from '../support/clientOf';
import { launchBrowser } from '../support/host/browser';
import { startHost } from '../support/host/host';
import { account } from '../support/makers/account';
import { find, homeVariable, leave, type Plan } from './activationFiles';
import { HostStarts } from './hostStarts';
import { InstalledPair } from './installedPair';
import { difference, type Measurement, type PairedTimes } from './measure';
import { withServer } from './server';

const productId = 'rocketchat-for-vscode.rocketchat';
const emptyId = 'rocketchat-for-vscode.empty';
/** Extension hosts for each of the two: one takes about three seconds. */
const starts = 5;
/** As built for production. */
const product = 'dist/extension.js';
const signIn = 'dist/test/activateSignIn.js';
const user = 'ann';
/** VS Code writes what extensions store a moment later, and does not say when; a window that ends takes it along. */
const untilWritten = 2_000;
const tests = resolve('dist/test/activateBoth.js');

/** Activation over that of an empty extension in the same extension host, signed out and signed in. */
export function measureActivation(): Promise<Measurement[]> {
  return withServer({}, async (server) => {
    const home = await mkdtemp(join(tmpdir(), 'activation-'));
    try {
      return await measureAt(home, server);
    } finally {
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    }
  });
}

async function measureAt(home: string, server: StandIn): Promise<Measurement[]> {
  const pair = new InstalledPair(home);
  await pair.install();
  const { extensionsDir, suiteOwner } = pair;
  const host = await startHost({ extensionsDir, hasDriver: true, env: { [homeVariable]: home } });
  try {
    const browser = await launchBrowser();
    try {
      const hosts = new HostStarts(browser, host, { extension: suiteOwner, tests });
      return await new Activation({ home, server, pair, hosts }).measure();
    } finally {
      await browser.close();
    }
  } finally {
    await host.stop();
  }
}

interface Scene {
  readonly home: string;
  readonly server: StandIn;
  readonly pair: InstalledPair;
  readonly hosts: HostStarts;
}

class Activation {
  constructor(private readonly scene: Scene) {}

  async measure(): Promise<Measurement[]> {
    const { pair, server } = this.scene;
    await pair.useProduct(product);
    // The first start of all fills caches of VS Code: it does not count.
    await this.timesOf({ order: [productId, emptyId] });
    const signedOut = await this.severalStarts();
    await this.signIn();
    const signedIn = await this.severalStarts(`${server.url}/__control/sockets?user=${user}`);
    return [
      difference({ name: 'activate.signedOut', budget: 25, ...signedOut }),
      difference({ name: 'activate.signedIn', budget: 25, ...signedIn }),
    ];
  }

  /** Who comes first takes turns: it may pay for what both need. */
  private async severalStarts(sockets?: string): Promise<PairedTimes> {
    const times: number[] = [];
    const baselines: number[] = [];
    for (let start = 0; start < starts; start++) {
      const order = start % 2 === 0 ? [productId, emptyId] : [emptyId, productId];
      const took = await this.timesOf({ order, sockets });
      times.push(took(productId));
      baselines.push(took(emptyId));
    }
    return { times, baselines };
  }

  /** The product keeps an account in stores of its own, so that for one start another program takes its place. */
  private async signIn(): Promise<void> {
    const { home, server, pair } = this.scene;
    const { userId, authToken } = credentialsOf(user);
    const known = account({ server: server.url, userId, username: user, signedInBy: 'accessToken' });
    leave(home, 'record', { account: known, token: authToken });
    await pair.useProduct(signIn);
    await this.timesOf({ order: [productId] });
    await setTimeout(untilWritten);
    await pair.useProduct(product);
  }

  /** In a new extension host. */
  private async timesOf(plan: Plan): Promise<(id: string) => number> {
    const { home, hosts } = this.scene;
    leave(home, 'plan', plan);
    await hosts.next();
    const times = find(home, 'times');
    return (id) => times[plan.order.indexOf(id)] ?? Number.NaN;
  }
}
