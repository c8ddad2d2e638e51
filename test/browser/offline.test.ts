import { useWorkbench } from '../support/host/useWorkbench';
import { runCommand } from '../support/host/quickInput';
import { RoomRows } from '../support/journeys/roomRows';
import { answerByPassword, beginSignIn, openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';

describe('While the server cannot be reached', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('the view says so instead of rooms, and tries again when asked', async () => {
    // A live connection would try again by itself.
    await workbench.host.configure({ 'rocketchat.realtime': false });
    server().faults.add({ kind: 'drop', path: '/api/v1/rooms.get' });
    const window = await workbench.open();
    const rooms = new RoomRows(window.page);

    await answerByPassword(await beginSignIn(window.page), server());
    await rooms.says('The server cannot be reached.');
    await window.screenshot('offline-welcome');
    server().faults.clear();
    await window.page.getByRole('button', { name: 'Try Again' }).click();

    await rooms.appear();
    await workbench.host.configure({ 'rocketchat.realtime': true });
  });

  it('what is shown stays, with a line that it is old; what is opened can be tried again', async () => {
    const { window, page, rooms } = await openSignedIn(workbench, server());
    await rooms.open('planner', 'Threads');

    server().faults.add({ kind: 'drop', path: '/api/v1/*' });
    await rooms.open('Threads', 'Could not load. Try again');
    await runCommand(page, 'Rocket.Chat: Refresh Rooms');
    await rooms.says('Not up to date.');
    await window.screenshot('offline-rows');
    server().faults.clear();
    await rooms.row('Could not load').click();
    await rooms.focused(/Re-planning got slow/).waitFor();
    await runCommand(page, 'Rocket.Chat: Refresh Rooms');

    await page.getByText('Not up to date.').waitFor({ state: 'hidden' });
  });
});
