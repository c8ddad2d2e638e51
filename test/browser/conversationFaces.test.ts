import assert from 'node:assert/strict';
import { roomId } from '../server/data/demo/ids';
import { QuickInput } from '../support/host/quickInput';
import { useWorkbench } from '../support/host/useWorkbench';
import { AnswerArea } from '../support/journeys/answerArea';
import { Conversation } from '../support/journeys/conversation';
import { goToRoom } from '../support/journeys/goToRoom';
import { isLive } from '../support/journeys/live';
import { answerByPassword, openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';
import { Teammate } from '../support/journeys/teammate';

describe('What a conversation says instead of messages', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('before there is a room: sign in, then choose one', async () => {
    const window = await workbench.open();
    const conversation = new Conversation(window.page);

    await window.page.keyboard.press('Control+Alt+B');
    await conversation.says('Sign in to read and write messages here.').waitFor();
    await window.screenshot('face-1-signed-out');
    await conversation.button('Sign In').click();
    await answerByPassword(new QuickInput(window.page), server());
    await conversation.says('Select a room or a thread to read it here.').waitFor();
    await window.screenshot('face-2-no-room');
    await conversation.button('Go to Room…').click();
    await new QuickInput(window.page).choose(/^planner/);

    await conversation.appear('planner');
  });

  it('where one cannot write: why, and what one can do', async () => {
    const { window, page, rooms } = await openSignedIn(workbench, server());
    const conversation = new Conversation(page);
    const answer = new AnswerArea(conversation);

    await rooms.row('key-rotation').click();
    await conversation.appear('key-rotation');
    await answer.closed('This room is encrypted.').waitFor();
    await window.screenshot('face-3-encrypted');
    await rooms.row('announcements').click();
    await conversation.appear('announcements');
    await answer.closed('This room is read-only.').waitFor();
    await window.screenshot('face-4-read-only');
    await goToRoom(page, 'peak-season-load-test');
    await conversation.appear('peak-season-load-test');
    await answer.closed('This room is archived.').waitFor();
    await window.screenshot('face-5-archived');
    await goToRoom(page, 'mapping');
    await conversation.appear('mapping');
    await answer.closed('You have not joined mapping.').waitFor();
    await window.screenshot('face-6-not-a-member');
    await conversation.button('Join mapping').click();
    await conversation.box.waitFor();

    await conversation.send('Hello, mappers.');
    await conversation.message('Hello, mappers.').waitFor();
  });

  it('in a room that one is sent away from: that it is not open any more', async () => {
    const { window, page } = await openSignedIn(workbench, server());
    const conversation = new Conversation(page);
    await goToRoom(page, 'security-review');
    await conversation.appear('security-review');

    new Teammate(server(), 'nadia').sendsAway('alice', 'security-review');
    await conversation.says('This room is not there any more, or not open to you.').waitFor();
    await window.screenshot('face-7-sent-away');

    await conversation.button('Go to Room…').waitFor();
  });

  it('while the server asks to slow down: when messages come, be they the first, newer or older ones', async () => {
    const { window, page, rooms } = await openSignedIn(workbench, server());
    const conversation = new Conversation(page);
    // The page is loaded once, before anything that ends soon.
    await rooms.row('planner').click();
    await conversation.appear('planner');
    server().faults.add({ ...tooFast(5), path: '/api/v1/*history' });

    await rooms.row('dispatch-api').click();
    await conversation.says(/The server asks to slow down\. Messages come in \d+ s\./).waitFor();
    await window.screenshot('face-8-slowed-down');
    await conversation.appear('dispatch-api');

    await isLive(server());
    server().faults.add({ ...tooFast(5), path: '/api/v1/chat.syncMessages' });
    server().sockets.cut();
    new Teammate(server(), 'ben').says('dispatch-api', 'Said meanwhile.');
    const newer = conversation.says(/The server asks to slow down\. Newer in \d+ s\./);
    await newer.waitFor();
    await window.screenshot('face-8-slowed-down-newer');
    await conversation.message('Said meanwhile.').waitFor();
    await newer.waitFor({ state: 'hidden' });

    server().faults.add({ ...tooFast(60), path: '/api/v1/*history' });
    await conversation.scrollUpTo('With me on holiday');
    await conversation.all.getByText(/Older in \d+ s/).waitFor();
    await window.screenshot('face-8-slowed-down-older');
    assert.equal(await newer.count(), 0);
  });

  it('offline: messages stay, what is written goes out once the server is back', async () => {
    const { window, page, rooms } = await openSignedIn(workbench, server());
    const conversation = new Conversation(page);
    await rooms.row('planner').click();
    await conversation.appear('planner');

    server().faults.add({ kind: 'drop', path: '*' });
    server().sockets.refuse('refuse');
    server().sockets.cut();
    await conversation.says('The server cannot be reached.').waitFor();
    await conversation.send('Written on the train.');
    const written = conversation.message('Written on the train.');
    await written.getByText('sending').waitFor();
    await window.screenshot('face-9-offline');
    server().faults.clear();
    server().sockets.accept();

    await written.getByText('sending').waitFor({ state: 'hidden' });
    await conversation.says('The server cannot be reached.').waitFor({ state: 'hidden' });
    const said = server()
      .world.messages.inRoom(roomId('planner'))
      .filter(({ msg }) => msg.includes('train'));
    assert.equal(said.length, 1);
  });
});

/** As the server refuses who asks too often. */
function tooFast(seconds: number) {
  const error = `Error, too many requests. Please slow down. You must wait ${seconds} seconds before trying this endpoint again. [error-too-many-requests]`;
  return { kind: 'status', status: 429, body: { success: false, error }, times: 1 } as const;
}
