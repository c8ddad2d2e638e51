import assert from 'node:assert/strict';
import { roomId, userId } from '../server/data/demo/ids';
import { eventually } from '../support/eventually';
import { runCommand } from '../support/host/quickInput';
import { useWorkbench } from '../support/host/useWorkbench';
import { isLive } from '../support/journeys/live';
import { RoomRows } from '../support/journeys/roomRows';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';
import { Teammate } from '../support/journeys/teammate';

const thread = /^ben, Re-planning got slow/;
/** Rooms where all was read, and somebody who is there. */
const quiet = {
  console: 'ben',
  'zuerich-pilot': 'ben',
  'nordic-rollout': 'jonas',
  'security-review': 'tomas',
  'field-tests': 'lea',
};

describe('Marking as read', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('is done by the person, for a room or a thread, and not by opening rows', async () => {
    const { window, page, rooms } = await openLive();
    const threads = new RoomRows(page, 'Threads');
    await rooms.row('dispatch-api').hover();
    await window.screenshot('mark-read-1-inline');
    await rooms.press('dispatch-api', 'Mark Room Read');
    await rooms.row(/^dispatch-api, channel$/).waitFor();
    await window.screenshot('mark-read-2-room');
    await eventually('the room read', () => subscription('dispatch-api')?.alert === false);
    server().requests.clear();
    await rooms.open('planner', 'Threads');
    await rooms.open('Threads', thread);
    await rooms.open(thread, /@alice, could you .*, unread/);
    await threads.open(thread, /@alice, could you .*, unread/);
    assert.deepEqual(writes(), []);

    await threads.choose(thread, 'Mark Thread Read');
    await threads.row(/^ben, Re-planning got slow.*, 80 replies, pinned, starred$/).waitFor();

    await window.screenshot('mark-read-3-thread');
    await eventually('the thread read', () => (subscription('planner')?.tunread ?? []).length === 0);
  });

  it('of many rooms asks first', async () => {
    const { window, page, rooms } = await openLive();
    const question = page.getByRole('dialog', { name: /Mark 12 rooms as read\?/ });
    for (const [room, name] of Object.entries(quiet))
      new Teammate(server(), name).says(room, 'Is anybody here?');

    await rooms.row('Unread, 12 rooms').waitFor();
    await runCommand(page, 'Rocket.Chat: Mark All Rooms Read');
    await question.waitFor();
    await window.screenshot('mark-read-4-all');
    await question.getByRole('button', { name: 'Cancel' }).click();
    await question.waitFor({ state: 'hidden' });
    assert.deepEqual(writes(), []);
    await runCommand(page, 'Rocket.Chat: Mark All Rooms Read');
    await question.getByRole('button', { name: 'Mark as Read' }).click();
    await rooms.row('Unread, 0 rooms').waitFor();

    await window.screenshot('mark-read-5-all-read');
    await eventually('all is read', () => unread().join() === 'releases');
  });

  async function openLive() {
    const opened = await openSignedIn(workbench, server());
    await isLive(server());
    return opened;
  }

  /** Whatever tells the server that something was read. */
  function writes(): string[] {
    const asked = server()
      .requests.all()
      .map(({ method, path }) => `${method} ${path}`);
    return asked.filter((request) => /^POST .*read/i.test(request));
  }

  /** Rooms that are listed; of one she does not want to see that it is unread. */
  function unread(): string[] {
    const listed = server().world.subscriptions.ofUser(userId('alice'));
    return listed.filter(({ alert, open }) => alert && open).map(({ name }) => name);
  }

  function subscription(room: string) {
    return server().world.subscriptions.of(userId('alice'), roomId(room));
  }
});
