import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { roomId } from '../server/data/demo/ids';
import type { Message } from '../server/world/documents';
import { makeRepository } from '../support/demo/repository';
import { eventually } from '../support/eventually';
import { run } from '../support/host/command';
import { openContainer } from '../support/host/layout';
import { QuickInput, runCommand } from '../support/host/quickInput';
import { useWorkbench } from '../support/host/useWorkbench';
import { Editor } from '../support/journeys/editor';
import { temporaryFolder } from '../support/journeys/folders';
import { attachmentOf, lastMessage, shareByMenu, shareWith } from '../support/journeys/sharing';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';

const file = 'timeWindow.ts';

describe('Sharing what is in a file', () => {
  const server = eachWithTeam();
  const folder = temporaryFolder();
  const workbench = useWorkbench();

  it('a link to the line, without code', async () => {
    const { window, page, editor } = await openRepository();
    await editor.goTo(11);

    await runCommand(page, 'Rocket.Chat: Share Link to Line');
    await new QuickInput(page).asks('Type to find a room');
    await window.screenshot('share-link-1-which-room');
    await shareWith(page, 'planner');

    const link = `${await commitUrl()}/src/${file}#L11`;
    assert.equal(lastMessage(server(), 'planner').msg, `[src/${file}:11](${link})`);
  });

  it('the whole of it: as code, as an attachment, or as a file, as one chooses while choosing the room', async () => {
    const { window, page } = await openRepository();
    const input = new QuickInput(page);
    const explorer = await openContainer(page, 'Explorer');

    await shareByMenu(explorer.getByRole('treeitem', { name: file }), /^Share File/);
    await input.asks('as code in the message');
    await window.screenshot('share-file-1-as-code');
    const code = await shared(page);
    await shareByMenu(page.getByRole('tab', { name: file }), /^Share File/);
    const attachment = attachmentOf(await shared(page, 'Share as an Attachment'));
    await runCommand(page, 'Rocket.Chat: Share File');
    await page.mouse.move(0, 0);
    await input.press('Share as a File');
    await input.asks(`as the file ${file}`);
    await window.screenshot('share-file-2-as-a-file');
    const upload = await shared(page);

    const text = await readFile(join(folder(), 'src', file), 'utf8');
    const link = `${await commitUrl()}/src/${file}#L1-L${text.split('\n').length - 1}`;
    const fenced = `\`\`\`typescript\n${text}\`\`\``;
    assert.equal(code.msg, `[src/${file}](${link})\n${fenced}`);
    assert.deepEqual([attachment.title, attachment.link, attachment.text], [`src/${file}`, link, fenced]);
    assert.equal(upload.file?.['name'], file);
    assert.match(upload.msg, /first 10 of/);
    const bytes = server().world.uploads.inRoom(roomId('planner')).at(-1)?.bytes;
    assert.equal(new TextDecoder().decode(bytes), text);
  });

  it('what has changed in it, as a diff', async () => {
    const { window, page, editor } = await openRepository();
    await writeFile(join(folder(), 'src', file), 'export const grace = 2;\n');
    await editor.line('export const grace = 2;').waitFor();

    await runCommand(page, 'Rocket.Chat: Share Changes');
    await new QuickInput(page).asks('Type to find a room');
    await window.screenshot('share-changes-1-which-room');
    await shareWith(page, 'planner');

    const { text = '' } = attachmentOf(lastMessage(server(), 'planner'));
    assert.match(text, /```diff\n[^]*\+export const grace = 2;/);
  });

  /** What the word of an earlier one, which still stands there, is not about. */
  async function shared(page: Page, form?: string): Promise<Message> {
    const before = lastMessage(server(), 'planner');
    await shareWith(page, 'planner', form);
    return eventually('the message', () => {
      const last = lastMessage(server(), 'planner');
      return last._id !== before._id && last;
    });
  }

  async function commitUrl(): Promise<string> {
    const commit = (await run('git', ['rev-parse', 'HEAD'], { cwd: folder() })).trim();
    return `https://github.com/heron-example/console/blob/${commit}`;
  }

  async function openRepository() {
    await makeRepository(folder());
    const opened = await openSignedIn(workbench, server(), { folder: folder() });
    const editor = new Editor(opened.page);
    await editor.open(file);
    await editor.knowsBranch('main');
    return { ...opened, editor };
  }
});
