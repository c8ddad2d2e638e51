import { useWorkbench } from '../support/host/useWorkbench';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';
import { temporaryFolder } from '../support/journeys/folders';

describe('A folder that is not trusted', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench(() => ({ isTrusted: false }));
  const folder = temporaryFolder();

  it('is no obstacle to signing in and reading', async () => {
    const { window, page, rooms } = await openSignedIn(workbench, server(), { folder: folder() });

    await page
      .getByRole('button', { name: /Restricted Mode/ })
      .first()
      .waitFor();
    await rooms.open('planner', 'Threads');
    await rooms.open('Threads', /Re-planning got slow/);

    await window.screenshot('restricted-mode');
  });
});
