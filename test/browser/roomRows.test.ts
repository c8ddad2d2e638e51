import assert from 'node:assert/strict';
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
    await conversation.hasFocus(conversation.box);

    assert.deepEqual([kept, opened], [1, 'false']);
  });

  it('is muted and taken from the favorites by its menu', async () => {
    const { rooms } = await openSignedIn(workbench, server());

    await rooms.choose('console', 'Mute Room');
    await rooms.row(/^console.*, muted/).waitFor();
    await rooms.choose('console', 'Remove Room from Favorites');

    await rooms.row(/^console(?!.*, favorite).*, muted/).waitFor();
  });

  it('leads to the box by a double click, without being opened twice', async () => {
    const { page, rooms } = await openSignedIn(workbench, server());
    const conversation = new Conversation(page);

    await rooms.row('planner').dblclick();
    await conversation.appear('planner');
    await conversation.hasFocus(conversation.box);

    assert.equal(server().requests.to('GET', '/api/v1/channels.history').length, 1);
    assert.equal(await page.locator('.notification-toast').count(), 0);
  });

  it('is muted and read with the others selected, also where a click has read the first', async () => {
    const { window, rooms } = await openSignedIn(workbench, server());
    await rooms.row('general').click();
    await rooms.row(/^general, channel$/).waitFor();
    await rooms.row('courier-app').click({ modifiers: ['Control'] });
    await rooms.row('announcements').click({ modifiers: ['Control'] });

    await rooms.choose('announcements', 'Mute Room');
    for (const room of ['general', 'courier-app', 'announcements'])
      await rooms.row(new RegExp(`^${room},.*muted`)).waitFor();
    await window.screenshot('rows-1-several-muted');
    await rooms.choose('announcements', 'Mark Room Read');
    for (const room of ['courier-app', 'announcements'])
      await rooms.row(new RegExp(`^${room},(?!.*unread)`)).waitFor();
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
