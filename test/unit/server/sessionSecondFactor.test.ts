import assert from 'node:assert/strict';
import { generateSync } from 'otplib';
import { ask, itemIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { person, workspace } from '../../support/workspace';

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const start = Date.parse('2026-03-02T09:00:10.000Z');
const data = workspace(
  person('tom', { totpSecret: secret }),
  person('mia', { emailSecondFactor: true }),
  person('zoe', { totpSecret: secret, emailSecondFactor: true }),
);

describe('a second factor', () => {
  let time = start;
  const server = eachWithServer({ data, wallClock: () => time });
  beforeEach(() => {
    time = start;
  });

  const login = (user: string, more: object = {}, headers: Record<string, string> = {}) =>
    ask(server(), 'POST login', { body: { user, password: `${user}-password`, ...more }, headers });
  const codeAt = (at: number) => generateSync({ secret, epoch: Math.floor(at / 1000) });
  const mailed = (user: string) => server().emailCode(user) ?? 'none';

  it('is asked for where the user has an authenticator', async () => {
    const { status, body } = await login('tom');

    assert.equal(status, 401);
    assert.deepEqual(body, {
      success: false,
      status: 'error',
      error: 'totp-required',
      message: 'TOTP Required',
      details: { method: 'totp', codeGenerated: false, availableMethods: ['totp'] },
    });
  });

  it('is not asked for after a wrong password', async () => {
    const { body } = await login('tom', { password: 'no' });

    assert.equal(body['error'], 'Unauthorized');
  });

  it('is taken from the body', async () => {
    assert.equal((await login('tom', { code: codeAt(time) })).status, 200);
  });

  it('is taken from the header', async () => {
    assert.equal((await login('tom', {}, { 'x-2fa-code': codeAt(time) })).status, 200);
  });

  it('may be one step late, not two', async () => {
    const late = await login('tom', { code: codeAt(time - 30_000) });
    const tooLate = await login('tom', { code: codeAt(time - 60_000) });

    assert.deepEqual([late.status, tooLate.status], [200, 401]);
  });

  it('is refused when it is wrong', async () => {
    const { status, body } = await login('tom', { code: '000000' });

    assert.equal(status, 401);
    assert.equal(body['error'], 'totp-invalid');
    assert.equal(body['message'], 'TOTP Invalid');
    assert.deepEqual(body['details'], {
      method: 'totp',
      codeGenerated: false,
      availableMethods: ['totp'],
    });
  });

  it('is not asked for where the server has switched it off', async () => {
    server().settings.set('Accounts_TwoFactorAuthentication_Enabled', false);

    assert.equal((await login('tom')).status, 200);
  });

  it('is not asked for again with a token', async () => {
    assert.equal((await ask(server(), 'POST login', { body: { resume: 'tom-token' } })).status, 200);
  });

  it('goes by e-mail, and says when a code was sent', async () => {
    const { body } = await login('mia');

    assert.equal(body['error'], 'totp-required');
    assert.deepEqual(body['details'], {
      method: 'email',
      codeGenerated: true,
      emailOrUsername: 'mia',
      availableMethods: ['email'],
    });
    assert.equal((await login('mia', { code: mailed('mia') })).status, 200);
  });

  it('keeps the code that is on its way', async () => {
    await login('mia');
    const code = mailed('mia');
    const { body } = await login('mia');

    assert.deepEqual(body['details'], {
      method: 'email',
      codeGenerated: false,
      emailOrUsername: 'mia',
      codeExpires: new Date(start + 3_600_000).toISOString(),
      availableMethods: ['email'],
    });
    assert.equal(mailed('mia'), code);
  });

  it('is sent once more on request', async () => {
    await login('mia');
    server().codes.forget();

    const { body } = await ask(server(), 'POST users.2fa.sendEmailCode', {
      body: { emailOrUsername: 'mia' },
    });

    assert.deepEqual(body, { success: true });
    assert.equal((await login('mia', { code: mailed('mia') })).status, 200);
  });

  it('is said to be sent to people who are not there', async () => {
    const body = { emailOrUsername: 'nobody' };

    assert.deepEqual((await ask(server(), 'POST users.2fa.sendEmailCode', { body })).body, { success: true });
  });

  it('is not sent to no one', async () => {
    const { status, body } = await ask(server(), 'POST users.2fa.sendEmailCode', { body: {} });

    assert.equal(status, 400);
    assert.equal(body['errorType'], 'error-parameter-required');
  });

  it('expires', async () => {
    await login('mia');
    const code = mailed('mia');
    time += 3_600_001;

    assert.equal((await login('mia', { code })).body['error'], 'totp-invalid');
  });

  it('ends after five wrong codes', async () => {
    await login('mia');
    const errors = [];
    for (let attempt = 0; attempt < 5; attempt++)
      errors.push((await login('mia', { code: 'x' })).body['error']);

    assert.deepEqual(errors, [...Array<string>(4).fill('totp-invalid'), 'totp-max-attempts']);
  });

  it('goes by the way that the client names', async () => {
    const first = await login('zoe', {}, { 'x-2fa-method': 'email' });
    const headers = { 'x-2fa-method': 'email', 'x-2fa-code': mailed('zoe') };

    assert.deepEqual(itemIn(first.body, 'details')['availableMethods'], ['totp', 'email']);
    assert.equal((await login('zoe', {}, headers)).status, 200);
  });
});
