import assert from 'node:assert/strict';
import { join } from 'node:path';
import { QuickInput, runCommand } from '../support/host/quickInput';
import { useWorkbench } from '../support/host/useWorkbench';
import { outputFolder } from '../support/host/workbench';
import { AnswerArea } from '../support/journeys/answerArea';
import { Conversation } from '../support/journeys/conversation';
import { moveToOwnWindow } from '../support/journeys/ownWindow';
import { openSignedIn, reloadWindow } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';
import { Teammate } from '../support/journeys/teammate';

const toggleBar = 'View: Toggle Secondary Side Bar Visibility';

describe('A conversation that was left', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('is as it was after a reload', async () => {
    const { window, page, rooms } = await openSignedIn(workbench, server());
    const conversation = new Conversation(page);
    const answer = new AnswerArea(conversation);
    await rooms.row('planner').click();
    await conversation.appear('planner');
    await conversation.box.fill('To be continued');
    const read = conversation.message('Time windows: the planner');
    await conversation.show(read);
    await window.screenshot('state-1-before');

    await reloadWindow(window);
    await conversation.appear('planner');
    await answer.holds('To be continued');
    await conversation.seesAgain(read);
    await window.screenshot('state-2-after-reload');
  });

  it('is as it was once its side bar is open again', async () => {
    const { window, page, rooms } = await openSignedIn(workbench, server());
    const conversation = new Conversation(page);
    const answer = new AnswerArea(conversation);
    await rooms.row('planner').click();
    await conversation.appear('planner');
    await conversation.box.fill('To be continued');
    const read = conversation.message('Time windows: the planner');
    await conversation.show(read);

    await runCommand(page, toggleBar);
    await page.locator('.part.auxiliarybar').waitFor({ state: 'hidden' });
    await runCommand(page, toggleBar);
    await page.locator('.part.auxiliarybar').waitFor();
    await conversation.appear('planner');
    await answer.holds('To be continued');
    await conversation.seesAgain(read);
    await window.screenshot('state-4-shown-again');
  });

  it('stays a tab, in which one can search, and which goes on in a window of its own', async () => {
    const { window, page, rooms } = await openSignedIn(workbench, server());
    const tab = new Conversation(page, 'editor');
    await rooms.row('planner').click();
    await new Conversation(page).appear('planner');
    await runCommand(page, 'Rocket.Chat: Open in Editor');
    await tab.appear('planner');

    await reloadWindow(window);
    await page.getByRole('tab', { name: 'planner' }).waitFor();
    await tab.appear('planner');
    await tab.message(/./).focus();
    await page.keyboard.press('Control+F');
    const find = page.locator('.simple-find-part.visible').getByRole('textbox');
    await find.fill('Hamburg');
    await tab.seesAgain(tab.message('Benchmarks of the week'));
    await window.screenshot('state-3-find-in-tab');
    await find.press('Escape');

    const own = await moveToOwnWindow(page);
    const there = new Conversation(own, 'editor');
    await there.appear('planner');
    await there.send('From a window of my own.');
    await there.message('From a window of my own.').waitFor();
    new Teammate(server(), 'ben').says('planner', 'Seen over there?');
    await there.message('Seen over there?').waitFor();
    await own.screenshot({ path: join(outputFolder, 'state-5-own-window.png') });
  });
});

describe('With rooms set to open in the editor', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('a click on a room opens its tab, and a click on another one a second', async () => {
    await workbench.host.prefer({ 'rocketchat.openIn': 'editor' });
    const { window, page, rooms } = await openSignedIn(workbench, server());
    const tab = new Conversation(page, 'editor');

    await rooms.row('planner').click();
    await tab.appear('planner');
    await rooms.row('general').click();
    await tab.appear('general');
    await window.screenshot('open-in-1-editor');

    await page.getByRole('tab', { name: 'planner' }).waitFor();
    await page.getByRole('tab', { name: 'general' }).waitFor();
    assert.equal(await page.locator('.part.auxiliarybar').isVisible(), false);
  });

  it('or beside what one works on, with the focus where it was', async () => {
    await workbench.host.prefer({ 'rocketchat.openIn': 'editorBeside' });
    const { window, page, rooms } = await openSignedIn(workbench, server());
    const groups = page.locator('.editor-group-container');
    await runCommand(page, 'Create: New File...');
    await new QuickInput(page).choose('Text File');
    await page.getByRole('tab', { name: 'Untitled-1' }).waitFor();

    await rooms.row('planner').click();
    await new Conversation(page, 'editor').appear('planner');
    await window.screenshot('open-in-2-beside');

    await groups.nth(0).getByRole('tab', { name: 'Untitled-1' }).waitFor();
    await groups.nth(1).getByRole('tab', { name: 'planner' }).waitFor();
    await rooms.focused('planner').waitFor();
    assert.equal(await page.locator('.part.auxiliarybar').isVisible(), false);
  });
});

describe('Without a conversation', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('asks for the room where Open in Editor means none', async () => {
    const { page } = await openSignedIn(workbench, server());
    const input = new QuickInput(page);

    await runCommand(page, 'Rocket.Chat: Open in Editor');
    await input.asks('Type to find one of your rooms');
    await input.choose('planner');

    await new Conversation(page, 'editor').appear('planner');
    assert.equal(await page.locator('.part.auxiliarybar').isVisible(), false);
  });
});
