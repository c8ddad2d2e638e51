import assert from 'node:assert/strict';
import { messageId } from '../server/data/demo/ids';
import { post } from '../server/world/posting';
import { runCommand } from '../support/host/quickInput';
import { useWorkbench } from '../support/host/useWorkbench';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam, messageSaying } from '../support/journeys/team';

const thread = /Re-planning got slow/;
const hunt = messageId('planner', 'hunt');

describe('A thread', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('of 80 replies is read to its beginning by keyboard alone', async () => {
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

  it('gets the answer of a colleague when asked to refresh, and when opened once more', async () => {
    const { window, page, rooms } = await openSignedIn(workbench, server());
    const short = /Zürich needs/;
    await rooms.open('planner', 'Threads');
    await rooms.open('Threads', short);
    await rooms.toggle(short);
    await rooms.row(short).and(page.locator('[aria-expanded=true]')).waitFor();

    answer('The cache was cold.');
    await runCommand(page, 'Rocket.Chat: Refresh Rooms');
    await rooms.row(/The cache was cold/).waitFor();
    await window.screenshot('thread-4-answer-after-refresh');

    await rooms.close(short, /The cache was cold/);
    answer('Now it is warm.');
    await runCommand(page, 'Rocket.Chat: Refresh Rooms');
    await rooms.open(short, /Now it is warm/);
  });

  function answer(msg: string): void {
    const { world } = server();
    const first = messageSaying(server(), 'Zürich needs');
    const author = world.users.byUsername('ben') ?? assert.fail('There is no ben');
    const room = world.rooms.byId(first.rid) ?? assert.fail('There is no such room');
    post(world, { author, room, draft: { msg, tmid: first._id } });
  }
});
