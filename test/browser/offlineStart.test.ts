import assert from 'node:assert/strict';
import type { StandIn } from '../server/server';
import { eventually } from '../support/eventually';
import { runCommand } from '../support/host/quickInput';
import { useWorkbench } from '../support/host/useWorkbench';
import { isLive, showsBadge } from '../support/journeys/live';
import { openSignedIn, reloadWindow } from '../support/journeys/signIn';
import { StatusItem } from '../support/journeys/statusItem';
import { useStorage } from '../support/journeys/storage';
import { eachWithTeam } from '../support/journeys/team';
import { Teammate } from '../support/journeys/teammate';

describe('A window that starts without the server', () => {
  const server = eachWithTeam();
  const storage = useStorage();

  describe('and with rooms that were kept', () => {
    const workbench = useWorkbench(() => ({ dataDir: storage.fresh() }));

    it('shows them as they were, and catches up once the server is back', async () => {
      const { window, page, rooms } = await openSignedIn(workbench, server());
      await isLive(server());
      await eventually('the rooms in a file', () => storage.kept().includes('rooms.json'));

      goDown(server());
      await reloadWindow(window);
      await rooms.row(/^dispatch-api, channel, 1 unread, 1 mention/).waitFor({ timeout: 30_000 });
      await showsBadge(page, 5);
      await rooms.says('Not up to date.');
      await new StatusItem(page).says('Rocket.Chat: offline, 5 waiting for you');
      await window.screenshot('offline-start-1-kept');
      new Teammate(server(), 'mei').says('console', '@alice Are you there?');
      comeBack(server());
      await runCommand(page, 'Rocket.Chat: Refresh Rooms');
      await rooms.row(/^console, channel, 1 unread, 1 mention/).waitFor();

      await page.getByText('Not up to date.').waitFor({ state: 'hidden' });
      await new StatusItem(page).says('Rocket.Chat, 6 waiting for you');
      await window.screenshot('offline-start-2-caught-up');
    });
  });

  describe('after a sign-out', () => {
    const workbench = useWorkbench(() => ({ dataDir: storage.fresh() }));

    it('shows nothing, and nothing is left on this machine', async () => {
      const { window, page, rooms } = await openSignedIn(workbench, server());
      await eventually('the rooms in a file', () => storage.kept().includes('rooms.json'));

      await runCommand(page, 'Rocket.Chat: Sign Out');
      await rooms.says('Sign in to a Rocket.Chat server');
      await eventually('an empty folder', () => storage.kept().length === 0);
      goDown(server());
      await reloadWindow(window);
      await rooms.says('Sign in to a Rocket.Chat server');

      await window.screenshot('offline-start-3-signed-out');
      assert.deepEqual(storage.kept(), []);
    });
  });

  describe('where nothing may be kept', () => {
    const workbench = useWorkbench(() => ({ dataDir: storage.fresh() }));

    it('says that the server cannot be reached, and shows no room', async () => {
      const { window, rooms } = await openSignedIn(workbench, server());
      await eventually('the rooms in a file', () => storage.kept().includes('rooms.json'));

      await workbench.host.prefer({ 'rocketchat.offlineCache': false });
      goDown(server());
      await reloadWindow(window);
      await rooms.says('The server cannot be reached.');

      await window.screenshot('offline-start-4-nothing-kept');
      assert.deepEqual(storage.kept(), []);
    });
  });
});

function goDown(server: StandIn): void {
  server.faults.add({ kind: 'drop', path: '*' });
  server.sockets.refuse('refuse');
  server.sockets.cut();
}

function comeBack(server: StandIn): void {
  server.faults.clear();
  server.sockets.accept();
}
