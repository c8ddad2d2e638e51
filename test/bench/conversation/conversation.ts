import { launchBrowser } from '../../support/host/browser';
import { servePage } from '../../support/page/pageServer';
import { englishWords } from '../../support/page/words';
import type { Measurement } from '../measure';
import { measureAppend } from './append';
import { measureOpen } from './open';

/** The page of a conversation as built for production, in a browser of its own. */
export async function measureConversation(): Promise<Measurement[]> {
  const server = await servePage(englishWords());
  try {
    const browser = await launchBrowser();
    try {
      return [await measureOpen(browser, server.url), ...(await measureAppend(browser, server.url))];
    } finally {
      await browser.close();
    }
  } finally {
    await server.close();
  }
}
