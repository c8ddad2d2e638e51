import type { Browser } from 'playwright-core';
import { Emitter } from '../../../src/base/event';
import { next } from '../../support/next';
import { stub } from '../conversation/stub';
import { difference, type Measurement, type PairedTimes } from '../measure';
import { hostOf } from './host';

const rounds = 25;
const warmUps = 5;

/**
 * From the moment at which VS Code has a frame for the composer until its form can be typed into, over a panel with
 * nothing in it. In it: the page is loaded, without any cache; its program says that it is ready; the host tells it all
 * that an empty form begins with, each emoji among it; the page draws. Not in it: what VS Code does to make a panel, and
 * its way between the two sides, in whose place is Playwright's.
 */
export async function measureOpen(browser: Browser, url: string, emptyUrl: string): Promise<Measurement> {
  const pair: PairedTimes & { readonly times: number[]; readonly baselines: number[] } = {
    times: [],
    baselines: [],
  };
  for (let round = -warmUps; round < rounds; round += 1) {
    const time = await millisecondsUntil(browser, { url: `${url}/?page=compose`, shows: 'textarea' });
    const baseline = await millisecondsUntil(browser, { url: emptyUrl, shows: 'body' });
    if (round < 0) continue;
    pair.times.push(time);
    pair.baselines.push(baseline);
  }
  return difference({ name: 'composer.open', budget: 400, ...pair });
}

interface Wanted {
  readonly url: string;
  /** Selector of what is waited for. */
  readonly shows: string;
}

async function millisecondsUntil(browser: Browser, { url, shows }: Wanted): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 } });
  const page = await context.newPage();
  const heard = new Emitter<unknown>();
  const painted = new Emitter<void>();
  await page.exposeFunction('tellHost', (message: unknown) => heard.fire(message));
  await page.exposeFunction('tellPainted', () => painted.fire());
  await page.addInitScript(stub, shows);
  const shown = next(painted.event);
  const host = hostOf(page, heard.event);
  const start = performance.now();
  try {
    await Promise.all([shown, page.goto(url)]);
    return performance.now() - start;
  } finally {
    host.dispose();
    await context.close();
  }
}
