import assert from 'node:assert/strict';
import { eventually } from '../support/eventually';
import { QuickInput, runCommand } from '../support/host/quickInput';
import { useWorkbench } from '../support/host/useWorkbench';
import { Conversation } from '../support/journeys/conversation';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';
import { Teammate } from '../support/journeys/teammate';

/** More than a page of a conversation loads at once. */
const chatter = 400;
const wanted = 'left turns across tram lines';

describe('Searching messages', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('leads from the header far back, and from there to the latest', async () => {
    const ben = new Teammate(server(), 'ben');
    for (let at = 1; at <= chatter; at += 1) ben.says('planner', `Run ${at} of the nightly bench is green.`);
    const { window, page, rooms } = await openSignedIn(workbench, server());
    const conversation = new Conversation(page);
    const input = new QuickInput(page);
    await rooms.row('planner').click();
    await conversation.appear('planner');

    await conversation.button('Search Messages').click();
    await input.asks('Search Messages in planner');
    await input.row('from:me').waitFor();
    await window.screenshot('search-1-words');
    await input.answer('tram');
    await input.row(wanted).waitFor();
    await window.screenshot('search-2-found');
    await input.choose(wanted);
    await conversation.flashing(wanted).waitFor();
    await window.screenshot('search-3-far-back');
    assert.equal(await conversation.message(`Run ${chatter} of`).count(), 0);

    const latest = conversation.button('Jump to latest');
    await latest.click();
    await conversation.message(`Run ${chatter} of`).waitFor();
    await latest.waitFor({ state: 'hidden' });
  });

  it('looks for a pattern, from the palette and from a row', async () => {
    const { window, page, rooms } = await openSignedIn(workbench, server());
    const conversation = new Conversation(page);
    const input = new QuickInput(page);

    await rooms.choose('console', 'Search Messages…');
    await input.asks('Search Messages in console');
    await page.keyboard.press('Escape');
    await rooms.row('planner').click();
    await conversation.appear('planner');
    await runCommand(page, 'Rocket.Chat: Search Messages…');
    await input.asks('Search Messages in planner');
    await input.input.fill('cost \\d+ s now');
    await input.box.getByRole('checkbox', { name: 'Use Regular Expression' }).click();
    await input.input.press('Enter');
    await input.row(wanted).waitFor();
    await window.screenshot('search-4-pattern');
    await eventually('the pattern', () => searched('/cost \\d+ s now/'));
    await input.box.getByRole('checkbox', { name: 'Match Case' }).click();
    await eventually('the search anew', () => searched('/cost \\d+ s now/', 1));
    await input.row(wanted).waitFor();
    await input.choose(wanted);
    await conversation.flashing(wanted).waitFor();
  });

  function searched(text: string, least = 0): boolean {
    const asked = server()
      .requests.to('GET', '/api/v1/chat.search')
      .map(({ path }) => new URL(path, server().url).searchParams.get('searchText') ?? '');
    return asked.filter((one) => one.startsWith(text)).length > least;
  }
});
