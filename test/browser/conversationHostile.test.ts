import assert from 'node:assert/strict';
import type { Message } from '../server/world/documents';
import { setSecondarySideBarWidth } from '../support/host/layout';
import { hostileMessages } from '../support/hostile';
import { useWorkbench } from '../support/host/useWorkbench';
import { Conversation } from '../support/journeys/conversation';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';
import { Teammate } from '../support/journeys/teammate';
import { watchPages } from '../support/journeys/watchedPages';

/** In each as many as come at once when it is opened. */
const filledRooms = ['planner', 'console', 'releases', 'dispatch-api'];

describe('Rooms full of what does harm', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('do none: nothing runs, nothing is asked for elsewhere, and no page learns the token', async () => {
    const filled = fill();
    const { window, page, rooms } = await openSignedIn(workbench, server());
    const watched = await watchPages(page);
    const conversation = new Conversation(page);

    for (const [room, posted] of filled) {
      await rooms.row(room).click();
      await conversation.appear(room);
      if (room === filledRooms[0]) await setSecondarySideBarWidth(page, 260);
      await seeAll(conversation, posted);
      await window.screenshot(`hostile-${room}`);

      assert.equal(await sidewaysIn(conversation), 0);
      assert.deepEqual(await watched.violations(conversation), []);
      assert.equal(await conversation.all.evaluate(() => 'stolen' in globalThis), false);
      for (const token of tokens()) assert.equal(await watched.isTold(conversation, token), false);
    }
    assert.deepEqual(watched.requestsTo('evil.example'), []);
  });

  /** Posts all of it; what no person could post is put into the server. */
  function fill(): ReadonlyMap<string, readonly Message[]> {
    const mei = new Teammate(server(), 'mei');
    const all = hostileMessages();
    const share = Math.ceil(all.length / filledRooms.length);
    return new Map(
      filledRooms.map((room, index) => {
        const posted = all.slice(index * share, (index + 1) * share).map((one) => {
          const urls = one.previews.map(({ url, title, image }) => ({
            url,
            meta: { pageTitle: title, ogImage: image },
          }));
          const { text, tree, attachments } = one;
          // The corpus is wrong in its types on purpose.
          return Object.assign(mei.says(room, 'x'), { msg: text, md: tree, attachments, urls });
        });
        return [room, posted];
      }),
    );
  }

  function tokens(): ReadonlySet<string> {
    const sent = server()
      .requests.all()
      .flatMap(({ headers }) => headers['x-auth-token'] ?? []);
    assert.ok(sent.length > 0);
    return new Set(sent);
  }
});

/** Brings every message on screen once, the newest last. */
async function seeAll({ all }: Conversation, posted: readonly Message[]): Promise<void> {
  for (const { _id } of posted) {
    const message = all.locator(`[data-message="${_id}"]`);
    await message.waitFor({ state: 'attached' });
    await message.evaluate((element) => element.scrollIntoView());
  }
}

/** By how much the messages could be scrolled to the side. */
async function sidewaysIn(conversation: Conversation): Promise<number> {
  const viewport = conversation.all.locator('.viewport');
  return viewport.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
}
