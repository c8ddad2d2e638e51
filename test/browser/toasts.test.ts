import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { roomId, userId } from '../server/data/demo/ids';
import type { Message } from '../server/world/documents';
import { QuickInput, runCommand } from '../support/host/quickInput';
import { eventually } from '../support/eventually';
import { useWorkbench } from '../support/host/useWorkbench';
import type { WorkbenchOptions } from '../support/host/workbench';
import { Conversation } from '../support/journeys/conversation';
import { isLive } from '../support/journeys/live';
import { RoomRows } from '../support/journeys/roomRows';
import { closeSettings, writeSettings } from '../support/journeys/preferences';
import { openSignedIn } from '../support/journeys/signIn';
import { StatusItem } from '../support/journeys/statusItem';
import { eachWithTeam } from '../support/journeys/team';
import { Teammate } from '../support/journeys/teammate';
import { Toast } from '../support/journeys/toast';

describe('A message by somebody else', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();
  const ben = () => new Teammate(server(), 'ben');

  it('is announced, and answered from there', async () => {
    const { window, page, rooms, toast } = await openLive({ viewport: { width: 1280, height: 1200 } });
    const input = new QuickInput(page);

    ben().says('alice+ben', 'Do you have a minute?');
    await toast.says('ben: Do you have a minute?');
    await window.screenshot('toast-1-direct');
    await toast.press('Reply');
    await input.asks('Reply to ben');
    await input.asks('Do you have a minute?');
    await window.screenshot('toast-2-reply');
    await input.answer('In five.');
    await rooms.row(/^Ben Okafor, direct message$/).waitFor();

    await window.screenshot('toast-3-replied');
    await eventually('the reply', () => saidLast('alice+ben').msg === 'In five.');
    assert.deepEqual(saidLast('alice+ben'), { by: 'alice', msg: 'In five.', tmid: undefined });
    await eventually('the room read', () => unreadIn('alice+ben')?.unread === 0);
  });

  it('in my thread is told as an answer, replied to there, and shown by Open', async () => {
    const { window, page, rooms, toast } = await openLive();
    const conversation = new Conversation(page);
    const threads = new RoomRows(page, 'Threads');
    const question = new Teammate(server(), 'alice').says('console', 'Who owns the legend?');

    ben().answers(question, 'Mei does.');
    await toast.says('ben answered in #console: Mei does.');
    await window.screenshot('toast-4-answer');
    await toast.press('Reply');
    await new QuickInput(page).answer('Thank you.');
    await rooms.row(/^console, channel, favorite$/).waitFor();
    const reply = saidLast('console');
    ben().answers(question, 'Any time.');
    await toast.says('ben answered in #console: Any time.');
    await threads.row(/Who owns the legend.*, 3 replies, unread/).waitFor();
    await toast.press('Open');
    await conversation.title('Who owns the legend?').waitFor();
    await conversation.all.getByText('New messages', { exact: true }).waitFor();
    await conversation.hasFocus(conversation.message('Any time.'));
    await threads.row(/Who owns the legend.*, 3 replies$/).waitFor();
    await rooms.row(/^console, channel, favorite$/).waitFor();

    await window.screenshot('toast-5-opened');
    assert.deepEqual(reply, { by: 'alice', msg: 'Thank you.', tmid: question._id });
  });

  it('is told together with others, and not where it is on the screen', async () => {
    const { window, rooms, toast } = await openLive();
    await rooms.open('console', 'Mentions');
    await rooms.row('Mentions').click();
    await rooms.row('No mentions yet').waitFor();

    ben().says('console', '@alice This you see.');
    await rooms.row(/This you see/).waitFor();
    ben().says('alice+ben', 'One thing');
    ben().says('alice+ben', 'and another.');
    new Teammate(server(), 'mei').says('alice+mei', 'Good evening!');
    await toast.says('3 new messages in 2 rooms');
    await window.screenshot('toast-6-several');

    assert.equal(await toast.button('Reply').count(), 0);
  });

  it('is not announced while snoozed, nor where notifications are off', async () => {
    const { window, page, rooms, toast } = await openLive();
    const status = new StatusItem(page);

    await runCommand(page, 'Rocket.Chat: Snooze Notifications');
    await new QuickInput(page).choose('For 1 Hour');
    await status.says('Rocket.Chat: notifications snoozed');
    ben().says('alice+ben', 'Nobody hears this.');
    await rooms.row('Ben Okafor, direct message, 3 unread').waitFor();
    await window.screenshot('toast-7-snoozed');
    await runCommand(page, 'Rocket.Chat: End Snooze');
    await status.says('Rocket.Chat, 6 waiting for you');
    await choose('off', page);
    ben().says('alice+ben', 'Nor this.');
    await rooms.row('Ben Okafor, direct message, 4 unread').waitFor();
    await choose('all', page);
    ben().says('alice+ben', 'But this.');

    // Whatever was kept back would be told together with it.
    await toast.says('ben: But this.');
    await window.screenshot('toast-8-after-quiet');
  });

  async function openLive(options?: WorkbenchOptions) {
    const opened = await openSignedIn(workbench, server(), options);
    await isLive(server());
    return { ...opened, toast: new Toast(opened.page) };
  }

  /** What the extension is asked after VS Code has told it of its settings, it does by them. */
  async function choose(notifications: 'all' | 'off', page: Page): Promise<void> {
    const isOn = notifications === 'all';
    await writeSettings(page, { 'rocketchat.notifications': notifications, 'window.commandCenter': isOn });
    await page
      .locator('.part.titlebar .command-center .search-label')
      .waitFor({ state: isOn ? 'visible' : 'hidden' });
    await closeSettings(page);
    await runCommand(page, 'Rocket.Chat: Go to Room…');
    await new QuickInput(page).asks('Go to Room');
    await page.keyboard.press('Escape');
  }

  function saidLast(room: string): Pick<Message, 'msg' | 'tmid'> & { readonly by: string } {
    const last = server().world.messages.inRoom(roomId(room)).at(-1) ?? assert.fail('Nothing was said');
    return { by: last.u.username, msg: last.msg, tmid: last.tmid };
  }

  function unreadIn(room: string) {
    return server().world.subscriptions.of(userId('alice'), roomId(room));
  }
});
