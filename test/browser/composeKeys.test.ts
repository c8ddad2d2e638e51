import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { useWorkbench } from '../support/host/useWorkbench';
import { Composer } from '../support/journeys/composer';
import { messagesIn } from '../support/journeys/rest';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';

describe('The composer by keys alone', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('takes targets, a text and attachments in their order, and sends them', async () => {
    const { window, page } = await openSignedIn(workbench, server());
    const composer = await Composer.open(page);
    await composer.hasFocus(composer.to);

    await page.keyboard.type('planner');
    await composer.offer('planner').waitFor();
    await page.keyboard.press('Enter');
    await composer.target('planner').waitFor();
    await tabTo(composer, composer.text);
    await page.keyboard.type('By keys alone.');
    await tabTo(composer, composer.button('Add Attachment'));
    await page.keyboard.press('Enter');
    await tabTo(composer, composer.attachment(1).field('Title'));
    await page.keyboard.type('Second');
    await tabTo(composer, composer.button('Add Attachment'));
    await page.keyboard.press('Enter');
    await tabTo(composer, composer.attachment(2).field('Title'));
    await page.keyboard.type('First');
    await page.keyboard.press('Alt+ArrowUp');
    await composer.hasFocus(composer.attachment(1).field('Title'));
    await window.screenshot('compose-keys-1-moved');
    await page.keyboard.press('Control+Enter');
    await composer.isGone();

    const [stored] = await messagesIn(server(), 'planner');
    assert.equal(stored?.['msg'], 'By keys alone.');
    assert.deepEqual(stored['attachments'], [{ title: 'First' }, { title: 'Second' }]);
  });

  it('leads to the first field that needs a look, and says why', async () => {
    const { window, page } = await openSignedIn(workbench, server());
    const composer = await Composer.open(page);
    await composer.addressTo('planner');
    const card = await composer.attach({ title: 'Load test', title_link: 'htps://ci.heron.example/41' });
    await composer.text.focus();

    await page.keyboard.press('Control+Enter');
    await composer.hasFocus(card.field('Title link'));
    await composer.problem(/htps/).waitFor();
    await window.screenshot('compose-keys-2-problem');

    assert.equal(await card.field('Title link').getAttribute('aria-invalid'), 'true');
    assert.deepEqual(server().requests.to('POST', '/api/v1/chat.sendMessage'), []);
  });
});

/** Goes from one stop to the next until that one has the focus. */
async function tabTo(composer: Composer, wanted: Locator): Promise<void> {
  for (let steps = 0; steps < 80; steps += 1) {
    if (await composer.isFocused(wanted)) return;
    await composer.page.keyboard.press('Tab');
  }
  throw new Error(`The focus did not come to ${wanted.toString()}.`);
}
