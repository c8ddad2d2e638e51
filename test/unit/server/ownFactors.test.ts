import assert from 'node:assert/strict';
import { passwordDigest } from '../../server/world/users';
import { ask } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { person } from '../../support/workspace';
import { noon, town } from './town';

const plain = town();
const data = {
  ...plain,
  users: [...plain.users, person('tom', { totpSecret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' })],
};

describe('second factors of an account', () => {
  const server = eachWithServer({ data, now: noon });
  const call = (name: string, as: string, body: object = {}) =>
    ask(server(), `POST ${name}`, {
      as,
      body,
      headers: { 'x-2fa-method': 'password', 'x-2fa-code': passwordDigest(`${as}-password`) },
    });
  const login = (user: string) =>
    ask(server(), 'POST login', { body: { user, password: `${user}-password` } });

  it('may come by e-mail', async () => {
    await call('users.2fa.enableEmail', 'ann');

    assert.equal((await login('ann')).body['error'], 'totp-required');
  });

  it('need an address that somebody has verified', async () => {
    const [email] = server().world.users.byUsername('ann')?.emails ?? [];
    if (email) email.verified = false;

    assert.equal((await call('users.2fa.enableEmail', 'ann')).body['errorType'], 'error-invalid-user');
  });

  it('no longer come by e-mail, for who gives one more', async () => {
    await call('users.2fa.enableEmail', 'ann');
    const asked = await call('users.2fa.disableEmail', 'ann');
    const headers = { 'x-2fa-method': 'email', 'x-2fa-code': server().emailCode('ann') ?? 'none' };
    await ask(server(), 'POST users.2fa.disableEmail', { as: 'ann', headers });

    assert.equal(asked.status, 400);
    assert.equal((await login('ann')).status, 200);
  });

  it('are taken away by the administrator', async () => {
    const refused = await call('users.resetTOTP', 'ann', { username: 'tom' });
    const done = await call('users.resetTOTP', 'root', { username: 'tom' });

    assert.deepEqual([refused.body['errorType'], done.status], ['error-not-allowed', 200]);
    assert.equal((await login('tom')).status, 200);
  });
});

describe('users.resetE2EKey', () => {
  const server = eachWithServer({ data, now: noon });
  const reset = (as: string, body: object = {}) =>
    ask(server(), 'POST users.resetE2EKey', {
      as,
      body,
      headers: { 'x-2fa-method': 'password', 'x-2fa-code': passwordDigest(`${as}-password`) },
    });

  it('lets one sign in anew', async () => {
    const done = await reset('bob');

    assert.equal(done.status, 200);
    assert.equal((await ask(server(), 'GET me', { as: 'bob' })).status, 401);
  });

  it('is done for others by the administrator alone', async () => {
    const refused = await reset('ann', { userId: 'bob-id' });
    const done = await reset('root', { userId: 'bob-id' });

    assert.deepEqual([refused.body['errorType'], done.status], ['error-not-allowed', 200]);
    assert.equal((await ask(server(), 'GET me', { as: 'bob' })).status, 401);
  });
});

describe('users.deleteOwnAccount', () => {
  const server = eachWithServer({ data });
  const leave = (password: string) =>
    ask(server(), 'POST users.deleteOwnAccount', {
      as: 'carol',
      body: { password: passwordDigest(password) },
    });

  it('is for who is allowed to and knows the password', async () => {
    const closed = await leave('carol-password');
    server().settings.set('Accounts_AllowDeleteOwnAccount', true);
    const wrong = await leave('no');
    await leave('carol-password');

    const codes = [closed, wrong].map(({ body }) => body['errorType']);
    assert.deepEqual(codes, ['error-not-allowed', 'error-invalid-password']);
    assert.equal(server().world.users.byId('carol-id'), undefined);
  });
});
