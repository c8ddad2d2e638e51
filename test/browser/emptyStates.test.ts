import { ask } from '../support/ask';
import { useWorkbench } from '../support/host/useWorkbench';
import { RoomRows } from '../support/journeys/roomRows';
import { answerByPassword, beginSignIn, openSignedIn } from '../support/journeys/signIn';
import { eachWithServer } from '../support/standIn';
import { person, workspace } from '../support/workspace';

describe('Where there is nothing yet', () => {
  const server = eachWithServer({ data: workspace(person('zoe')) });
  const workbench = useWorkbench();

  it('a room says so in each of its lists', async () => {
    const { window, rooms } = await openSignedIn(workbench, server(), {
      user: 'ann',
      password: 'ann-password',
    });

    await rooms.open('general', 'Threads');
    await rooms.open('Threads', 'No threads yet');
    await rooms.open('Pinned', 'Nothing pinned yet');
    await rooms.open('Starred', 'Nothing starred yet');
    await rooms.open('Mentions', 'No mentions yet');
    await rooms.open('Discussions', 'No discussions yet');

    await window.screenshot('empty-room');
  });

  it('the view says how to come to rooms, and shows them once I am in one', async () => {
    const window = await workbench.open();
    const rooms = new RoomRows(window.page);
    const input = await beginSignIn(window.page);
    await answerByPassword(input, server(), { user: 'zoe', password: 'zoe-password' });
    await rooms.says('You are not in any room yet.');
    await window.screenshot('empty-account');

    await ask(server(), 'POST channels.join', { as: 'zoe', body: { roomId: 'GENERAL' } });

    await rooms.row('general').waitFor();
  });
});
