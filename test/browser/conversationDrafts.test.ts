import { eventually } from '../support/eventually';
import { openContainer } from '../support/host/layout';
import { useWorkbench } from '../support/host/useWorkbench';
import { AnswerArea } from '../support/journeys/answerArea';
import { Conversation } from '../support/journeys/conversation';
import { temporaryFolder } from '../support/journeys/folders';
import { RoomRows } from '../support/journeys/roomRows';
import { openSignedIn } from '../support/journeys/signIn';
import { useStorage } from '../support/journeys/storage';
import { eachWithTeam } from '../support/journeys/team';

describe('What was written and not sent', () => {
  const server = eachWithTeam();
  const storage = useStorage();

  describe('stays', () => {
    const workbench = useWorkbench(() => ({ dataDir: storage.fresh() }));
    const folder = temporaryFolder();

    it('when the extensions crash, and in another folder', async () => {
      const { window, page, rooms } = await openSignedIn(workbench, server());
      const conversation = new Conversation(page);
      const answer = new AnswerArea(conversation);
      await rooms.row('planner').click();
      await conversation.appear('planner');

      await conversation.box.pressSequentially('Half a thou');
      await eventually('the draft in a file', () => storage.holds('Half a thou'));
      const anew = await conversation.nextLife();
      await workbench.host.crash();
      await anew.waitFor({ timeout: 60_000 });
      await conversation.appear('planner');
      await answer.holds('Half a thou');
      await window.screenshot('draft-1-after-a-crash');
      await conversation.box.press('End');
      await conversation.box.pressSequentially('ght');
      await eventually('the draft in a file', () => storage.holds('Half a thought'));

      await page.goto(`${workbench.host.url}/?folder=${encodeURIComponent(folder())}`);
      await openContainer(page, 'Rocket.Chat');
      const elsewhere = new RoomRows(page);
      await elsewhere.appear();
      await elsewhere.row('planner').click();
      await conversation.appear('planner');
      await answer.holds('Half a thought');
      await window.screenshot('draft-2-in-another-folder');
    });
  });
});
