import assert from 'node:assert/strict';
import { eventually } from '../support/eventually';
import { userId } from '../server/data/demo/ids';
import { notification } from '../support/host/layout';
import { QuickInput, escaped, runCommand } from '../support/host/quickInput';
import { useWorkbench } from '../support/host/useWorkbench';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam, messageSaying } from '../support/journeys/team';

const proposal = 'answer 202 with a place to ask';

describe('Pinning and starring', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('works from the palette, which asks for room and message', async () => {
    const { window, page, rooms } = await openSignedIn(workbench, server());
    const input = new QuickInput(page);
    const message = messageSaying(server(), proposal);

    await runCommand(page, 'Rocket.Chat: Pin Message');
    await input.asks('Type to find one of your rooms');
    await window.screenshot('pin-1-which-room');
    await input.choose('dispatch-api');
    await input.asks('Type to filter the recent messages of dispatch-api');
    await input.input.fill('answer 202');
    await input.row(/answer 202/).waitFor();
    await window.screenshot('pin-2-which-message');
    await input.choose(/answer 202/);
    await rooms.open('dispatch-api', 'Pinned');
    await rooms.open('Pinned', /answer 202 .*, pinned/);
    await runCommand(page, 'Rocket.Chat: Star Message');
    await input.choose(/answer 202/);
    await rooms.open('Starred', /answer 202 .*, pinned, starred/);
    await rooms.row(/answer 202 .*, pinned, starred/, 1).waitFor();

    await window.screenshot('pin-3-pinned-and-starred');
    await eventually('both marks', () => message.pinned && message.starred?.length === 1);
    assert.deepEqual(message.starred, [{ _id: userId('alice') }]);
  });

  it('works from the row, which offers only what applies', async () => {
    const { window, page, rooms } = await openSignedIn(workbench, server());
    await rooms.open('console', 'Threads');
    const thread = await rooms.open('Threads', /\d+ repl/);
    const name = (await thread.getAttribute('aria-label')) ?? '';

    await rooms.choose(name, 'Star Message');
    await rooms.row(`${name}, starred`).click({ button: 'right' });
    const offered = page.getByRole('menuitem');
    await offered.filter({ hasText: 'Unstar Message' }).waitFor();
    await window.screenshot('star-row-menu');

    assert.equal(await offered.filter({ hasText: /^Star Message/ }).count(), 0);
  });

  it('is not offered where I may not pin', async () => {
    const { window, page, rooms } = await openSignedIn(workbench, server());
    await rooms.open('planner', 'Threads');
    const thread = await rooms.open('Threads', /Zürich needs/);

    await thread.click({ button: 'right' });
    const offered = page.getByRole('menuitem');
    await offered.filter({ hasText: 'Star Message' }).waitFor();
    await window.screenshot('pin-not-offered');

    assert.equal(await offered.filter({ hasText: 'Pin Message' }).count(), 0);
  });

  it('is taken back, with a reason for people, where I may not pin any more', async () => {
    letPin('user');
    const { window, page, rooms } = await openSignedIn(workbench, server());
    await rooms.open('planner', 'Threads');
    const thread = await rooms.open('Threads', /Zürich needs/);
    const name = (await thread.getAttribute('aria-label')) ?? '';
    const held = server().faults.add({ kind: 'hold', path: '/api/v1/chat.pinMessage', times: 1 });
    letPin('owner');

    await rooms.choose(name, 'Pin Message');
    await rooms.row(`${name}, pinned`).waitFor();
    held.release();
    await notification(page, 'Not pinned. In planner only owners and moderators may.').waitFor();
    await rooms.row(new RegExp(`^${escaped(name)}$`)).waitFor();

    await window.screenshot('pin-refused');
  });

  /** An administrator changes who may, and nobody is told. */
  function letPin(role: string): void {
    const { world } = server();
    world.permissions.grant('pin-message', { roles: [role], at: world.timestamp() });
  }
});
