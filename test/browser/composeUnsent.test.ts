import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { QuickInput, runCommand } from '../support/host/quickInput';
import { useWorkbench } from '../support/host/useWorkbench';
import { Composer } from '../support/journeys/composer';
import { Conversation } from '../support/journeys/conversation';
import { messagesIn } from '../support/journeys/rest';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';

const text = 'The ramp closes early.';
const refusal = { success: false, error: 'Not today. [error-not-today]', errorType: 'error-not-today' };

describe('A composed message that the server refused', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('leads from the conversation back into its composer, and is sent from there', async () => {
    const { window, page, rooms } = await openSignedIn(workbench, server());
    const conversation = new Conversation(page);
    await rooms.row('planner').click();
    await conversation.appear('planner');
    const composer = await refused(page);
    const message = conversation.message(text);
    await message.getByText('Not today.').waitFor();
    await composer.close();
    await window.screenshot('compose-unsent-1-in-the-conversation');

    await message.getByRole('button', { name: 'Edit' }).click();
    await composer.appear();
    await composer.holds(text);
    await composer.outcome(/planner: not sent\. .*Not today/).waitFor();
    await window.screenshot('compose-unsent-2-back-in-the-composer');
    await composer.text.fill('The ramp closes at five.');
    await composer.attachment(1).field('Text').fill('Gate 4, too');
    await composer.send.click();
    await composer.isGone();
    await message.waitFor({ state: 'hidden' });

    const [stored, before] = await messagesIn(server(), 'planner');
    assert.equal(stored?.['msg'], 'The ramp closes at five.');
    assert.deepEqual(stored['attachments'], [{ title: 'Ramp', text: 'Gate 4, too' }]);
    assert.notEqual(before?.['msg'], text);
  });

  it('is among the unsent messages, to be sent again', async () => {
    const { window, page } = await openSignedIn(workbench, server());
    const input = new QuickInput(page);
    const composer = await refused(page);

    await runCommand(page, 'Rocket.Chat: Show Unsent Messages');
    await input.asks('Not Sent to planner');
    await window.screenshot('compose-unsent-3-what-is-to-become-of-it');
    await input.choose('Send Again');
    await composer.isGone();

    const [stored] = await messagesIn(server(), 'planner');
    assert.equal(stored?.['msg'], text);
    assert.deepEqual(stored['attachments'], [{ title: 'Ramp', text: 'Gate 4' }]);
  });

  async function refused(page: Page): Promise<Composer> {
    server().faults.add({
      ...{ kind: 'status', status: 400, body: refusal, times: 1 },
      path: '/api/v1/chat.sendMessage',
    });
    const composer = await Composer.open(page);
    await composer.addressTo('planner');
    await composer.text.fill(text);
    await composer.attach({ title: 'Ramp', text: 'Gate 4' });
    await composer.send.click();
    await composer.outcome(/planner: not sent\. .*Not today/).waitFor();
    return composer;
  }
});
