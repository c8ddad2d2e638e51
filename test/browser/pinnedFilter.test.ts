import { setSideBarWidth } from '../support/host/layout';
import { QuickInput, runCommand } from '../support/host/quickInput';
import { useWorkbench } from '../support/host/useWorkbench';
import { isLive } from '../support/journeys/live';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';
import { Teammate } from '../support/journeys/teammate';

describe('The filter of the pinned messages', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('finds over all pages, says how many, and is cleared', async () => {
    pinMany(60);
    const { window, page, rooms } = await openSignedIn(workbench, server());
    const input = new QuickInput(page);
    await isLive(server());
    await setSideBarWidth(page, 280);

    await rooms.open('planner', 'Pinned');
    await rooms.press('Pinned', 'Filter Pinned Messages…');
    await input.asks('Filter Pinned Messages (planner)');
    await window.screenshot('pinned-filter-1-asks');
    await input.answer('re-planning got slow');
    await rooms.row('Pinned 1 of 62 · “re-planning got slow”').waitFor();
    await rooms.row(/Re-planning got slow/).waitFor();
    await rooms.row(/Note \d+/).waitFor({ state: 'hidden' });
    await window.screenshot('pinned-filter-2-found');
    await rooms.press('Pinned', 'Filter Pinned Messages…');
    await input.answer('no such words');
    await rooms.row('Nothing pinned has that in it').waitFor();
    await window.screenshot('pinned-filter-3-none');
    await runCommand(page, 'Rocket.Chat: Clear Pinned Filter');
    await rooms.row(/Note \d+.*, pinned/).waitFor();

    await window.screenshot('pinned-filter-4-cleared');
  });

  /** All newer than what is pinned already: more than the list shows at once. */
  function pinMany(count: number): void {
    const ben = new Teammate(server(), 'ben');
    const nadia = new Teammate(server(), 'nadia');
    for (let at = 1; at <= count; at += 1) nadia.pins(ben.says('planner', `Note ${at}`));
  }
});
