import assert from 'node:assert/strict';
import { freePort } from '../support/host/port';
import { useWorkbench } from '../support/host/useWorkbench';
import { beginSignIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';

describe('Signing in where there is no server', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('says so in place, keeps the address, and goes on once it is right', async () => {
    const window = await workbench.open();
    const input = await beginSignIn(window.page);
    const nobody = `http://127.0.0.1:${await freePort()}`;

    await input.answer(nobody);
    await input.asks(`${nobody} cannot be reached. Check the address and the network.`);
    await window.screenshot('server-not-reachable');
    const kept = await input.input.inputValue();
    await input.answer(server().url);
    await input.asks('How do you sign in');

    assert.equal(kept, nobody);
  });

  it('tells a server of another kind from one that is away', async () => {
    server().faults.add({ kind: 'html', path: '*' });
    const window = await workbench.open();
    const input = await beginSignIn(window.page);

    await input.answer(server().url);

    await input.asks(`There is no Rocket.Chat server at ${server().url}.`);
    await window.screenshot('server-not-rocket-chat');
  });
});
