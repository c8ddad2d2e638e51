import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Host } from './host';
import { type Theme, themes } from './settings';

/** Where screenshots, and traces of failed tests, are kept. */
export const outputFolder = join('dist', 'test-output');

export interface WorkbenchOptions {
  /** Absolute path of the folder to open; an empty window without. */
  readonly folder?: string;
  /** Absolute path of a file to open in an editor. */
  readonly file?: string;
  /** Absolute path of the extension under development. */
  readonly extension?: string;
  /** Absolute path of a suite to run in the extension host. */
  readonly suite?: string;
  readonly theme?: Theme;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Called for every console message of the page and the extension host. */
  readonly onLog?: (type: string, args: readonly unknown[]) => void;
  /** Called when the suite has ended. */
  readonly onExit?: (code: number) => void;
}

/** One window of VS Code in a browser profile of its own. */
export class Workbench {
  constructor(
    readonly page: Page,
    private readonly address: string,
  ) {}

  /** Opens the same window anew; what the profile keeps (secrets, layout) is still there. */
  async reload(): Promise<void> {
    await this.page.goto(this.address);
    await painted(this.page);
  }

  /** Keeps a picture under `dist/test-output/<name>.png`. */
  async screenshot(name: string): Promise<void> {
    await mkdir(outputFolder, { recursive: true });
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
  options: WorkbenchOptions,
): Promise<Workbench> {
  if (options.theme) await host.configure({ 'workbench.colorTheme': themes[options.theme] });
  const context = await browser.newContext({ viewport: options.viewport ?? { width: 1280, height: 800 } });
  await keepSecrets(context, host);
  const page = await context.newPage();
  await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) =>
    options.onLog?.(type, args),
  );
  await page.exposeFunction('codeAutomationExit', (code: number) => options.onExit?.(code));
  const workbench = new Workbench(page, addressOf(host, options));
  await workbench.reload();
  return workbench;
}

/** Secrets are encrypted with a key that the workbench asks for at this address, and forgets without. */
async function keepSecrets(context: BrowserContext, host: Host): Promise<void> {
  const key = randomBytes(32);
  await context.addCookies([{ name: 'vscode-secret-key-path', value: '/mint-key', url: host.url }]);
  await context.route(`${host.url}/mint-key`, (route) => route.fulfill({ body: key }));
}

function addressOf(host: Host, options: WorkbenchOptions): string {
  const url = new URL(host.url);
  if (options.folder === undefined) url.searchParams.set('ew', 'true');
  else url.searchParams.set('folder', options.folder);
  url.searchParams.set('payload', JSON.stringify(payload(host, options)));
  return url.href;
}

function payload(host: Host, options: WorkbenchOptions): [string, string][] {
  const remote = (path: string) => `vscode-remote://${host.authority}${path}`;
  const pairs: [string, string | undefined][] = [
    ['extensionDevelopmentPath', options.extension],
    ['extensionTestsPath', options.suite],
    ['openFile', options.file],
  ];
  const paths = pairs.flatMap(([key, path]): [string, string][] =>
    path === undefined ? [] : [[key, remote(path)]],
  );
  return [...paths, ['skipWelcome', 'true'], ['skipReleaseNotes', 'true']];
}

async function painted(page: Page): Promise<void> {
  await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
}
