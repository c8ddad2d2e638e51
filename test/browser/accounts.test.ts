import assert from 'node:assert/strict';
import { ALICE_ACCESS_TOKEN } from '../server/data/demo/people';
import type { StandIn } from '../server/server';
import { eventually } from '../support/eventually';
import { chooseMenuItem, notification } from '../support/host/layout';
import { QuickInput, runCommand } from '../support/host/quickInput';
import { useWorkbench } from '../support/host/useWorkbench';
import { RoomRows } from '../support/journeys/roomRows';
import {
  answerByPassword,
  beginAnotherSignIn,
  beginSignIn,
  openSignedIn,
  reloadWindow,
} from '../support/journeys/signIn';
import { eachWithTeam, hostOf } from '../support/journeys/team';
import { eachWithServer } from '../support/standIn';
import { person, workspace } from '../support/workspace';

describe('Accounts', () => {
  const workbench = useWorkbench();

  describe('of the same name', () => {
    const work = eachWithTeam();
    const club = eachWithServer({ data: workspace(person('alice')) });

    it('are told apart by their servers, and switched from the palette', async () => {
      const { window, page, rooms } = await openSignedIn(workbench, work());
      await answerByPassword(await beginAnotherSignIn(page), club(), { password: 'alice-password' });
      await rooms.says('You are not in any room yet.');

      await runCommand(page, 'Rocket.Chat: Switch Account');
      const input = new QuickInput(page);
      await input
        .row(`alice @ ${hostOf(club())}`)
        .getByText('in use')
        .waitFor();
      await window.screenshot('accounts-1-switch');
      await input.choose(`alice @ ${hostOf(work())}`);

      await rooms.row('planner').waitFor();
    });
  });

  describe('whose sign-in has ended on the server', () => {
    const server = eachWithTeam();

    it('ask once for the password, and go on', async () => {
      const { window, page, rooms } = await openSignedIn(workbench, server());
      const label = `alice @ ${hostOf(server())}`;

      server().world.users.removeToken(tokenSeenBy(server()) ?? '');
      await runCommand(page, 'Rocket.Chat: Refresh Rooms');
      await notification(page, `Rocket.Chat no longer accepts the sign-in of ${label}.`).waitFor();
      await rooms.says('The server no longer accepts your sign-in.');
      await window.screenshot('accounts-4-ended');
      await notification(page, label).getByRole('button', { name: 'Sign In Again' }).click();
      const input = new QuickInput(page);
      await input.asks(`Password of alice on ${server().url}`);
      await input.answer('demo');

      await rooms.appear();
    });
  });

  describe('that sign out', () => {
    const server = eachWithTeam();

    it('do so in the Accounts menu; the token is revoked and all network ends', async () => {
      const { window, page, rooms } = await openSignedIn(workbench, server());
      const token = tokenSeenBy(server());

      await page.getByRole('button', { name: 'Accounts' }).click();
      await page.getByRole('menuitem', { name: `alice @ ${hostOf(server())} (Rocket.Chat)` }).hover();
      await page.getByRole('menuitem', { name: 'Sign Out' }).waitFor();
      await window.screenshot('accounts-2-menu');
      await chooseMenuItem(page, 'Sign Out');
      await page.getByRole('dialog').getByRole('button', { name: 'Sign Out' }).click();
      await rooms.says('Sign in to a Rocket.Chat server');
      await window.screenshot('accounts-3-signed-out');
      assert.ok(token);
      await eventually('the token revoked', () => !server().world.users.byToken(token));

      server().requests.clear();
      await reloadWindow(window);
      await beginSignIn(page);
      assert.deepEqual(server().requests.all(), []);
    });

    it('leave an access token as it is', async () => {
      const window = await workbench.open();
      const { page } = window;
      const rooms = new RoomRows(page);
      const input = await beginSignIn(page);
      await input.answer(server().url);
      await Promise.all([page.waitForEvent('popup'), input.choose('Access Token')]);
      await input.asks('Make a personal access token');
      await input.answer(ALICE_ACCESS_TOKEN);
      await rooms.appear();

      await runCommand(page, 'Rocket.Chat: Sign Out');
      await rooms.says('Sign in to a Rocket.Chat server');

      assert.equal(server().requests.to('POST', '/api/v1/logout').length, 0);
      assert.ok(server().world.users.byToken(ALICE_ACCESS_TOKEN));
    });
  });
});

function tokenSeenBy(server: StandIn): string | undefined {
  const [token] = server.requests.all().flatMap(({ headers }) => headers['x-auth-token'] ?? []);
  return token;
}
