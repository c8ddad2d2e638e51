import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser';
import type { Host, HostOptions } from './host';
import { SuiteHost } from './suiteHost';
import { openWorkbench, outputFolder, type Workbench, type WorkbenchOptions } from './workbench';

/** What a suite of the browser floor opens windows with. */
export interface Workbenches {
  readonly host: Host;
  /** A window of VS Code with the packaged extension installed; closed after the test. */
  open(options?: WorkbenchOptions): Promise<Workbench>;
  /** Ends VS Code with all its windows, and starts it again with what it has kept where the suite named a folder. */
  restart(): Promise<void>;
}

/**
 * Gives the surrounding `describe` a server and a browser of its own.
 * The options are asked for once the hooks before this one have run.
 * Of a test that fails, a picture and a trace are kept under `dist/test-output/failed/`.
 */
export function useWorkbench(options: () => HostOptions = () => ({})): Workbenches {
  const windows: Workbench[] = [];
  const host = new SuiteHost(options);
  let browser: Browser | undefined;

  before(async () => {
    await host.start();
    browser = await launchBrowser();
  });

  afterEach(async function () {
    const test = this.currentTest;
    if (test?.state === 'failed') await keepEvidence(windows, test.titlePath());
    await closeAll(windows);
  });

  after(async () => {
    await browser?.close();
    await host.stop();
  });

  return {
    get host() {
      return host.current;
    },
    open: async (windowOptions) => {
      if (!browser) throw new Error('Only hooks and tests can open windows, not the body of `describe`.');
      const window = await openWorkbench(browser, host.current, windowOptions);
      windows.push(window);
      await window.page.context().tracing.start({ screenshots: true });
      await window.page.getByRole('tab', { name: 'Rocket.Chat' }).waitFor({ timeout: 60_000 });
      return window;
    },
    restart: async () => {
      await closeAll(windows);
      await host.stop();
      await host.start();
    },
  };
}

async function closeAll(windows: Workbench[]): Promise<void> {
  for (const window of windows.splice(0)) await window.close();
}

async function keepEvidence(windows: readonly Workbench[], titles: readonly string[]): Promise<void> {
  const title = titles.join(' ').toLowerCase();
  for (const [index, window] of windows.entries()) {
    const name = join('failed', `${title.replace(/[^\w]+/g, '-')}-${index + 1}`);
    await window.screenshot(name);
    await window.page.context().tracing.stop({ path: join(outputFolder, `${name}.zip`) });
  }
}
