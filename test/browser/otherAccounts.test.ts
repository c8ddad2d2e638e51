import { QuickInput, runCommand } from '../support/host/quickInput';
import { useWorkbench } from '../support/host/useWorkbench';
import { showsBadge } from '../support/journeys/live';
import { answerByPassword, beginAnotherSignIn, openSignedIn, reloadWindow } from '../support/journeys/signIn';
import { StatusItem } from '../support/journeys/statusItem';
import { eachWithTeam, hostOf } from '../support/journeys/team';
import { Teammate } from '../support/journeys/teammate';
import { tooltipSays } from '../support/journeys/tooltip';

describe('An account that is not in use', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('says what waits there: in the badge, in the tooltip, and where accounts are switched', async () => {
    const { window, page, rooms } = await openSignedIn(workbench, server());
    const alice = `alice @ ${hostOf(server())}`;
    await answerByPassword(await beginAnotherSignIn(page), server(), { user: 'jonas' });
    await rooms.row('courier-app').waitFor({ state: 'hidden' });
    const status = new StatusItem(page);

    await status.explains(`5 waiting for ${alice}`);
    await window.screenshot('other-accounts-1-tooltip');
    new Teammate(server(), 'ben').says('planner', 'Hello @alice, once more.');
    await reloadWindow(window);
    await status.explains(`6 waiting for ${alice}`);
    await tooltipSays(page.getByRole('tab', { name: /^Rocket\.Chat - 6 waiting/ }), `${alice}: 6`);
    await window.screenshot('other-accounts-2-badge');
    await runCommand(page, 'Rocket.Chat: Switch Account');
    const input = new QuickInput(page);
    await input.row(alice).getByText('6 waiting').waitFor();
    await window.screenshot('other-accounts-3-switch');
    await input.choose(alice);

    await rooms.row('courier-app').waitFor();
    await showsBadge(page, 6);
  });
});
