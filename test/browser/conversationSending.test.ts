import assert from 'node:assert/strict';
import { roomId } from '../server/data/demo/ids';
import { eventually } from '../support/eventually';
import { useWorkbench } from '../support/host/useWorkbench';
import { AnswerArea } from '../support/journeys/answerArea';
import { Conversation } from '../support/journeys/conversation';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';

describe('What is sent from the box', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('runs slash commands once; one that fails or is unknown keeps its text', async () => {
    const { window, page, rooms } = await openSignedIn(workbench, server());
    const conversation = new Conversation(page);
    const answer = new AnswerArea(conversation);
    await rooms.row('planner').click();
    await conversation.appear('planner');

    await conversation.box.pressSequentially('/shr');
    await answer.suggestion('shrug').waitFor();
    await window.screenshot('command-1-suggested');
    await page.keyboard.press('Enter');
    await conversation.box.pressSequentially('no idea');
    await page.keyboard.press('Enter');
    await conversation.message(/no idea ¯.*ツ/).waitFor();
    await answer.holds('');
    await window.screenshot('command-2-run');
    assert.equal(runs().length, 1);

    await conversation.send('/shrugg off');
    await answer.problem('There is no command /shrugg.').waitFor();
    await answer.holds('/shrugg off');
    await window.screenshot('command-3-unknown');

    await conversation.send('/mute ivo');
    await answer.problem('/mute was not run.').waitFor();
    await answer.holds('/mute ivo');
    await window.screenshot('command-4-refused');
    assert.equal(runs().length, 2);
  });

  it('keeps what the server refused: to be sent again, changed, or thrown away', async () => {
    const { window, page, rooms } = await openSignedIn(workbench, server());
    const conversation = new Conversation(page);
    await rooms.row('planner').click();
    await conversation.appear('planner');
    refuse('Not today.');

    await conversation.send('The first try.');
    const first = conversation.message('The first try.');
    await first.getByText('Not today.').waitFor();
    await window.screenshot('refused-1-kept');
    refuse('Nor tomorrow.');
    await first.getByRole('button', { name: 'Retry' }).click();
    await first.getByText('Nor tomorrow.').waitFor();
    await first.getByRole('button', { name: 'Edit' }).click();
    await first.waitFor({ state: 'hidden' });
    await new AnswerArea(conversation).holds('The first try.');
    await conversation.send('The second try.');
    await posted('The second try.');

    refuse('Not today.');
    await conversation.send('Not that important.');
    const last = conversation.message('Not that important.');
    await last.getByRole('button', { name: 'Discard' }).click();
    await last.waitFor({ state: 'hidden' });
    await window.screenshot('refused-2-settled');

    assert.deepEqual(
      server()
        .world.messages.inRoom(roomId('planner'))
        .filter(({ msg }) => / try|important/.test(msg)).length,
      1,
    );
  });

  /** Once, in these words. */
  function refuse(words: string): void {
    const body = { success: false, error: `${words} [error-not-today]`, errorType: 'error-not-today' };
    server().faults.add({ kind: 'status', status: 400, body, path: '/api/v1/chat.sendMessage', times: 1 });
  }

  function runs() {
    return server().requests.to('POST', '/api/v1/commands.run');
  }

  async function posted(words: string): Promise<void> {
    await eventually(words, () =>
      server()
        .world.messages.inRoom(roomId('planner'))
        .some(({ msg }) => msg === words),
    );
  }
});
