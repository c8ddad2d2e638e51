import assert from 'node:assert/strict';
import { useWorkbench } from '../support/host/useWorkbench';
import { Composer } from '../support/journeys/composer';
import { threeAttachments } from '../support/journeys/composerAttachments';
import { Conversation } from '../support/journeys/conversation';
import { messagesIn } from '../support/journeys/rest';
import { contentOf, looksSettled } from '../support/journeys/messageContent';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';

const text = 'Nightly load test is back. Two regressions, *details* below.';

describe('The composer', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('sends what its form holds, with every key of three attachments, and shows before how it arrives', async () => {
    const { window, page, rooms } = await openSignedIn(workbench, server());
    const composer = await Composer.open(page);
    await window.screenshot('compose-1-empty');

    await composer.addressTo('planner');
    await composer.text.fill(text);
    for (const [place, { typed }] of threeAttachments.entries()) {
      const card = await composer.attach(typed);
      await card.all.scrollIntoViewIfNeeded();
      await window.screenshot(`compose-2-attachment-${place + 1}`);
    }
    await composer.isKept();
    await looksSettled(composer.preview);
    const promised = await contentOf(composer.preview);
    await window.screenshot('compose-3-preview');
    await composer.send.click();
    await composer.isGone();

    const [stored] = await messagesIn(server(), 'planner');
    assert.equal(stored?.['msg'], text);
    assert.deepEqual(
      stored['attachments'],
      threeAttachments.map(({ sent }) => sent),
    );
    await rooms.row('planner').click();
    const conversation = new Conversation(page);
    await conversation.appear('planner');
    const arrived = conversation.message('Nightly load test is back.');
    await conversation.show(arrived);
    await window.screenshot('compose-4-arrived');
    await looksSettled(arrived);
    assert.equal(await contentOf(arrived), promised);
  });
});
