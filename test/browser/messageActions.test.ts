import assert from 'node:assert/strict';
import { eventually } from '../support/eventually';
import { useWorkbench } from '../support/host/useWorkbench';
import { AnswerArea } from '../support/journeys/answerArea';
import { Conversation } from '../support/journeys/conversation';
import { MessageMenu } from '../support/journeys/messageMenu';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam, messageSaying } from '../support/journeys/team';
import { Teammate } from '../support/journeys/teammate';

const asked = 'Do you count them three times?';

describe('What is done to messages', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('writing, changing by Arrow-up, and deleting my own', async () => {
    const { window, page, conversation } = await openDispatch();
    const menu = new MessageMenu(page);

    await conversation.send('The contract says tree times.');
    const mine = conversation.message('tree times');
    await mine.waitFor();
    // Also while it is on its way.
    await conversation.box.press('ArrowUp');
    await conversation.all.getByText('Editing message').waitFor();
    await new AnswerArea(conversation).holds('The contract says tree times.');
    await window.screenshot('actions-1-editing');
    await conversation.send('The contract says three times.');
    await conversation.message('The contract says three times.').getByText('edited').waitFor();
    await eventually('the change', () => stored('The contract says three')?.editedAt);
    await mine.waitFor({ state: 'hidden' });

    const changed = conversation.message('The contract says three times.');
    await menu.choose(changed, 'Delete Message');
    const question = page.getByRole('dialog').filter({ hasText: 'Delete this message?' });
    await question.getByText('It cannot be undone. Nothing of it stays to be seen.').waitFor();
    await window.screenshot('actions-2-deleting');
    await question.getByRole('button', { name: 'Delete' }).click();
    await changed.waitFor({ state: 'hidden' });
    await eventually('its end', () => stored('The contract says three times.') === undefined);
  });

  it('quoting, reacting, starring and pinning what others wrote, and answering it in a thread', async () => {
    const { window, page, conversation } = await openDispatch();
    const menu = new MessageMenu(page);
    const theirs = conversation.message(asked);
    await conversation.show(theirs);

    await theirs.hover();
    await theirs.getByRole('button', { name: 'Add Reaction' }).click();
    await conversation.all.getByRole('searchbox', { name: 'Search emoji' }).fill('tada');
    await conversation.all.getByRole('gridcell').first().waitFor();
    await window.screenshot('actions-3-emoji');
    await conversation.all.getByRole('searchbox', { name: 'Search emoji' }).press('Enter');
    const pill = theirs.locator('.reactions').getByRole('button', { name: /reacted with/ });
    await pill.waitFor();
    await eventually('the reaction', () => Object.keys(stored(asked)?.reactions ?? {}).length === 1);
    await pill.click();
    await pill.waitFor({ state: 'hidden' });
    await eventually('none any more', () => Object.keys(stored(asked)?.reactions ?? {}).length === 0);

    await theirs.hover();
    await theirs.getByRole('button', { name: 'Star', exact: true }).click();
    await theirs.getByRole('img', { name: 'starred' }).waitFor();
    await menu.choose(theirs, 'Pin Message');
    await theirs.getByRole('img', { name: 'pinned' }).waitFor();
    await eventually('both marks', () => stored(asked)?.pinned && stored(asked)?.starred?.length === 1);
    await window.screenshot('actions-4-marked');

    await menu.choose(theirs, 'Quote Message');
    await conversation.all.getByRole('listitem', { name: /^Quote of mei/i }).waitFor();
    await window.screenshot('actions-5-quoting');
    await conversation.send('Not any more.');
    const quoting = conversation.message('Not any more.');
    await quoting.getByText(asked).waitFor();
    await eventually('the quote', () => stored('Not any more.')?.attachments?.length === 1);

    await conversation.show(theirs);
    await theirs.hover();
    await theirs.getByRole('button', { name: 'Reply in Thread' }).click();
    await conversation.button('Back to dispatch-api').waitFor();
    await conversation.send('Since the keys came, never.');
    await conversation.message('Since the keys came').waitFor();
    await eventually('the reply', () => stored('Since the keys came')?.tmid === stored(asked)?._id);
    await conversation.button('Back to dispatch-api').click();
    await theirs.getByRole('button', { name: /1 reply/ }).waitFor();
    await window.screenshot('actions-6-answered');
  });

  it('deleting on a server that keeps a mark: the question says so, the mark too', async () => {
    server().settings.set('Message_ShowDeletedStatus', true);
    const { window, page, conversation } = await openDispatch();
    const ben = new Teammate(server(), 'ben');

    await conversation.send('Never mind.');
    const mine = conversation.message('Never mind.');
    await mine.waitFor();
    await mine.getByText('sending').waitFor({ state: 'hidden' });
    await new MessageMenu(page).choose(mine, 'Delete Message');
    const question = page.getByRole('dialog').filter({ hasText: 'Delete this message?' });
    await question.getByText('It cannot be undone. A mark stays where it was.').waitFor();
    await question.getByRole('button', { name: 'Delete' }).click();
    await mine.waitFor({ state: 'hidden' });
    const marks = conversation.messages.filter({ hasText: 'This message was deleted.' });
    await marks.first().waitFor();
    ben.deletes(ben.says('dispatch-api', 'Wrong room.'));
    await marks.nth(1).waitFor();
    await window.screenshot('actions-7-marks-of-deleted');

    assert.equal(await marks.filter({ hasText: 'edited' }).count(), 0);
  });

  /** Where alice moderates: she may pin. */
  async function openDispatch() {
    const { window, page, rooms } = await openSignedIn(workbench, server());
    const conversation = new Conversation(page);
    await rooms.row('dispatch-api').click();
    await conversation.appear('dispatch-api');
    return { window, page, conversation };
  }

  function stored(words: string) {
    try {
      return messageSaying(server(), words);
    } catch {
      return undefined;
    }
  }
});
