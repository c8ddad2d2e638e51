import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { FromCompose, ToCompose } from '../../../src/webview/protocol/compose';
import type { FromPage, ToPage } from '../../../src/webview/protocol/conversation';
import type { Theme } from '../host/settings';
import { outputFolder } from '../host/workbench';
import { hostStub } from './hostStub';

export interface PageOptions {
  readonly name?: PageName;
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
  readonly reducedMotion?: boolean;
  /** What the page's clock says all the time; in UTC. */
  readonly now?: string;
}

export type PageName = 'conversation' | 'compose';

/** Whichever page it is. */
export type FromAny = FromPage | FromCompose;
export type ToAny = ToPage | ToCompose;

export type Told<T extends FromAny['type']> = Extract<FromAny, { readonly type: T }>;

/** A built page in a browser; the test is its host. */
export class OpenedPage {
  /** Whatever must not happen in a page: errors, violations of the policy, requests to elsewhere. */
  readonly problems: string[] = [];

  constructor(
    readonly page: Page,
    private readonly url: string,
  ) {
    page.on('pageerror', (error) => this.problems.push(error.message));
    page.on('console', (line) => {
      if (line.type() === 'error') this.problems.push(line.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url()))
        this.problems.push(`asked for ${request.url()}`);
    });
  }

  /** Says to the page what its host says; several messages in one go, as they come from a host. */
  async say(...messages: readonly ToAny[]): Promise<void> {
    await this.page.evaluate(async (all) => {
      for (const message of all) globalThis.postMessage(message, '*');
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }, messages);
  }

  /** The latest message of that type that says so, once there is one. */
  async told<T extends FromAny['type']>(type: T, saying: Partial<Told<T>> = {}): Promise<Told<T>> {
    const wanted = Object.entries({ ...saying, type });
    const found = await this.page.waitForFunction(
      (values) =>
        (globalThis as unknown as Stubbed).told.findLast((message) =>
          values.every(([key, value]) => Reflect.get(message, key) === value),
        ),
      wanted,
    );
    // Told apart by the type that was just compared.
    return (await found.jsonValue()) as Told<T>;
  }

  /** Everything that the page has told so far. */
  async allTold(): Promise<readonly FromAny[]> {
    return this.page.evaluate(() => (globalThis as unknown as Stubbed).told);
  }

  async forgetTold(): Promise<void> {
    await this.page.evaluate(() => void (globalThis as unknown as Stubbed).told.splice(0));
  }

  /** What a hidden view or a reloaded window does to a page: all is gone but its state. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.told('ready');
  }

  /** Keeps a picture under `dist/test-output/<name>.png`. */
  async screenshot(name: string): Promise<void> {
    await this.page.screenshot({ path: join(outputFolder, `${name}.png`) });
  }

  async open(theme: Theme, name: PageName): Promise<void> {
    await this.page.goto(`${this.url}/?page=${name}&theme=${theme}`);
    await this.told('ready');
  }
}

/** What the stub left in the page. */
interface Stubbed {
  readonly told: FromAny[];
}

export async function openPage(
  browser: Browser,
  url: string,
  { name = 'conversation', theme = 'dark', width = 360, height = 640, reducedMotion, now }: PageOptions,
): Promise<OpenedPage> {
  const context = await browser.newContext({
    viewport: { width, height },
    timezoneId: 'UTC',
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.addInitScript(hostStub, { now: Date.parse(now ?? '2026-03-02T14:00:00.000Z') });
  const opened = new OpenedPage(page, url);
  await opened.open(theme, name);
  return opened;
}
