import assert from 'node:assert/strict';
import { eventually } from '../support/eventually';
import { notification } from '../support/host/layout';
import { QuickInput } from '../support/host/quickInput';
import { useWorkbench } from '../support/host/useWorkbench';
import { Conversation } from '../support/journeys/conversation';
import { MessageMenu } from '../support/journeys/messageMenu';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam, messageSaying } from '../support/journeys/team';

const asked = 'Do you count them three times?';

describe('What is asked before it is done', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('why a message is reported: a reason has to be there', async () => {
    const { window, page, rooms } = await openSignedIn(workbench, server());
    const conversation = new Conversation(page);
    const input = new QuickInput(page);
    await rooms.row('dispatch-api').click();
    await conversation.appear('dispatch-api');
    const theirs = conversation.message(asked);
    await conversation.show(theirs);

    await new MessageMenu(page).choose(theirs, 'Report Message');
    await input.asks('What is wrong with it?');
    await input.answer('  ');
    await input.asks('Type a reason');
    await window.screenshot('boxes-1-no-reason');
    await input.answer(' It is rude. ');
    await notification(page, 'The message was reported.').waitFor();

    const reports = server().requests.to('POST', '/api/v1/chat.reportMessage');
    assert.deepEqual(
      reports.map(({ body }): unknown => JSON.parse(body)),
      [{ messageId: messageSaying(server(), asked)._id, description: 'It is rude.' }],
    );
  });

  it('what is to be discussed: a title has to be there, and the discussion opens', async () => {
    const { window, page, rooms } = await openSignedIn(workbench, server());
    const conversation = new Conversation(page);
    const input = new QuickInput(page);

    await rooms.choose('planner', 'New Discussion');
    await input.asks('Everybody in planner can join.');
    await input.answer('');
    await input.asks('Type a title');
    await window.screenshot('boxes-2-no-title');
    await input.answer('Shorter write-ups');
    await conversation.title('Shorter write-ups').waitFor();
    await conversation.hasFocus(conversation.box);
    await window.screenshot('boxes-3-discussion');

    const made = await eventually('the discussion', () =>
      server()
        .world.rooms.all()
        .find(({ fname }) => fname === 'Shorter write-ups'),
    );
    assert.equal(
      made.prid,
      server()
        .world.rooms.all()
        .find(({ name }) => name === 'planner')?._id,
    );
  });
});
