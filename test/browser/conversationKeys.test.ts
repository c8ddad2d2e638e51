import assert from 'node:assert/strict';
import { runCommand } from '../support/host/quickInput';
import { useWorkbench } from '../support/host/useWorkbench';
import { AnswerArea } from '../support/journeys/answerArea';
import { Conversation } from '../support/journeys/conversation';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam, messageSaying } from '../support/journeys/team';

describe('By keyboard alone', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('one opens a room, writes, reacts, answers in a thread, and is back at the code', async () => {
    const { window, page, rooms } = await openSignedIn(workbench, server());
    const conversation = new Conversation(page);
    const answer = new AnswerArea(conversation);
    await runCommand(page, 'Rocket.Chat: Focus on Rooms View');
    await rooms.walkTo('planner');
    await page.keyboard.press('Enter');
    await conversation.appear('planner');
    await conversation.hasFocus(conversation.box);

    await page.keyboard.type('Thanks @be');
    await answer.suggestion(/ben/).first().waitFor();
    await window.screenshot('keys-1-suggested');
    await page.keyboard.press('Enter');
    await page.keyboard.type('for the write-up.');
    await page.keyboard.press('Enter');
    const mine = conversation.message('for the write-up.');
    await mine.waitFor();
    await mine.getByText('sending').waitFor({ state: 'hidden' });

    await page.keyboard.press('Escape');
    await conversation.hasFocus(mine);
    await page.keyboard.press('ArrowUp');
    const bens = conversation.message('Write-up of the hunt');
    await conversation.hasFocus(bens);
    await page.keyboard.press('+');
    await page.keyboard.type('tada');
    await page.keyboard.press('Enter');
    await bens.getByRole('button', { name: /tada/ }).waitFor();
    await window.screenshot('keys-2-reacted');

    await conversation.hasFocus(bens);
    await rooms.chooseByKeys('Reply in Thread');
    await conversation.title(/Write-up/).waitFor();
    await conversation.hasFocus(conversation.box);
    await page.keyboard.type('I have read it twice.');
    await page.keyboard.press('Enter');
    const reply = conversation.message('I have read it twice.');
    await reply.waitFor();
    await reply.getByText('sending').waitFor({ state: 'hidden' });
    await window.screenshot('keys-3-thread');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await conversation.losesFocus();
    await window.screenshot('keys-4-left');

    assert.equal(messageSaying(server(), 'for the write-up.').msg, 'Thanks @ben for the write-up.');
    assert.equal(
      messageSaying(server(), 'I have read it twice').tmid,
      messageSaying(server(), 'Write-up of the hunt')._id,
    );
  });

  it('one looks at what can be done to a message, and is back at it', async () => {
    const { window, page, rooms } = await openSignedIn(workbench, server());
    const conversation = new Conversation(page);
    await runCommand(page, 'Rocket.Chat: Focus on Rooms View');
    await rooms.walkTo('planner');
    await page.keyboard.press('Enter');
    await conversation.appear('planner');
    await conversation.hasFocus(conversation.box);
    await page.keyboard.press('Escape');
    const bens = conversation.message('Write-up of the hunt');
    await conversation.hasFocus(bens);

    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Reply in Thread' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.monaco-menu').waitFor({ state: 'detached' });
    await window.screenshot('keys-5-menu-closed');

    await conversation.hasFocus(bens);
  });
});
