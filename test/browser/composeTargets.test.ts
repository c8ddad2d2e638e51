import assert from 'node:assert/strict';
import { roomId } from '../server/data/demo/ids';
import { useWorkbench } from '../support/host/useWorkbench';
import { Composer } from '../support/journeys/composer';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';

describe('A message to several rooms and people', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('says where it has arrived and where not, and is sent again only there', async () => {
    const { window, page } = await openSignedIn(workbench, server());
    const composer = await Composer.open(page);
    await composer.addressTo('planner');
    await composer.addressTo('Ben Okafor');
    await composer.text.fill('The depot opens at six tomorrow.');
    await window.screenshot('compose-targets-1-two');
    silence('planner', ['alice']);

    await composer.send.click();
    await composer.outcome(/planner: not sent\. .*muted/).waitFor();
    await composer.outcome(/Ben Okafor: delivered/).waitFor();
    await window.screenshot('compose-targets-2-one-refused');
    assert.deepEqual([saidIn('planner'), saidIn('alice+ben')], [0, 1]);
    silence('planner', []);
    await composer.button(/^Retry/).click();
    await composer.isGone();

    assert.deepEqual([saidIn('planner'), saidIn('alice+ben')], [1, 1]);
  });

  it('is not begun where nobody may write', async () => {
    const { window, page } = await openSignedIn(workbench, server());
    const composer = await Composer.open(page);

    await composer.paste('{ "channel": "#announcements", "text": "Free beer" }');
    await composer.target('announcements').waitFor();
    await composer.problem('You cannot write in announcements. This room is read-only.').waitFor();
    await composer.text.press('Control+Enter');
    await composer.hasFocus(composer.to);
    await window.screenshot('compose-targets-3-read-only');

    assert.ok(await composer.send.isDisabled());
    assert.equal(saidIn('announcements', 'Free beer'), 0);
  });

  /** Alice's client does not hear of it before it tries. */
  function silence(room: string, silenced: string[]): void {
    const known = server().world.rooms.byId(roomId(room));
    if (known) known.muted = silenced;
  }

  function saidIn(room: string, words = 'The depot opens'): number {
    return server()
      .world.messages.inRoom(roomId(room))
      .filter(({ msg }) => msg.startsWith(words)).length;
  }
});
