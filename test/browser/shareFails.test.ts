import assert from 'node:assert/strict';
import { roomId } from '../server/data/demo/ids';
import { makeRepository } from '../support/demo/repository';
import { notification } from '../support/host/layout';
import { QuickInput } from '../support/host/quickInput';
import { useWorkbench } from '../support/host/useWorkbench';
import { Editor } from '../support/journeys/editor';
import { temporaryFolder } from '../support/journeys/folders';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';

describe('Sharing over a bad line', () => {
  const server = eachWithTeam();
  const folder = temporaryFolder();
  const workbench = useWorkbench();

  it('never posts twice, however often it is tried, and goes by itself when the line is back', async () => {
    await makeRepository(folder());
    const { window, page } = await openSignedIn(workbench, server(), { folder: folder() });
    const input = new QuickInput(page);
    const unsent = page.getByRole('button', { name: '1 not sent to Rocket.Chat' });
    const tryAgain = page.getByRole('button', { name: 'Try Again' });
    await new Editor(page).open('timeWindow.ts');

    refuse();
    await page.keyboard.press('Alt+Shift+S');
    await input.choose('planner');
    await notification(page, 'Not shared with planner.').waitFor();
    await unsent.waitFor();
    await window.screenshot('share-fails-1-not-shared');
    loseRequest();
    loseAnswer();
    await tryAgain.click();
    await notification(page, 'Will be shared with planner when the connection is back.').waitFor();
    await window.screenshot('share-fails-2-waits');
    await notification(page, 'Shared with planner.').waitFor();
    await window.screenshot('share-fails-3-shared');

    await unsent.waitFor({ state: 'hidden' });
    const sent = server().requests.to('POST', '/api/v1/chat.sendMessage');
    const [id, ...others] = new Set(sent.map(({ body }) => idIn(body)));
    const posted = server().world.messages.inRoom(roomId('planner'));
    assert.deepEqual([sent.length, others], [3, []]);
    assert.equal(posted.filter(({ _id }) => _id === id).length, 1);
    assert.equal(posted.filter(({ msg }) => msg.includes('timeWindow.ts:1')).length, 1);
  });

  /** An app of the server says no, once. */
  function refuse(): void {
    const body = { success: false, error: 'Maintenance takes no messages just now.' };
    server().faults.add({ kind: 'status', status: 400, body, path: '/api/v1/chat.sendMessage', times: 1 });
  }

  /** The server does not see the message. */
  function loseRequest(): void {
    server().faults.add({ kind: 'drop', path: '/api/v1/chat.sendMessage', times: 1 });
  }

  /** The server has the message, and does not say so. */
  function loseAnswer(): void {
    server().faults.add({ kind: 'drop', path: '/api/v1/chat.sendMessage', times: 1, after: true });
  }
});

function idIn(body: string): string {
  // What our own client sent.
  return (JSON.parse(body) as { message: { _id: string } }).message._id;
}
