import assert from 'node:assert/strict';
import { openContainer } from '../support/host/layout';
import { useWorkbench } from '../support/host/useWorkbench';
import { RoomRows } from '../support/journeys/roomRows';
import { answerByPassword, beginSignIn, openSignedIn, reloadWindow } from '../support/journeys/signIn';
import { eachWithTeam, hostOf } from '../support/journeys/team';

describe('Signing in', () => {
  const workbench = useWorkbench();

  describe('by password', () => {
    const server = eachWithTeam();

    it('leads from the welcome to the rooms', async () => {
      const window = await workbench.open();
      const { page } = window;
      const rooms = new RoomRows(page);

      const input = await beginSignIn(page);
      await window.screenshot('sign-in-1-server');
      await answerByPassword(input, server());
      // For a few seconds.
      const said = page.getByText(`Signed in as alice @ ${hostOf(server())}`).waitFor();
      await Promise.all([said, rooms.appear()]);

      await input.box.waitFor({ state: 'hidden' });
      await window.screenshot('sign-in-2-rooms');
    });

    it('lasts over a reload, without a second sign-in', async () => {
      const { window, page, rooms } = await openSignedIn(workbench, server());
      const before = server().requests.to('POST', '/api/v1/login').length;

      await reloadWindow(window);
      await openContainer(page, 'Rocket.Chat');
      await rooms.appear();

      assert.equal(server().requests.to('POST', '/api/v1/login').length, before);
      await window.screenshot('sign-in-reloaded');
    });

    it('says in place that the password is wrong, and takes the right one', async () => {
      const window = await workbench.open();
      const input = await beginSignIn(window.page);

      await answerByPassword(input, server(), { password: 'guess' });
      await input.asks('User name or password is wrong.');
      await window.screenshot('sign-in-wrong-password');
      await input.press('Back');
      await input.asks('User name or e-mail address');
      const kept = await input.input.inputValue();
      await input.input.press('Enter');
      await input.asks('Password of alice');
      await input.answer('demo');
      await new RoomRows(window.page).appear();

      assert.equal(kept, 'alice');
    });
  });

  describe('to a server under a sub-path', () => {
    const server = eachWithTeam({ rootPath: '/team/chat' });

    it('takes the link of a room', async () => {
      const window = await workbench.open();
      const input = await beginSignIn(window.page);

      await input.answer(`${server().url}/channel/general`);
      await input.asks(`How do you sign in to ${server().url}?`);
      await input.choose('User Name and Password');
      await input.asks('User name');
      await input.answer('alice');
      await input.asks('Password of alice');
      await input.answer('demo');
      const said = window.page.getByText(`Signed in as alice @ ${hostOf(server())}`).waitFor();
      await Promise.all([said, new RoomRows(window.page).appear()]);

      await window.screenshot('sign-in-sub-path');
    });
  });
});
