import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeRepository } from '../support/demo/repository';
import { run } from '../support/host/command';
import { openContainer } from '../support/host/layout';
import { useWorkbench } from '../support/host/useWorkbench';
import { temporaryFolder } from '../support/journeys/folders';
import { attachmentOf, lastMessage, shareByMenu, shareWith } from '../support/journeys/sharing';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';

describe('Sharing from the view of changes', () => {
  const server = eachWithTeam();
  const folder = temporaryFolder();
  const workbench = useWorkbench();

  it('all that is staged, by the menu of its group', async () => {
    const { window, page } = await openChanges();

    await shareByMenu(page.getByRole('treeitem', { name: /^Staged Changes/ }), /^Share Staged Changes/, () =>
      window.screenshot('share-scm-1-staged'),
    );
    await shareWith(page, 'planner');

    const { text = '' } = attachmentOf(lastMessage(server(), 'planner'));
    assert.match(text, /\+export const grace = 2;/);
    assert.doesNotMatch(text, /\+Told twice/);
  });

  it('what has changed in one file, by its menu', async () => {
    const { window, page } = await openChanges();

    await shareByMenu(page.getByRole('treeitem', { name: /README\.md/ }), /^Share Changes/, () =>
      window.screenshot('share-scm-2-one-file'),
    );
    await shareWith(page, 'planner');

    const { text = '' } = attachmentOf(lastMessage(server(), 'planner'));
    assert.match(text, /\+Told twice/);
    assert.doesNotMatch(text, /grace/);
  });

  /** One file is staged, the other is not. */
  async function openChanges() {
    await makeRepository(folder());
    await writeFile(join(folder(), 'src', 'timeWindow.ts'), 'export const grace = 2;\n');
    await run('git', ['add', 'src/timeWindow.ts'], { cwd: folder() });
    await writeFile(join(folder(), 'README.md'), 'Told twice\n');
    const opened = await openSignedIn(workbench, server(), { folder: folder() });
    const changes = await openContainer(opened.page, 'Source Control');
    await changes.getByRole('treeitem', { name: /README\.md/ }).waitFor({ timeout: 60_000 });
    return opened;
  }
});
