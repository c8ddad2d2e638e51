import assert from 'node:assert/strict';
import { userId } from '../server/data/demo/ids';
import { QuickInput, runCommand } from '../support/host/quickInput';
import { useWorkbench } from '../support/host/useWorkbench';
import { eventually } from '../support/eventually';
import { isLive } from '../support/journeys/live';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';

describe('My own status', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('is set from the palette, with words and without', async () => {
    const { window, page } = await openSignedIn(workbench, server());
    const input = new QuickInput(page);
    await isLive(server());

    await runCommand(page, 'Rocket.Chat: Set Status');
    await input.asks('How others see you in Rocket.Chat');
    await input.row(/^Online.*now/).waitFor();
    await window.screenshot('own-status-1-which');
    await input.choose('Busy');
    await eventually('busy', () => alice().status === 'busy');
    await runCommand(page, 'Rocket.Chat: Set Status');
    await input.row(/^Busy.*now/).waitFor();
    await input.choose('Status Message…');
    await input.asks('Say in a few words what you are doing.');
    await window.screenshot('own-status-2-words');
    await input.answer('reading tours');
    await eventually('the words', () => alice().statusText === 'reading tours');
    await runCommand(page, 'Rocket.Chat: Set Status');
    await input.row(/reading tours/).waitFor();
    await window.screenshot('own-status-3-set');
    await input.choose('Clear Status Message');

    await eventually('no words', () => alice().statusText === '');
    assert.equal(alice().status, 'busy');
  });

  function alice() {
    return server().world.users.byId(userId('alice')) ?? assert.fail('There is no alice');
  }
});
