import assert from 'node:assert/strict';
import { roomId } from '../server/data/demo/ids';
import { setSecondarySideBarWidth } from '../support/host/layout';
import { hostileMessages } from '../support/hostile';
import { useWorkbench } from '../support/host/useWorkbench';
import { Conversation } from '../support/journeys/conversation';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';
import { Teammate } from '../support/journeys/teammate';
import { watchPages } from '../support/journeys/watchedPages';

describe('A room full of what does harm', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('does none: nothing runs, nothing is asked for elsewhere, and no page learns the token', async function () {
    this.timeout(240_000);
    fill();
    const { window, page, rooms } = await openSignedIn(workbench, server());
    const watched = await watchPages(page);
    const conversation = new Conversation(page);

    await rooms.row('console').click();
    await conversation.appear('console');
    await setSecondarySideBarWidth(page, 260);
    await window.screenshot('hostile-1-latest');
    await conversation.scrollUpTo('This week: drag stops');
    await window.screenshot('hostile-2-oldest');

    assert.deepEqual(await watched.violations(conversation), []);
    assert.deepEqual(watched.requestsTo('evil.example'), []);
    assert.equal(await conversation.all.evaluate(() => 'stolen' in globalThis), false);
    assert.equal(await sidewaysIn(conversation), 0);
    const tokens = new Set(
      server()
        .requests.all()
        .flatMap(({ headers }) => headers['x-auth-token'] ?? []),
    );
    assert.ok(tokens.size > 0);
    for (const token of tokens) assert.equal(await watched.isTold(conversation, token), false);
  });

  /** Posts all of it; what no person could post is put into the server. */
  function fill(): void {
    const mei = new Teammate(server(), 'mei');
    for (const { text, tree, attachments, previews } of hostileMessages()) {
      const posted = mei.says('console', 'x');
      const urls = previews.map(({ url, title, image }) => ({
        url,
        meta: { pageTitle: title, ogImage: image },
      }));
      // The corpus is wrong in its types on purpose.
      Object.assign(posted, { msg: text, md: tree, attachments, urls });
    }
    assert.ok(server().world.messages.inRoom(roomId('console')).length > hostileMessages().length);
  }
});

/** By how much the messages could be scrolled to the side. */
async function sidewaysIn(conversation: Conversation): Promise<number> {
  const viewport = conversation.all.locator('.viewport');
  return viewport.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
}
