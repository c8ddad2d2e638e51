import assert from 'node:assert/strict';
import { ask, itemIn, textIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';

const eve = { username: 'eve', name: 'Eve', email: 'eve@example.com', pass: 'pass' };

describe('users.register', () => {
  const server = eachWithServer({ data: 'empty' });
  const register = (over: object = {}, as?: string) =>
    ask(server(), 'POST users.register', { as, body: { ...eve, ...over } });

  it('makes an account that can sign in', async () => {
    const { status, body } = await register();
    const login = await ask(server(), 'POST login', { body: { user: 'eve', password: 'pass' } });

    assert.equal(status, 200);
    const { _id, ...user } = itemIn(body, 'user');
    assert.match(String(_id), /^\w{17}$/);
    assert.deepEqual(user, {
      username: 'eve',
      name: 'Eve',
      type: 'user',
      status: 'offline',
      statusText: '',
      utcOffset: 0,
      active: true,
    });
    assert.equal(login.status, 200);
  });

  it('makes the first one the administrator', async () => {
    await register();
    await register({ username: 'kim', email: 'kim@example.com' });

    const { users } = server().world;
    assert.equal(server().settings.get('Show_Setup_Wizard'), 'in_progress');
    assert.equal(users.byUsername('eve')?.roles.includes('admin'), true);
    assert.equal(users.byUsername('kim')?.roles.includes('admin'), false);
  });

  it('takes a short password, as no policy asks for more', async () => {
    const { status } = await register({ pass: 'p' });

    assert.equal(status, 200);
  });

  it('lets the new one into the default channels', async () => {
    await register();

    const user = server().world.users.byUsername('eve');
    assert.ok(server().world.subscriptions.of(user?._id ?? '', 'GENERAL'));
  });

  it('leaves the account inactive where someone has to approve it', async () => {
    server().settings.set('Accounts_ManuallyApproveNewUsers', true);

    await register();
    const login = await ask(server(), 'POST login', { body: { user: 'eve', password: 'pass' } });

    assert.equal(login.body['error'], 'error-user-is-not-activated');
  });

  const plain: [string, object, string][] = [
    ['markup in the name', { name: '<b>' }, 'Name contains invalid characters'],
    ['no name', { name: undefined }, "Match error: Missing key 'name'"],
    ['a user name with a space', { username: 'e ve' }, 'The username provided is not valid'],
    ['a user name in use', { username: 'Rocket.Cat' }, 'Username is already in use'],
    ['an address in use', { email: 'Rocket.Cat@example.com' }, 'Email already exists'],
  ];
  for (const [name, over, error] of plain) {
    it(`refuses ${name}`, async () => {
      const { status, body } = await register(over);

      assert.equal(status, 400);
      assert.deepEqual(body, { success: false, error });
    });
  }

  const coded: [string, object, string][] = [
    ['an empty password', { pass: ' ' }, 'error-password-policy-not-met'],
    ['an address without a host', { email: 'eve' }, 'error-invalid-email'],
    ['a key too many', { admin: true }, 'invalid-params'],
    ['a missing key', { email: undefined }, 'invalid-params'],
  ];
  for (const [name, over, errorType] of coded) {
    it(`refuses ${name}`, async () => {
      const { status, body } = await register(over);

      assert.equal(status, 400);
      assert.equal(body['errorType'], errorType);
    });
  }

  it('refuses who is signed in', async () => {
    await register();
    const login = await ask(server(), 'POST login', { body: { user: 'eve', password: 'pass' } });
    const data = itemIn(login.body, 'data');
    const headers = { 'X-User-Id': textIn(data, 'userId'), 'X-Auth-Token': textIn(data, 'authToken') };

    const { body } = await ask(server(), 'POST users.register', { body: eve, headers });

    assert.equal(body['error'], 'Logged in users can not register again.');
  });

  it('refuses everyone where registration is switched off', async () => {
    server().settings.set('Accounts_RegistrationForm', 'Disabled');

    const { body } = await register();

    assert.equal(body['error'], 'User registration is disabled [error-user-registration-disabled]');
  });

  it('wants the secret of the secret URL', async () => {
    server().settings.set('Accounts_RegistrationForm', 'Secret URL');

    const without = await register();
    const withIt = await register({ secret: 'secret' });

    assert.equal(without.body['errorType'], 'error-user-registration-secret');
    assert.equal(withIt.status, 200);
  });

  it('refuses hosts that are not on the list', async () => {
    server().settings.set('Accounts_AllowedDomainsList', 'corp.example');

    assert.equal((await register()).body['errorType'], 'error-invalid-domain');
    assert.equal((await register({ email: 'eve@corp.example' })).status, 200);
  });

  it('has a limit of its own', async () => {
    server().settings.set('API_Enable_Rate_Limiter', true);

    const first = await register();
    const second = await register({ username: 'kim', email: 'kim@example.com' });

    assert.equal(first.headers.get('x-ratelimit-limit'), '1');
    assert.deepEqual([first.status, second.status], [200, 429]);
  });
});
