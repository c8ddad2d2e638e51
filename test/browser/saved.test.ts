import assert from 'node:assert/strict';
import { userId } from '../server/data/demo/ids';
import { runCommand } from '../support/host/quickInput';
import { eventually } from '../support/eventually';
import { useWorkbench } from '../support/host/useWorkbench';
import { isLive } from '../support/journeys/live';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';

const route = '/api/v1/chat.getStarredMessages';
const first = /, dispatch-api$/;

describe('The Saved section', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('finds my stars of all rooms when asked to look, by keyboard, and loses them with the star', async () => {
    const { window, page, rooms } = await openSignedIn(workbench, server(), {
      viewport: { width: 1280, height: 1200 },
    });
    await isLive(server());

    await runCommand(page, 'Rocket.Chat: Focus on Rooms View');
    await rooms.walkTo('Saved');
    await page.keyboard.press('ArrowRight');
    await rooms.row(/^Look in \d+ more rooms, about \d+ minutes?$/).waitFor();
    await rooms.walkTo(/^Look in \d+ more rooms/);
    await window.screenshot('saved-1-look');
    assert.deepEqual(server().requests.to('GET', route), []);
    const held = server().faults.add({ kind: 'hold', path: route, times: 1 });
    await page.keyboard.press('Enter');
    await rooms.row(/^Looking in \d+ more rooms, about \d+ minutes?\. Run again to stop$/).waitFor();
    await window.screenshot('saved-2-looking');
    held.release();
    await rooms.row(/^Look/).waitFor({ state: 'hidden' });
    await rooms.walkTo(first);
    const { length } = stars();
    assert.equal(await rooms.focused().getAttribute('aria-setsize'), String(length));
    await window.screenshot('saved-3-found');
    const name = (await rooms.focused().getAttribute('aria-label')) ?? '';
    await rooms.chooseByKeys('Unstar Message');
    await rooms.row(name).waitFor({ state: 'hidden' });

    await window.screenshot('saved-4-star-taken');
    await eventually('a star less', () => stars().length === length - 1);
  });

  /** Of alice, where she is. */
  function stars() {
    const { subscriptions, messages } = server().world;
    const found = subscriptions.ofUser(userId('alice')).flatMap(({ rid }) => messages.inRoom(rid));
    return found.filter(({ starred = [] }) => starred.some(({ _id }) => _id === userId('alice')));
  }
});
