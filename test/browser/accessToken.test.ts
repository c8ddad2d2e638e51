import assert from 'node:assert/strict';
import { ALICE_ACCESS_TOKEN } from '../server/data/demo/people';
import { userId } from '../server/data/demo/ids';
import type { QuickInput } from '../support/host/quickInput';
import { useWorkbench } from '../support/host/useWorkbench';
import { RoomRows } from '../support/journeys/roomRows';
import { beginSignIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';

describe('Signing in by access token', () => {
  const server = eachWithTeam({ oauthServices: [{ service: 'keycloak', buttonLabelText: 'Heron ID' }] });
  const workbench = useWorkbench();

  it('comes first where there is single sign-on, and opens the page that makes tokens', async () => {
    const window = await workbench.open();
    const { page } = window;
    const input = await beginSignIn(page);

    await input.answer(server().url);
    await input.asks('How do you sign in');
    await window.screenshot('access-token-1-way');
    const [opened] = await Promise.all([page.waitForEvent('popup'), input.input.press('Enter')]);
    await input.asks('Make a personal access token');
    await window.screenshot('access-token-2-token');
    await input.answer(ALICE_ACCESS_TOKEN);
    await new RoomRows(page).appear();

    // This host leads addresses of its own machine through a path of its own.
    assert.ok(opened.url().endsWith(`${server().port}/account/tokens`), opened.url());
  });

  it('takes all that the page shows', async () => {
    const window = await workbench.open();
    const { page } = window;
    const input = await beginSignIn(page);

    await input.answer(server().url);
    await Promise.all([page.waitForEvent('popup'), input.choose('Access Token')]);
    await input.asks('Make a personal access token');
    await paste(input, `Token: ${ALICE_ACCESS_TOKEN}\nYour user Id: ${userId('alice')}`);
    await new RoomRows(page).appear();

    await window.screenshot('access-token-3-rooms');
  });
});

/** As text comes from the clipboard: a line break in it does not answer the question. */
async function paste(input: QuickInput, text: string): Promise<void> {
  await input.input.focus();
  await input.input.page().keyboard.insertText(text);
  await input.input.press('Enter');
}
