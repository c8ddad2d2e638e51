import assert from 'node:assert/strict';
import { roomId, userId } from '../server/data/demo/ids';
import { markRead } from '../server/world/reading';
import { dress, setSideBarWidth } from '../support/host/layout';
import { useWorkbench } from '../support/host/useWorkbench';
import { askedOf, isLive, showsBadge } from '../support/journeys/live';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam, messageSaying } from '../support/journeys/team';
import { Teammate } from '../support/journeys/teammate';
import { timed } from '../support/journeys/timed';
import { tooltipSays } from '../support/journeys/tooltip';

describe('What others do is seen as it happens', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();
  const teammate = (name: string) => new Teammate(server(), name);

  it('a message in tree and badge; read elsewhere, it no longer counts', async () => {
    const { window, page, rooms } = await openLive();

    await timed(
      'a mention in tree and badge',
      () => teammate('mei').says('console', 'The legend covers Bergen. A look, @alice?'),
      () => Promise.all([rooms.row(/^console, channel, 1 unread, 1 mention/).waitFor(), showsBadge(page, 6)]),
    );
    teammate('ben').says('console', '@alice In Hamburg as well.');
    await rooms.row(/^console, channel, 2 unread, 2 mentions/).waitFor();
    await showsBadge(page, 7);
    for (const theme of ['light', 'hcBlack', 'hcLight', 'dark'] as const) {
      await dress(workbench.host, page, theme);
      await window.screenshot(`live-1-message-${theme}`);
    }
    readElsewhere('console');
    await rooms.row(/^console, channel, favorite/).waitFor();
    await showsBadge(page, 5);

    await window.screenshot('live-2-read-elsewhere');
    assert.deepEqual(askedOf(server()), []);
  });

  it('edits, reactions, replies and deletions in an open list', async () => {
    const { window, rooms } = await openLive();
    const mei = teammate('mei');
    await rooms.open('console', 'Mentions');
    await rooms.row('Mentions').click();
    await rooms.row('No mentions yet').waitFor();
    const kept = mei.says('console', '@alice Which grey is it?');
    const dropped = mei.says('console', '@alice Never mind.');
    await rooms.row(/Never mind/).waitFor();
    await window.screenshot('live-3-mentions');
    server().requests.clear();

    mei.edits(kept, '@alice Which grey is it, the fourth?');
    await rooms.row(/the fourth/).waitFor();
    mei.deletes(dropped);
    await rooms.row(/Never mind/).waitFor({ state: 'hidden' });
    teammate('ben').answers(kept, 'The fifth.');
    await rooms.row(/the fourth\?, .*1 reply/).waitFor();
    teammate('ben').reactsTo(kept, ':eyes:');
    await tooltipSays(rooms.row(/the fourth/), ':eyes: 1');

    await window.screenshot('live-4-edited-answered-deleted');
    assert.deepEqual(askedOf(server()), []);
  });

  it('a pin by somebody else, of which the server tells by one call alone', async () => {
    const { window, rooms } = await openLive();
    await rooms.open('console', 'Pinned');
    await rooms.open('Pinned', /keyboard comes/);
    server().requests.clear();

    teammate('mei').pins(messageSaying(server(), 'The map flickers'));
    await rooms.row(/The map flickers.*, pinned/).waitFor();

    await window.screenshot('live-5-pinned');
    // Once more where the list was there before the stream of its room.
    assert.deepEqual([...new Set(askedOf(server()))], ['/api/v1/chat.syncMessages']);
  });

  it('a room that I was let into, and sent away from', async () => {
    const { window, page, rooms } = await openLive();

    teammate('ivo').letsIn('alice', 'mapping');
    await rooms.row(/^mapping, channel, 1 unread, 1 mention/).waitFor();
    await showsBadge(page, 6);
    await window.screenshot('live-6-let-in');
    teammate('ivo').sendsAway('alice', 'mapping');
    await rooms.row('mapping').waitFor({ state: 'hidden' });
    await showsBadge(page, 5);

    assert.deepEqual(askedOf(server()), []);
  });

  /** In a side bar as narrow as many have it. */
  async function openLive() {
    const opened = await openSignedIn(workbench, server());
    await setSideBarWidth(opened.page, 280);
    await isLive(server());
    await showsBadge(opened.page, 5);
    server().requests.clear();
    return opened;
  }

  function readElsewhere(room: string): void {
    const { world } = server();
    const subscription = world.subscriptions.of(userId('alice'), roomId(room));
    markRead(world, subscription ?? assert.fail('She is not there'));
  }
});
