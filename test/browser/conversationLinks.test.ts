import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand, QuickInput } from '../support/host/quickInput';
import { useWorkbench } from '../support/host/useWorkbench';
import { Conversation } from '../support/journeys/conversation';
import { Editor } from '../support/journeys/editor';
import { temporaryFolder } from '../support/journeys/folders';
import { openSignedIn } from '../support/journeys/signIn';
import { pointAt } from '../support/journeys/tooltip';
import { eachWithTeam, messageSaying } from '../support/journeys/team';

/** How addresses of our own begin in this build. */
const home = 'code-oss://rocketchat-for-vscode.rocketchat';

describe('Links to messages', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();
  const folder = temporaryFolder();

  it('say in any file what they lead to, and lead there', async () => {
    const { _id } = messageSaying(server(), 'Time windows: the planner');
    writeFileSync(join(folder(), 'notes.txt'), `See ${server().url}/channel/planner?msg=${_id}.\n`);
    const { window, page } = await openSignedIn(workbench, server(), { folder: folder() });
    const conversation = new Conversation(page);
    await new Editor(page).open('notes.txt');

    const link = page.locator('.view-line').getByText('channel/planner').first();
    const hover = page.locator('.monaco-hover:visible');
    await pointAt(link, hover.getByText('Time windows: the planner'));
    await window.screenshot('link-1-hover');
    await hover.getByRole('link', { name: 'Show in Conversation' }).click();
    await conversation.appear('planner');
    await conversation.seesAgain(conversation.message('Time windows: the planner'));
    await window.screenshot('link-2-shown');
  });

  it('open from the palette, those to this editor too', async () => {
    const { rid } = messageSaying(server(), 'Time windows: the planner');
    const { window, page } = await openSignedIn(workbench, server());
    const conversation = new Conversation(page);
    const input = new QuickInput(page);

    await runCommand(page, 'Rocket.Chat: Open Link…');
    await input.asks('A link to a room or message');
    await input.answer(`${server().url}/channel/general`);
    await conversation.appear('general');
    await runCommand(page, 'Rocket.Chat: Open Link…');
    const query = new URLSearchParams({ server: server().url, rid });
    await input.answer(`${home}/room?${query.toString()}`);
    await conversation.appear('planner');
    await window.screenshot('link-3-opened');

    // Nobody may read this browser's clipboard; nobody is told of it.
    assert.equal(await page.locator('.notification-toast').count(), 0);

    assert.deepEqual(server().requests.to('POST', '/api/v1/chat.sendMessage'), []);
  });

  it('lead here from outside once the person lets them', async () => {
    const { rid, _id } = messageSaying(server(), 'Time windows: the planner');
    const { window, page } = await openSignedIn(workbench, server());
    const conversation = new Conversation(page);
    const query = new URLSearchParams({ server: server().url, rid, mid: _id });

    await runCommand(page, 'Developer: Open URL');
    await new QuickInput(page).answer(`${home}/message?${query.toString()}`);
    const question = page.getByRole('dialog').filter({ hasText: 'to open this URI?' });
    await question.getByRole('button', { name: 'Open' }).click();
    await conversation.appear('planner');
    await conversation.seesAgain(conversation.message('Time windows: the planner'));
    await window.screenshot('link-4-from-outside');
  });
});
