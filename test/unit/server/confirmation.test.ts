import assert from 'node:assert/strict';
import { generateSync } from 'otplib';
import { passwordDigest } from '../../server/world/users';
import { ask, itemIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { person } from '../../support/workspace';
import { noon, town } from './town';

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const plain = town();
const data = {
  ...plain,
  users: [...plain.users, person('tom', { totpSecret: secret }), person('mia', { emailSecondFactor: true })],
};

describe('a second factor for one call', () => {
  let time = 0;
  beforeEach(() => {
    time = Date.parse(noon);
  });
  const server = eachWithServer({ data, now: noon, wallClock: () => time });

  const make = (tokenName: string, as = 'ann', headers: Record<string, string> = {}) =>
    ask(server(), 'POST users.generatePersonalAccessToken', { as, body: { tokenName }, headers });
  const byPassword = (word: string) => ({ 'x-2fa-method': 'password', 'x-2fa-code': passwordDigest(word) });
  const codeNow = () => generateSync({ secret, epoch: Math.floor(time / 1000) });

  it('is the password for who has no other', async () => {
    const asked = await make('one');
    const given = await make('one', 'ann', byPassword('ann-password'));

    assert.equal(asked.status, 400);
    assert.deepEqual(asked.body, {
      success: false,
      error: 'TOTP Required [totp-required]',
      errorType: 'totp-required',
      details: { method: 'password', codeGenerated: false, availableMethods: [] },
    });
    assert.equal(given.status, 200);
  });

  it('is refused when it is wrong', async () => {
    const { status, body } = await make('one', 'ann', byPassword('no'));

    assert.deepEqual([status, body['error']], [400, 'TOTP Invalid [totp-invalid]']);
  });

  it('is the code of the authenticator, whatever way is named', async () => {
    const asked = await make('one', 'tom', byPassword('tom-password'));
    const given = await make('one', 'tom', { 'x-2fa-method': 'totp', 'x-2fa-code': codeNow() });

    assert.deepEqual(itemIn(asked.body, 'details')['method'], 'totp');
    assert.equal(given.status, 200);
  });

  it('is the code of the e-mail that the first call has sent', async () => {
    const { body } = await make('one', 'mia');
    const code = server().emailCode('mia') ?? 'none';
    const given = await make('one', 'mia', { 'x-2fa-method': 'email', 'x-2fa-code': code });

    assert.equal(itemIn(body, 'details')['codeGenerated'], true);
    assert.equal(given.status, 200);
  });

  it('is remembered for a while', async () => {
    await make('one', 'ann', byPassword('ann-password'));
    time += 29 * 60_000;
    const soon = await make('two');
    time += 2 * 60_000;
    const late = await make('three');

    assert.deepEqual([soon.status, late.status], [200, 400]);
  });

  it('is remembered of that program alone', async () => {
    await make('one', 'ann', byPassword('ann-password'));

    assert.equal((await make('two', 'ann', { 'user-agent': 'another' })).status, 400);
  });

  it('is not asked for of a token made to go without', async () => {
    const body = { tokenName: 'robot', bypassTwoFactor: true };
    const path = 'POST users.generatePersonalAccessToken';
    const made = await ask(server(), path, { as: 'ann', body, headers: byPassword('ann-password') });
    const headers = { 'X-User-Id': 'ann-id', 'X-Auth-Token': String(made.body['token']) };

    const { status } = await ask(server(), path, { headers, body: { tokenName: 'other' } });

    assert.equal(status, 200);
  });

  it('is not asked for soon after the account was made', async () => {
    const user = server().world.users.byUsername('ann') ?? assert.fail();
    user.createdAt = new Date(Date.parse(noon) - 60_000).toISOString();

    assert.equal((await make('one')).status, 200);
  });

  for (const setting of ['Enabled', 'Enforce_Password_Fallback']) {
    it(`is not asked for without ${setting}`, async () => {
      server().settings.set(`Accounts_TwoFactorAuthentication_${setting}`, false);

      assert.equal((await make('one')).status, 200);
    });
  }

  it('comes after what else may be wrong with the call', async () => {
    const { body } = await ask(server(), 'POST users.generatePersonalAccessToken', { as: 'ann', body: {} });

    assert.equal(body['error'], "must have required property 'tokenName'");
  });
});
