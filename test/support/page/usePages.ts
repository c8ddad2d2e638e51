import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../host/browser';
import type { PlainServer } from '../plainServer';
import { type OpenedPage, openPage, type PageOptions } from './openPage';
import { servePage } from './pageServer';
import { englishWords } from './words';

/**
 * Gives the surrounding `describe` a browser of its own to open pages in.
 * A test fails if anything went wrong inside its pages; then a picture is kept under `dist/test-output/failed/`.
 */
export function usePages(): (options?: PageOptions) => Promise<OpenedPage> {
  const pages: OpenedPage[] = [];
  let server: PlainServer | undefined;
  let browser: Browser | undefined;

  before(async () => {
    server = await servePage(englishWords());
    browser = await launchBrowser();
  });

  afterEach(async function () {
    const test = this.currentTest;
    const closing = pages.splice(0);
    if (test?.state === 'failed') await keepPictures(closing, test.titlePath());
    for (const { page } of closing) await page.context().close();
    assert.deepEqual(
      closing.flatMap(({ problems }) => problems),
      [],
    );
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  return async (options = {}) => {
    if (!browser || !server) throw new Error('Only hooks and tests can open pages.');
    const opened = await openPage(browser, server.url, options);
    pages.push(opened);
    return opened;
  };
}

async function keepPictures(pages: readonly OpenedPage[], titles: readonly string[]): Promise<void> {
  const title = titles.join(' ').toLowerCase();
  for (const [index, page] of pages.entries())
    await page.screenshot(join('failed', `${title.replace(/[^\w]+/g, '-')}-${index + 1}`));
}
