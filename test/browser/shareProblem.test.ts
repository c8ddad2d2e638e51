import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chooseMenuItem } from '../support/host/layout';
import { runCommand } from '../support/host/quickInput';
import { useWorkbench } from '../support/host/useWorkbench';
import { Editor } from '../support/journeys/editor';
import { temporaryFolder } from '../support/journeys/folders';
import { attachmentOf, lastMessage, shareWith } from '../support/journeys/sharing';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';

describe('Sharing a problem', () => {
  const server = eachWithTeam();
  const folder = temporaryFolder();
  const workbench = useWorkbench();

  it('where its fixes are: with what it says, its rule, and the line', async () => {
    const { window, page } = await openWithProblem();
    await page.keyboard.press('F8');

    await page.keyboard.press('Control+Period');
    const fixes = page.locator('.action-widget');
    await fixes.getByText('Share Problem to Rocket.Chat').waitFor();
    await window.screenshot('share-problem-1-quick-fix');
    await fixes.getByText('Share Problem to Rocket.Chat').click();
    await shareWith(page, 'planner');

    const { color, title, text = '' } = attachmentOf(lastMessage(server(), 'planner'));
    assert.deepEqual([color, title], ['danger', 'tour.ts:1']);
    assert.match(text, /ts\(2322\)\n.*not assignable[^]*export const stops/);
  });

  it('where all problems are listed, by its menu', async () => {
    const { window, page } = await openWithProblem();

    await runCommand(page, 'Problems: Focus on Problems View');
    await page.getByRole('treeitem', { name: /not assignable/ }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Share Problem to Rocket.Chat' }).waitFor();
    await window.screenshot('share-problem-2-problems-view');
    await chooseMenuItem(page, 'Share Problem to Rocket.Chat');
    await shareWith(page, 'planner');

    assert.equal(attachmentOf(lastMessage(server(), 'planner')).title, 'tour.ts:1');
  });

  async function openWithProblem() {
    await writeFile(join(folder(), 'tour.ts'), "export const stops: number = 'forty';\n");
    const opened = await openSignedIn(workbench, server(), { folder: folder() });
    await new Editor(opened.page).open('tour.ts');
    await opened.page.locator('.squiggly-error').first().waitFor({ timeout: 60_000 });
    return opened;
  }
});
