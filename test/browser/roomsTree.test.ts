import { dress, setSideBarWidth } from '../support/host/layout';
import { useWorkbench } from '../support/host/useWorkbench';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';

describe('The Rooms tree in a narrow side bar', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('shows what wants me, room by room, in every look', async () => {
    const { window, page, rooms } = await openSignedIn(workbench, server());
    await setSideBarWidth(page, 280);

    await rooms.open('planner', 'Pinned');
    await rooms.open('Pinned', /Re-planning got slow/);
    await rooms.open('Threads', /^ivo, /);

    await page.getByRole('tab', { name: 'Rocket.Chat - 5 waiting for you in Rocket.Chat' }).waitFor();
    for (const theme of ['light', 'hcBlack', 'hcLight', 'dark'] as const) {
      await dress(workbench.host, page, theme);
      await window.screenshot(`rooms-tree-${theme}`);
    }
  });
});
