import assert from 'node:assert/strict';
import { eventually } from '../support/eventually';
import { QuickInput, runCommand } from '../support/host/quickInput';
import { useWorkbench } from '../support/host/useWorkbench';
import { Conversation } from '../support/journeys/conversation';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';

describe('A row of a room', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('shows its room by a click and keeps the focus, and leads to the box by Enter', async () => {
    const { page, rooms } = await openSignedIn(workbench, server());
    const conversation = new Conversation(page);

    await rooms.row('planner').click();
    await conversation.appear('planner');
    const kept = await rooms.focused('planner').count();
    const opened = await rooms.row('planner').getAttribute('aria-expanded');
    await page.keyboard.press('Enter');
    await eventually('the caret in the box', () =>
      conversation.box.evaluate((box) => box.ownerDocument.hasFocus() && box.matches(':focus')),
    );

    assert.deepEqual([kept, opened], [1, 'false']);
  });

  it('is muted and taken from the favorites by its menu', async () => {
    const { rooms } = await openSignedIn(workbench, server());

    await rooms.choose('console', 'Mute Room');
    await rooms.row(/^console.*, muted/).waitFor();
    await rooms.choose('console', 'Remove Room from Favorites');

    await rooms.row(/^console(?!.*, favorite).*, muted/).waitFor();
  });

  it('is found by its name from anywhere', async () => {
    const { page } = await openSignedIn(workbench, server());

    const input = new QuickInput(page);
    await runCommand(page, 'Rocket.Chat: Go to Room…');
    await input.asks('Go to Room');
    await input.answer('planner');

    await new Conversation(page).appear('planner');
  });
});
