import assert from 'node:assert/strict';
import { messageId } from '../server/data/demo/ids';
import { runCommand } from '../support/host/quickInput';
import { useWorkbench } from '../support/host/useWorkbench';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';

const thread = /Re-planning got slow/;
const hunt = messageId('planner', 'hunt');

describe('A thread of 80 replies', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('is read to its beginning by keyboard alone', async () => {
    const { window, page, rooms } = await openSignedIn(workbench, server());
    const replies = server().world.messages.inThread(hunt);

    await runCommand(page, 'Rocket.Chat: Focus on Rooms View');
    await rooms.walkTo('planner');
    await page.keyboard.press('ArrowRight');
    await rooms.row('Threads').waitFor();
    await rooms.walkTo('Threads');
    await page.keyboard.press('ArrowRight');
    await rooms.row(thread).waitFor();
    await rooms.walkTo(thread);
    await page.keyboard.press('ArrowRight');
    await rooms.row(/@alice, could you .*, unread/).waitFor();
    await window.screenshot('thread-1-first-unread-in-sight');
    await page.keyboard.press('ArrowDown');
    await rooms.focused('Load earlier replies').waitFor();
    await window.screenshot('thread-2-earlier-replies');
    await page.keyboard.press('Enter');
    await rooms.focused(new RegExp(`^${replies[0]?.u.username}, `)).waitFor();
    await window.screenshot('thread-3-focus-on-the-first-new-reply');

    const size = await rooms.focused().getAttribute('aria-setsize');
    const place = await rooms.focused().getAttribute('aria-posinset');
    assert.deepEqual([place, size], ['1', '80']);
  });
});
