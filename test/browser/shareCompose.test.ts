import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { QuickInput, runCommand } from '../support/host/quickInput';
import { useWorkbench } from '../support/host/useWorkbench';
import { Composer } from '../support/journeys/composer';
import { Editor } from '../support/journeys/editor';
import { temporaryFolder } from '../support/journeys/folders';
import { attachmentOf, lastMessage } from '../support/journeys/sharing';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';

describe('Sharing that goes on in the composer', () => {
  const server = eachWithTeam();
  const folder = temporaryFolder();
  const workbench = useWorkbench();

  it('in the form that was chosen, for the room in focus', async () => {
    await writeFile(join(folder(), 'tour.ts'), 'export const stops = 40;\n');
    const { window, page } = await openSignedIn(workbench, server(), { folder: folder() });
    const input = new QuickInput(page);
    await new Editor(page).open('tour.ts');

    await runCommand(page, 'Rocket.Chat: Share File');
    await page.mouse.move(0, 0);
    await input.press('Share as an Attachment');
    await input.asks('as an attachment');
    await input.input.fill('planner');
    await input.row(/planner/).waitFor();
    await window.screenshot('share-compose-1-which-room');
    await input.press('Go On in the Composer…');
    const composer = new Composer(page);
    await composer.appear();
    await composer.target('planner').waitFor();
    await window.screenshot('share-compose-2-in-the-composer');
    assert.match(await composer.attachment(1).field('Text').inputValue(), /export const stops = 40;/);
    await composer.text.fill('Forty it is.');
    await composer.send.click();
    await composer.isGone();

    const sent = lastMessage(server(), 'planner');
    assert.equal(sent.msg, 'Forty it is.');
    assert.equal(attachmentOf(sent).title, 'tour.ts');
  });
});
