import assert from 'node:assert/strict';
import { userId } from '../server/data/demo/ids';
import { dress, setSideBarWidth } from '../support/host/layout';
import { runCommand } from '../support/host/quickInput';
import { eventually } from '../support/eventually';
import { useWorkbench } from '../support/host/useWorkbench';
import { isLive } from '../support/journeys/live';
import { RoomRows } from '../support/journeys/roomRows';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam, messageSaying } from '../support/journeys/team';
import { Teammate } from '../support/journeys/teammate';

const hunt = /^ben, Re-planning got slow/;
const windows = /^ivo, Time windows/;
const review = /^ben, Review wanted/;

describe('The Threads view', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('shows the threads of all rooms in a narrow side bar, unread ones first, in every look', async () => {
    const { window, page, threads } = await openThreads();
    await setSideBarWidth(page, 280);
    await threads.row(/^Looking in \d+ more rooms/).waitFor();

    await threads.row(/^ben, Re-planning got slow.*, planner, .*, 80 replies, unread/).waitFor();
    await threads.row(/^release-bot, .*, releases, .*, 3 replies$/).waitFor();
    assert.equal(await placeOf(threads, hunt), '1');
    new Teammate(server(), 'mei').answers(messageSaying(server(), 'Time windows'), 'The planner does.');
    await threads.row(/^ivo, Time windows.*, 7 replies, unread/).waitFor();
    assert.equal(await placeOf(threads, windows), '1');
    assert.equal(await placeOf(threads, hunt), '2');
    for (const theme of ['light', 'hcBlack', 'hcLight', 'dark'] as const) {
      await dress(workbench.host, page, theme);
      await window.screenshot(`threads-view-${theme}`);
    }
  });

  it('is read, and left, by keyboard alone', async () => {
    const { window, page, threads } = await openThreads();
    await threads.row(review).waitFor();

    await runCommand(page, 'Rocket.Chat: Focus on Threads View');
    await threads.walkTo(hunt);
    await page.keyboard.press('ArrowRight');
    await threads.row(/@alice, could you .*, unread/).waitFor();
    await window.screenshot('threads-view-1-first-unread-in-sight');
    await page.keyboard.press('ArrowLeft');
    await threads.row(review).waitFor();
    await threads.walkTo(review);
    await threads.chooseByKeys('Unfollow Thread');
    await threads.row(review).waitFor({ state: 'hidden' });

    await window.screenshot('threads-view-2-unfollowed');
    const root = () => messageSaying(server(), 'Review wanted: https://git.heron.example/heron/planner');
    await eventually('one follower less', () => root().replies?.includes(userId('alice')) !== true);
  });

  async function openThreads() {
    const opened = await openSignedIn(workbench, server());
    await isLive(server());
    return { ...opened, threads: new RoomRows(opened.page, 'Threads') };
  }
});

async function placeOf(rows: RoomRows, name: RegExp): Promise<string | null> {
  return rows.row(name).getAttribute('aria-posinset');
}
