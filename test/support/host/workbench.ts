import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Host } from './host';
import { type Theme, themes } from './settings';

/** Where screenshots, and what is kept of failed tests, go. */
export const outputFolder = join('dist', 'test-output');

export interface WorkbenchOptions {
  /** Absolute path of the folder to open; an empty window without. */
  readonly folder?: string;
  readonly theme?: Theme;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** What to run in the window; obeyed where the host has a driver. */
  readonly suite?: Suite;
}

export interface Suite {
  /** Absolute paths: of the extension under development, and of a module with a function `run`. */
  readonly extension: string;
  readonly tests: string;
  /** Called for every console message of the page and the extension host. */
  readonly onLog: (type: string, args: readonly unknown[]) => void;
  readonly onExit: (code: number) => void;
}

/** One window of VS Code in a browser profile of its own. */
export class Workbench {
  constructor(readonly page: Page) {}

  /** Keeps a picture under `dist/test-output/<name>.png`. */
  async screenshot(name: string): Promise<void> {
    await this.page.screenshot({ path: join(outputFolder, `${name}.png`) });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

/** Opens VS Code in a page and waits until it is painted. */
export async function openWorkbench(
  browser: Browser,
  host: Host,
  options: WorkbenchOptions = {},
): Promise<Workbench> {
  if (options.theme) await host.configure({ 'workbench.colorTheme': themes[options.theme] });
  const context = await browser.newContext({ viewport: options.viewport ?? { width: 1280, height: 800 } });
  await keepSecrets(context, host);
  const page = await context.newPage();
  if (options.suite) await listen(page, options.suite);
  await page.goto(addressOf(host, options));
  await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
  return new Workbench(page);
}

/** VS Code encrypts secrets with a key that it asks for at this address; without one it forgets them. */
async function keepSecrets(context: BrowserContext, host: Host): Promise<void> {
  const key = randomBytes(32);
  await context.addCookies([{ name: 'vscode-secret-key-path', value: '/mint-key', url: host.url }]);
  await context.route(`${host.url}/mint-key`, (route) => route.fulfill({ body: key }));
}

/** The two functions that the workbench calls while a suite runs. */
async function listen(page: Page, { onLog, onExit }: Suite): Promise<void> {
  await page.exposeFunction('codeAutomationLog', onLog);
  await page.exposeFunction('codeAutomationExit', onExit);
}

function addressOf(host: Host, { folder, suite }: WorkbenchOptions): string {
  const url = new URL(host.url);
  if (folder === undefined) url.searchParams.set('ew', 'true');
  else url.searchParams.set('folder', folder);
  if (suite) url.searchParams.set('payload', JSON.stringify(payload(host, suite)));
  return url.href;
}

function payload({ authority }: Host, { extension, tests }: Suite): [string, string][] {
  return [
    ['extensionDevelopmentPath', `vscode-remote://${authority}${extension}`],
    ['extensionTestsPath', `vscode-remote://${authority}${tests}`],
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
}
