import assert from 'node:assert/strict';
import { QuickInput, runCommand } from '../support/host/quickInput';
import { useWorkbench } from '../support/host/useWorkbench';
import { Clipboard } from '../support/journeys/clipboard';
import { lastMessage, shareByMenu, shareWith } from '../support/journeys/sharing';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';

describe('Sharing output', () => {
  const server = eachWithTeam();
  // Else the terminal is a picture, which nothing can be read in.
  const workbench = useWorkbench(() => ({ settings: { 'terminal.integrated.gpuAcceleration': 'off' } }));

  it('what is selected in the terminal; what was copied before stays copied', async () => {
    const { window, page } = await openSignedIn(workbench, server());
    const clipboard = await Clipboard.of(page);
    await runCommand(page, 'Terminal: Create New Terminal');
    await page.locator('.terminal.xterm.focus').waitFor();
    await page.keyboard.type('echo "tour 41: $((2 + 1)) stops late"\n');
    await page.locator('.xterm-rows').filter({ hasText: 'tour 41: 3 stops late' }).waitFor();
    await clipboard.write('copied before');

    await runCommand(page, 'Terminal: Select All');
    await shareByMenu(page.locator('.terminal.xterm .xterm-screen'), /^Share Terminal Selection/);
    await new QuickInput(page).asks('Type to find a room');
    await window.screenshot('share-terminal-1-which-room');
    await shareWith(page, 'planner');

    assert.match(lastMessage(server(), 'planner').msg, /^```\n[^]*tour 41: 3 stops late[^]*```$/);
    assert.equal(await clipboard.read(), 'copied before');
  });

  it('what was copied, as code', async () => {
    const { window, page } = await openSignedIn(workbench, server());
    const clipboard = await Clipboard.of(page);
    await clipboard.write('select tour\n  from late_tours;\n');

    await runCommand(page, 'Rocket.Chat: Share Clipboard as Code');
    await new QuickInput(page).asks('Type to find a room');
    await window.screenshot('share-clipboard-1-which-room');
    await shareWith(page, 'planner');

    assert.equal(lastMessage(server(), 'planner').msg, '```\nselect tour\n  from late_tours;\n```');
  });
});
