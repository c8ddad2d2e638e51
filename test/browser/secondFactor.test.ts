import assert from 'node:assert/strict';
import { generateSync } from 'otplib';
import { GRACE_TOTP_SECRET } from '../server/data/demo/people';
import { useWorkbench } from '../support/host/useWorkbench';
import { RoomRows } from '../support/journeys/roomRows';
import { answerByPassword, beginSignIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';

describe('Signing in with a second factor', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('asks for the code of the authenticator, and again after a wrong one', async () => {
    const window = await workbench.open();
    const input = await beginSignIn(window.page);

    await answerByPassword(input, server(), { user: 'grace' });
    await input.asks('Code that your authenticator app shows');
    await window.screenshot('second-factor-1-authenticator');
    await input.answer('000 000');
    await input.asks('The code is wrong or too old. 2 tries are left.');
    await window.screenshot('second-factor-2-wrong-code');
    await input.answer(generateSync({ secret: GRACE_TOTP_SECRET }));

    await new RoomRows(window.page).appear();
  });

  it('asks for the code of an e-mail, which can be sent again', async () => {
    const window = await workbench.open();
    const input = await beginSignIn(window.page);

    await answerByPassword(input, server(), { user: 'ivo' });
    await input.asks('has sent to your e-mail address');
    const first = server().emailCode('ivo');
    await input.press('Send the Code Again');
    await input.asks('A new code is on its way.');
    await window.screenshot('second-factor-3-e-mail');
    const second = server().emailCode('ivo') ?? '';
    await input.answer(second);
    await new RoomRows(window.page).appear();

    assert.notEqual(second, first);
  });
});
