import { eventually } from '../support/eventually';
import { useWorkbench } from '../support/host/useWorkbench';
import { Conversation } from '../support/journeys/conversation';
import { isLive } from '../support/journeys/live';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';
import { Teammate } from '../support/journeys/teammate';
import { setFocused } from '../support/journeys/windowFocus';

describe('Reading a conversation', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();
  const read = () => server().requests.to('POST', '/api/v1/subscriptions.read').length;

  it('marks a room read once it is seen in a window in use, and keeps the line where reading began', async () => {
    const { window, page, rooms } = await openSignedIn(workbench, server());
    const conversation = new Conversation(page);
    await isLive(server());
    await rooms.row(/^general, channel, 1 unread/).click();
    await conversation.appear('general');

    await rooms.row(/^general, channel(?!.*unread)/).waitFor();
    await eventually('the call', () => read() === 1);
    await conversation.all.getByText('New messages', { exact: true }).waitFor();
    await window.screenshot('reading-1-read');

    await setFocused(page, false);
    const nadia = new Teammate(server(), 'nadia');
    nadia.says('general', 'Cake in the kitchen, while nobody looks.');
    await conversation.message('Cake in the kitchen').waitFor();
    await rooms.row(/^general, channel.*unread/).waitFor();
    await window.screenshot('reading-2-not-in-use');

    await setFocused(page, true);
    await rooms.row(/^general, channel(?!.*unread)/).waitFor();
    await eventually('one more call', () => read() === 2);
    await conversation.all.getByText('New messages', { exact: true }).waitFor();
    await window.screenshot('reading-3-in-use-again');
  });

  it('leads from an old place to what is new', async () => {
    const { window, page, rooms } = await openSignedIn(workbench, server());
    const conversation = new Conversation(page);
    await isLive(server());
    await rooms.row('general').click();
    await conversation.appear('general');
    await conversation.show(conversation.messages.first());
    const latest = conversation.button('Jump to latest');
    await latest.waitFor();

    const nadia = new Teammate(server(), 'nadia');
    nadia.says('general', 'The cake is gone.');
    nadia.says('general', 'All of it.');
    const arrived = conversation.button('2 new messages');
    await arrived.waitFor();
    await window.screenshot('reading-4-arrived');
    await arrived.click();
    await conversation.message('All of it.').waitFor();
    await arrived.waitFor({ state: 'hidden' });
    await latest.waitFor({ state: 'hidden' });
  });
});
