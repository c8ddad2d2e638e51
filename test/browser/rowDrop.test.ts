import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { roomId } from '../server/data/demo/ids';
import { useWorkbench } from '../support/host/useWorkbench';
import { Conversation } from '../support/journeys/conversation';
import { dragFileToRoom } from '../support/journeys/dragging';
import { Editor } from '../support/journeys/editor';
import { temporaryFolder } from '../support/journeys/folders';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';

describe('What is dropped on the row of a room', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();
  const folder = temporaryFolder();

  it('is shared there once that is confirmed: a tab of an editor, a file of the explorer', async () => {
    writeFileSync(join(folder(), 'route.md'), '# Route\n');
    writeFileSync(join(folder(), 'depots.json'), '{}\n');
    const { window, page, rooms } = await openSignedIn(workbench, server(), { folder: folder() });
    const conversation = new Conversation(page);
    const question = (file: string) =>
      page.getByRole('dialog').filter({ hasText: `Share ${file} with #planner?` });
    await rooms.row('planner').click();
    await conversation.appear('planner');

    await new Editor(page).open('route.md');
    await page.getByRole('tab', { name: 'route.md' }).dragTo(rooms.row('planner'));
    await question('route.md').waitFor();
    await window.screenshot('drop-1-tab');
    await question('route.md').getByRole('button', { name: 'Share' }).click();
    await conversation.message('route.md').waitFor();

    await dragFileToRoom(page, 'depots.json', { rooms, room: 'planner' });
    await question('depots.json').getByRole('button', { name: 'Share' }).click();
    await conversation.message('depots.json').waitFor();
    await window.screenshot('drop-2-shared');

    assert.deepEqual(names().slice(-2), ['route.md', 'depots.json']);
  });

  function names() {
    return server()
      .world.messages.inRoom(roomId('planner'))
      .flatMap(({ files = [] }) => files.map(({ name }) => name));
  }
});
