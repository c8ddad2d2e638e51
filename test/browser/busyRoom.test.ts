import assert from 'node:assert/strict';
import { runCommand } from '../support/host/quickInput';
import { useWorkbench } from '../support/host/useWorkbench';
import { Conversation } from '../support/journeys/conversation';
import { pictureConversation, pictureTab, wideWindow } from '../support/journeys/conversationLooks';
import { MessageMenu } from '../support/journeys/messageMenu';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';

describe('A busy room', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('looks well in each width, and so do the attachments of a bot', async function () {
    this.timeout(300_000);
    const { window, page, rooms } = await openSignedIn(workbench, server(), wideWindow);
    const room = new Conversation(page);
    const { host } = workbench;
    const scene = (name: string, show: () => Promise<void>) => async () => {
      await rooms.row(name).click();
      await room.appear(name);
      await show();
    };
    const says = (words: string) => () => room.show(room.message(words));
    await scene('planner', () => room.toEnd())();

    await pictureConversation(host, window, {
      'room-1-latest': scene('planner', () => room.toEnd()),
      'room-2-folded': says('Re-planning got slow'),
      'room-3-code': says('Review wanted'),
      'releases-1-latest': scene('releases', () => room.toEnd()),
      'releases-2-fields': says('Test coverage of the week'),
      'releases-3-colors': says('deployment to production failed'),
    });

    const maintenance = room.message('Maintenance: VPN certificates');
    await maintenance.getByText('Connections are cut once').waitFor({ state: 'hidden' });
    await maintenance.getByRole('button', { name: 'Show attachment' }).click();
    await maintenance.getByText('Connections are cut once').waitFor();

    await runCommand(page, 'Rocket.Chat: Open in Editor');
    const tab = new Conversation(page, 'editor');
    await tab.appear('releases');
    await pictureTab(window, 'releases-in-a-tab', () => tab.show(tab.message('Test coverage of the week')));
  });

  it('folds what is long, and says what can be done with a message', async () => {
    const { window, page, rooms } = await openSignedIn(workbench, server());
    const conversation = new Conversation(page);
    const menu = new MessageMenu(page);
    await rooms.row('planner').click();
    await conversation.appear('planner');

    const hunt = conversation.message('Re-planning got slow');
    const more = hunt.getByRole('button', { name: 'Show more' });
    await more.click();
    await hunt.getByRole('button', { name: 'Show less' }).click();
    await more.waitFor();

    const windows = conversation.message('Time windows: the planner');
    await windows.hover();
    for (const name of ['Add Reaction', 'Reply in Thread', 'Star'])
      await windows.getByRole('button', { name, exact: true }).waitFor();
    await window.screenshot('room-4-hover-bar');
    await windows.getByRole('button', { name: 'More Actions…' }).click();
    const byMouse = await menu.entries();
    await window.screenshot('room-5-menu');
    await menu.close();
    await windows.focus();
    await conversation.hasFocus(windows);
    await page.keyboard.press('Shift+F10');

    assert.deepEqual(await menu.entries(), byMouse);
    assert.deepEqual(byMouse, ofOthers);
  });
});

/** A plain member may not pin in this room, and not change what others wrote. */
const ofOthers = [
  'Reply in Thread',
  'Quote Message',
  'Add Reaction',
  'Star Message',
  'Mark Unread from Message',
  'Unfollow Thread',
  'Copy Message Text',
  'Copy Message Link',
  'Start Discussion from Message',
  'Ignore User',
  'Report Message',
  'Open Message in Browser',
];
