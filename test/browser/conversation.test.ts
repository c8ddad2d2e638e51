import { eventually } from '../support/eventually';
import { runCommand } from '../support/host/quickInput';
import { useWorkbench } from '../support/host/useWorkbench';
import { AnswerArea } from '../support/journeys/answerArea';
import { Conversation } from '../support/journeys/conversation';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';

describe('A conversation', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('opens beside the editor with a click on its room, and takes what is written', async () => {
    const { window, page, rooms } = await openSignedIn(workbench, server());
    const conversation = new Conversation(page);

    await rooms.row('planner').click();
    await conversation.appear('planner');
    await window.screenshot('conversation-1-a-room');
    await conversation.send('Seen from the editor.');
    await conversation.message('Seen from the editor.').waitFor();
    await window.screenshot('conversation-2-an-answer');

    await eventually('the message', () => said('Seen from the editor.'));
    await new AnswerArea(conversation).holds('');
  });

  it('moves into a tab of its own', async () => {
    const { window, page, rooms } = await openSignedIn(workbench, server());
    await rooms.row('planner').click();
    await new Conversation(page).appear('planner');

    await runCommand(page, 'Rocket.Chat: Open in Editor');
    await new Conversation(page, 'editor').appear('planner');
    await window.screenshot('conversation-3-in-a-tab');
  });

  function said(words: string): boolean {
    const { rooms, messages } = server().world;
    return rooms.all().some(({ _id }) => messages.inRoom(_id).some(({ msg }) => msg === words));
  }
});
