import { writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

/** Keeps what a page shows, in a third of the bytes that a PNG takes: what ships is to be small. */
export async function keepPicture(page: Page, path: string): Promise<void> {
  const debug = await page.context().newCDPSession(page);
  const { data } = await debug.send('Page.captureScreenshot', { format: 'webp', quality: 80 });
  await writeFile(path, Buffer.from(data, 'base64'));
  await debug.detach();
}
