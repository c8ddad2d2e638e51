import type { Browser, CDPSession } from 'playwright-core';
import type { MessagesView } from '../../../src/webview/protocol/conversation';
import { messagesView } from '../../support/makers/views';
import { openPage } from '../../support/page/openPage';
import { RoomPage, sayRoom } from '../../support/page/room';
import { counted, measured, type Measurement } from '../measure';
import { spokenView } from './talk';

/** As many as stay in a page. */
const many = 1_000;

/** A page with 1,000 plain messages: what of the browser's elements each takes, and the script as one more arrives. */
export async function measureAppend(browser: Browser, url: string): Promise<Measurement[]> {
  const opened = await openPage(browser, url, {});
  const room = new RoomPage(opened);
  try {
    await sayRoom(opened, { messages: Array.from({ length: many }, (_, at) => spokenView(at)) });
    const nodes = await room.list.evaluate((list) => list.querySelectorAll('*').length);
    const debug = await opened.page.context().newCDPSession(opened.page);
    await debug.send('Performance.enable', { timeDomain: 'threadTicks' });
    let next = many;
    const append = async () => {
      const before = await scriptMs(debug);
      await opened.say({ type: 'messages', view: arrival(next++) });
      return (await scriptMs(debug)) - before;
    };
    return [
      counted('conversation.nodes', 'elements per message', nodes / many, 15),
      await measured({ name: 'conversation.append', budget: 8, rounds: 200, warmUps: 20, run: append }),
    ];
  } finally {
    await opened.page.context().close();
  }
}

/** The far end is dropped for it, as the host does it. */
function arrival(at: number): MessagesView {
  const ids = Array.from({ length: many }, (_, index) => `m${at - many + 1 + index}`);
  return { ...messagesView([spokenView(at)]), isFresh: false, ids, hasOlder: true };
}

/**
 * What all script of the page has taken of the processor so far, layouts that it forced among it: handling the message, drawing, what is done
 * in the two frames after. Playwright's own call is in it too.
 */
async function scriptMs(debug: CDPSession): Promise<number> {
  const { metrics } = await debug.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN) * 1000;
}
