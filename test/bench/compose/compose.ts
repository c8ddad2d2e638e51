import { launchBrowser } from '../../support/host/browser';
import { servePage } from '../../support/page/pageServer';
import { englishWords } from '../../support/page/words';
import { PlainServer } from '../../support/plainServer';
import type { Measurement } from '../measure';
import { measureOpen } from './open';

/** The composer's page as built for production, in a browser of its own. */
export async function measureComposer(): Promise<Measurement[]> {
  const [server, empty] = await Promise.all([servePage(englishWords()), serveNothing()]);
  try {
    const browser = await launchBrowser();
    try {
      return [await measureOpen(browser, server.url, empty.url)];
    } finally {
      await browser.close();
    }
  } finally {
    await Promise.all([server.close(), empty.close()]);
  }
}

function serveNothing(): Promise<PlainServer> {
  return PlainServer.start((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end('<!doctype html><html lang="en"><head><title>Empty</title></head><body></body></html>');
  });
}
