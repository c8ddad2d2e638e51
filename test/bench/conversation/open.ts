import type { Browser, Page } from 'playwright-core';
import { Emitter } from '../../../src/base/event';
import { Session } from '../../../src/model/session';
import type { StandIn } from '../../server/server';
import { clientOf } from '../../support/clientOf';
import { account } from '../../support/makers/account';
import { next } from '../../support/next';
import { type Measurement, measured } from '../measure';
import { withServer } from '../server';
import { hostOf } from './host';
import { stub } from './stub';
import { longTalk } from './talk';

const many = 10_000;

/**
 * A room of 10,000 messages that nothing is known of but its row, from the moment at which VS Code has a frame for the
 * page until its first messages are painted. In it: the page is loaded, without any cache; its program says that it is
 * ready; the product's host side (ConversationPage, setup, messages) asks the stand-in for the latest messages over the
 * loopback, makes views of them and tells the page, which draws. Not in it: what VS Code does to make a frame, and its
 * way between the two sides, in whose place is Playwright's. The parts that need VS Code are stood in for: of emoji all
 * are told that a host tells, of the place a fixed one.
 */
export function measureOpen(browser: Browser, url: string): Promise<Measurement> {
  return withServer({ data: longTalk(many) }, (server) =>
    measured({
      name: 'conversation.open',
      budget: 300,
      rounds: 25,
      warmUps: 5,
      run: () => millisecondsToOpen(browser, url, server),
    }),
  );
}

async function millisecondsToOpen(browser: Browser, url: string, server: StandIn): Promise<number> {
  const session = new Session({ account: account({ server: server.url }), client: clientOf(server) });
  await session.sync.refresh('person');
  const context = await browser.newContext({ viewport: { width: 360, height: 900 } });
  const page = await context.newPage();
  try {
    return await timeIn(page, url, session);
  } finally {
    session.dispose();
    await context.close();
  }
}

async function timeIn(page: Page, url: string, session: Session): Promise<number> {
  const heard = new Emitter<unknown>();
  await page.exposeFunction('tellHost', (message: unknown) => heard.fire(message));
  const painted = new Emitter<void>();
  await page.exposeFunction('tellPainted', () => painted.fire());
  await page.addInitScript(stub, '[data-message]');
  const shown = next(painted.event);
  const start = performance.now();
  // In this order VS Code has it done: the host asks while the page is on its way.
  const host = hostOf(page, session, heard.event);
  try {
    await Promise.all([shown, page.goto(url)]);
    return performance.now() - start;
  } finally {
    host.dispose();
  }
}
