import assert from 'node:assert/strict';
import { eventually } from '../support/eventually';
import { useWorkbench } from '../support/host/useWorkbench';
import { Conversation } from '../support/journeys/conversation';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam, messageSaying } from '../support/journeys/team';

const replies = 80;
const firstReply = 'Also without the traffic overlay';

describe('A thread of 80 replies', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('opens in the place of its room, is read up to its beginning, answered, and left', async () => {
    const { window, page, rooms } = await openSignedIn(workbench, server());
    const conversation = new Conversation(page);
    await rooms.row('planner').click();
    await conversation.appear('planner');
    const hunt = conversation.message('Re-planning got slow');
    await conversation.show(hunt);
    await window.screenshot('thread-0-its-room');
    const before = await hunt.boundingBox();

    await hunt.getByRole('button', { name: /80 replies/ }).click();
    await conversation.appear(/^Re-planning got slow/);
    await window.screenshot('thread-1-its-end');
    await conversation.scrollUpTo(firstReply);
    await window.screenshot('thread-2-its-beginning');
    assert.equal(await conversation.messages.count(), replies + 1);

    await conversation.send('Thank you all, this was a good hunt.');
    await conversation.message('this was a good hunt').waitFor();
    const { _id } = messageSaying(server(), 'Re-planning got slow');
    await eventually('the reply', () => saidIn(_id));
    await window.screenshot('thread-3-answered');

    await conversation.button('Back to planner').click();
    await conversation.title('planner').waitFor();
    await hunt.getByRole('button', { name: /81 replies/ }).waitFor();
    await window.screenshot('thread-4-back-in-its-room');
    const after = await hunt.boundingBox();
    assert.ok(before && after && Math.abs(after.y - before.y) <= 2, `${before?.y} became ${after?.y}`);
  });

  function saidIn(thread: string): boolean {
    const { messages } = server().world;
    return messages.inThread(thread).some(({ msg }) => msg.startsWith('Thank you all'));
  }
});
