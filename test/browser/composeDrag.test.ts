import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '../support/eventually';
import { openContainer } from '../support/host/layout';
import { QuickInput } from '../support/host/quickInput';
import { useWorkbench } from '../support/host/useWorkbench';
import { Composer } from '../support/journeys/composer';
import { dragUpon } from '../support/journeys/dragging';
import { temporaryFolder } from '../support/journeys/folders';
import { messagesIn } from '../support/journeys/rest';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';

describe('In the composer', () => {
  const server = eachWithTeam();
  const folder = temporaryFolder();
  const workbench = useWorkbench();

  it('attachments change places under the mouse', async () => {
    const { window, page } = await openSignedIn(workbench, server());
    const composer = await Composer.open(page);
    await composer.addressTo('planner');
    for (const title of ['First', 'Second', 'Third']) await composer.attach({ title });

    const third = composer.attachment(3).all;
    await dragUpon(page, third.locator('.grip'), {
      onto: composer.attachment(1).all.locator('header'),
      sign: composer.all.locator('.card.aim-before').filter({ hasText: 'First' }),
    });
    await window.screenshot('compose-drag-1-attachment');
    await page.mouse.up();
    await eventually('the new order', async () => (await titleOf(composer, 1)) !== 'First');
    await window.screenshot('compose-drag-2-attachment-dropped');
    await composer.send.click();
    await composer.isGone();

    const [stored] = await messagesIn(server(), 'planner');
    assert.deepEqual(stored?.['attachments'], [{ title: 'Third' }, { title: 'First' }, { title: 'Second' }]);
  });

  it('files of the explorer are taken while Shift is held, and change places', async () => {
    for (const name of ['ramp.md', 'gate.md']) writeFileSync(join(folder(), name), `# ${name}\n`);
    const { window, page } = await openSignedIn(workbench, server(), { folder: folder() });
    const composer = await Composer.open(page);
    const explorer = await openContainer(page, 'Explorer');

    for (const name of ['gate.md', 'ramp.md']) {
      await dragUpon(page, explorer.getByRole('treeitem', { name }), {
        onto: composer.text,
        sign: composer.all.getByText('Drop to attach'),
        key: 'Shift',
      });
      await window.screenshot(`compose-drag-3-${name}`);
      await page.mouse.up();
      await page.keyboard.up('Shift');
      await composer.files.item(name).waitFor();
    }
    await dragUpon(page, composer.files.item('ramp.md').locator('.grip'), {
      onto: composer.files.item('gate.md').locator('.name'),
      sign: composer.files.item('gate.md').and(composer.all.locator('.aim-before')),
    });
    await window.screenshot('compose-drag-4-file');
    await page.mouse.up();
    await eventually('the new order', async () => (await composer.files.names())[0] === 'ramp.md');

    assert.deepEqual(await composer.files.names(), ['ramp.md', 'gate.md']);
  });

  it('files are picked, too', async () => {
    writeFileSync(join(folder(), 'ramp.md'), '# Ramp\n');
    const { window, page } = await openSignedIn(workbench, server(), { folder: folder() });
    const input = new QuickInput(page);
    const composer = await Composer.open(page);

    await composer.button('Add Files').click();
    await input.asks('Attach Files');
    // Until its folder is listed, the dialog takes back what is typed.
    await input.row('ramp.md').waitFor();
    await input.input.fill(join(folder(), 'ramp.md'));
    await window.screenshot('compose-pick-1-which-file');
    await input.input.press('Enter');

    await composer.files.item('ramp.md').waitFor();
    await window.screenshot('compose-pick-2-picked');
  });
});

async function titleOf(composer: Composer, place: number): Promise<string> {
  return composer.attachment(place).field('Title').inputValue();
}
