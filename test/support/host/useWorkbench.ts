import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser';
import { type Host, type HostOptions, startHost } from './host';
import { steady } from './settings';
import { openWorkbench, outputFolder, type Workbench, type WorkbenchOptions } from './workbench';

/** What a suite of the browser floor opens windows with. */
export interface Workbenches {
  readonly host: Host;
  /** A window of VS Code with the packaged extension installed; closed after the test. */
  open(options?: WorkbenchOptions): Promise<Workbench>;
}

/**
 * Gives the surrounding `describe` a server and a browser of its own.
 * The options are asked for once the hooks before this one have run.
 * Of a test that fails, a picture and a trace are kept under `dist/test-output/failed/`.
 */
export function useWorkbench(options: () => HostOptions = () => ({})): Workbenches {
  const windows: Workbench[] = [];
  let host: Host | undefined;
  let browser: Browser | undefined;

  before(async () => {
    const extensionsDir = process.env['EXTENSIONS_DIR'];
    if (extensionsDir === undefined) throw new Error('Run the browser floor by `npm run test:browser`.');
    const { settings, ...others } = options();
    host = await startHost({ extensionsDir, settings: { ...steady, ...settings }, ...others });
    browser = await launchBrowser();
  });

  afterEach(async function () {
    const test = this.currentTest;
    const closing = windows.splice(0);
    if (test?.state === 'failed') await keepEvidence(closing, test.titlePath());
    for (const window of closing) await window.close();
  });

  after(async () => {
    await browser?.close();
    await host?.stop();
  });

  return {
    get host() {
      return started(host);
    },
    open: async (windowOptions) => {
      const window = await openWorkbench(started(browser), started(host), windowOptions);
      windows.push(window);
      await window.page.context().tracing.start({ screenshots: true });
      await window.page.getByRole('tab', { name: 'Rocket.Chat' }).waitFor({ timeout: 60_000 });
      return window;
    },
  };
}

function started<T>(thing: T | undefined): T {
  if (thing === undefined)
    throw new Error('Only hooks and tests can use VS Code, not the body of `describe`.');
  return thing;
}

async function keepEvidence(windows: readonly Workbench[], titles: readonly string[]): Promise<void> {
  const title = titles.join(' ').toLowerCase();
  for (const [index, window] of windows.entries()) {
    const name = join('failed', `${title.replace(/[^\w]+/g, '-')}-${index + 1}`);
    await window.screenshot(name);
    await window.page.context().tracing.stop({ path: join(outputFolder, `${name}.zip`) });
  }
}
