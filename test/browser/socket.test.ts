import assert from 'node:assert/strict';
import { runCommand } from '../support/host/quickInput';
import { useWorkbench } from '../support/host/useWorkbench';
import { askedOf, isLive, showsBadge } from '../support/journeys/live';
import { openSignedIn } from '../support/journeys/signIn';
import { StatusItem } from '../support/journeys/statusItem';
import { eachWithTeam } from '../support/journeys/team';
import { Teammate } from '../support/journeys/teammate';

describe('The live connection', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('comes back by itself, with what happened meanwhile', async () => {
    const { window, page, rooms } = await openSignedIn(workbench, server());
    await isLive(server());

    server().sockets.refuse('refuse');
    server().sockets.cut();
    mei('@alice Did you see that?');
    server().sockets.accept();
    await rooms.row(/^console, channel, 1 unread, 1 mention/).waitFor({ timeout: 30_000 });
    await showsBadge(page, 6);
    await window.screenshot('socket-1-back');
    await isLive(server());
    server().requests.clear();
    mei('@alice And now?');
    await rooms.row(/^console, channel, 2 unread, 2 mentions/).waitFor();

    assert.deepEqual(askedOf(server()), []);
  });

  it('is done without where a proxy lets none through, and is there once it does', async () => {
    server().sockets.refuse({ status: 403 });
    const { window, page, rooms } = await openSignedIn(workbench, server());
    const status = new StatusItem(page);

    await status.says('Rocket.Chat: no live updates, 5 waiting for you');
    await status.explains('lets no live connection through, perhaps a proxy.');
    await window.screenshot('socket-2-blocked');
    mei('@alice Can you hear me?');
    await runCommand(page, 'Rocket.Chat: Refresh Rooms');
    await rooms.row(/^console, channel, 1 unread, 1 mention/).waitFor();
    await status.says('Rocket.Chat: no live updates, 6 waiting for you');
    await window.screenshot('socket-3-polled');

    server().sockets.accept();
    // Who does not want to wait until it is tried again by itself.
    await runCommand(page, 'Rocket.Chat: Refresh Rooms');
    await status.says('Rocket.Chat, 6 waiting for you');
    mei('@alice And now?');
    await rooms.row(/^console, channel, 2 unread, 2 mentions/).waitFor();
  });

  it('is not made where the person has switched it off', async () => {
    await workbench.host.configure({ 'rocketchat.realtime': false });
    const { window, page } = await openSignedIn(workbench, server());
    const status = new StatusItem(page);

    await status.says('Rocket.Chat: no live updates, 5 waiting for you');
    await status.explains('Live updates are switched off by the setting.');
    await window.screenshot('socket-4-switched-off');
    assert.equal(server().sockets.count(), 0);
    await workbench.host.configure({ 'rocketchat.realtime': true });

    await status.says('Rocket.Chat, 5 waiting for you');
    await isLive(server());
  });

  function mei(words: string): void {
    new Teammate(server(), 'mei').says('console', words);
  }
});
