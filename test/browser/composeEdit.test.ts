import assert from 'node:assert/strict';
import { useWorkbench } from '../support/host/useWorkbench';
import { Composer } from '../support/journeys/composer';
import { Conversation } from '../support/journeys/conversation';
import { MessageMenu } from '../support/journeys/messageMenu';
import { messagesIn, postMessage } from '../support/journeys/rest';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';

const sent = {
  channel: '#planner',
  text: 'Load test of tonigt',
  attachments: [{ title: 'p95', text: '340 ms' }],
};

describe('A message that was sent', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('has its text changed in the composer, where its attachments are locked', async () => {
    const { window, page } = await openToEdit();
    const composer = new Composer(page);
    const card = composer.attachment(1).all;

    await card.getByText('340 ms').waitFor();
    await composer.all.getByText('Rocket.Chat cannot change attachments').waitFor();
    await window.screenshot('compose-edit-1-locked');
    assert.equal(await card.getByRole('textbox').count(), 0);
    await composer.text.fill('Load test of tonight');
    await composer.button('Save Changes').click();
    await composer.isGone();

    const [stored] = await messagesIn(server(), 'planner');
    assert.equal(stored?.['msg'], 'Load test of tonight');
    assert.deepEqual(stored['attachments'], sent.attachments);
    assert.ok('editedAt' in stored);
  });

  it('is sent anew with other attachments, and deleted if one likes', async () => {
    const { window, page, id } = await openToEdit();
    const composer = new Composer(page);

    await composer.button('Send Corrected Copy').click();
    await composer.attachment(1).field('Text').fill('210 ms');
    await window.screenshot('compose-edit-2-corrected');
    await composer.send.click();
    const question = page.getByRole('dialog').filter({ hasText: 'Delete the message that it corrects?' });
    await question.waitFor();
    await window.screenshot('compose-edit-3-delete-the-old-one');
    await question.getByRole('button', { name: 'Keep Both' }).waitFor();
    assert.equal(await question.getByRole('button', { name: 'Cancel' }).count(), 0);
    await question.getByRole('button', { name: 'Delete Old Message' }).click();
    await question.waitFor({ state: 'hidden' });
    await new Conversation(page).message('340 ms').waitFor({ state: 'hidden' });

    const stored = await messagesIn(server(), 'planner');
    assert.deepEqual(stored[0]?.['attachments'], [{ title: 'p95', text: '210 ms' }]);
    assert.ok(!stored.some(({ _id }) => _id === id));
  });

  async function openToEdit() {
    const { _id: id } = await postMessage(server(), sent);
    const opened = await openSignedIn(workbench, server());
    const conversation = new Conversation(opened.page);
    await opened.rooms.row('planner').click();
    await conversation.appear('planner');
    await new MessageMenu(opened.page).choose(conversation.message('340 ms'), 'Edit in Composer');
    await new Composer(opened.page).appear();
    return { ...opened, id };
  }
});
