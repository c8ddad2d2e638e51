import assert from 'node:assert/strict';
import { ask, listIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { person, workspace } from '../../support/workspace';

const start = '2026-03-02T09:00:00.000Z';

describe('users.setStatus', () => {
  let time = Date.parse(start);
  beforeEach(() => {
    time = Date.parse(start);
  });
  const server = eachWithServer({ clock: 'runs', wallClock: () => time });
  const set = (body: object, as = 'ann') => ask(server(), 'POST users.setStatus', { as, body });
  const get = (query: Record<string, string> = {}) =>
    ask(server(), 'GET users.getStatus', { as: 'ann', query });

  it('says how one is, and why', async () => {
    await set({ status: 'busy', message: ' in a call ' });

    const ann = server().world.users.byUsername('ann');
    assert.equal(ann?.statusText, 'in a call');
    assert.deepEqual((await get()).body, {
      _id: 'ann-id',
      status: 'busy',
      connectionStatus: 'offline',
      statusSource: 'manual',
      success: true,
    });
  });

  it('ends when it was said to', async () => {
    await set({ status: 'busy', message: 'lunch', expiresAt: '2026-03-02T10:00:00.000Z' });
    const during = await get();
    time += 60 * 60_000;
    const after = await get();

    assert.equal(during.body['statusExpiresAt'], '2026-03-02T10:00:00.000Z');
    assert.equal(after.body['status'], 'offline');
    assert.equal(server().world.users.byUsername('ann')?.statusText, '');
  });

  it('says nothing of the connections of others', async () => {
    const { body } = await get({ username: 'bob' });

    assert.deepEqual(body, { _id: 'bob-id', status: 'offline', success: true });
  });

  it('is for others too, by the administrator', async () => {
    const refused = await set({ status: 'away', userId: 'bob-id' });
    await set({ status: 'away', userId: 'bob-id' }, 'root');

    assert.deepEqual([refused.status, refused.body['error']], [403, 'unauthorized']);
    assert.equal((await get({ userId: 'bob-id' })).body['status'], 'away');
  });

  const refusals: [object, string][] = [
    [{}, 'Match error: Failed Match.OneOf, Match.Maybe or Match.Optional validation'],
    [
      { status: 'gone' },
      'Valid status types include online, away, offline, and busy. [error-invalid-status]',
    ],
    [{ status: 'busy', expiresAt: 'soon' }, 'Invalid expiresAt date string [error-invalid-date]'],
    [
      { status: 'busy', expiresAt: '2026-03-02T08:00:00.000Z' },
      'expiresAt must be a future date [error-invalid-date]',
    ],
    [{ message: 'x', colour: 'red' }, 'must NOT have additional properties'],
  ];
  for (const [body, error] of refusals) {
    it(`refuses ${JSON.stringify(body)}`, async () => {
      const answer = await set(body);

      assert.deepEqual([answer.status, answer.body['error']], [400, error]);
    });
  }

  const closed: [string, object, string][] = [
    [
      'Accounts_AllowInvisibleStatusOption',
      { status: 'offline' },
      'Invisible status is disabled [error-status-not-allowed]',
    ],
    [
      'Accounts_AllowUserStatusMessageChange',
      { message: 'x' },
      'Change status is not allowed [error-not-allowed]',
    ],
  ];
  for (const [setting, body, error] of closed) {
    it(`is refused without ${setting}`, async () => {
      server().settings.set(setting, false);

      assert.equal((await set(body)).body['error'], error);
    });
  }

  it('has a limit of its own', async () => {
    server().settings.set('API_Enable_Rate_Limiter', true);

    assert.equal((await set({ message: 'x' })).headers.get('x-ratelimit-limit'), '5');
  });
});

describe('users.getPresence', () => {
  const server = eachWithServer();
  const get = (query: Record<string, string> = {}) =>
    ask(server(), 'GET users.getPresence', { as: 'ann', query });

  it('says more of oneself than of others', async () => {
    const own = { presence: 'offline', connectionStatus: 'offline', success: true };

    assert.deepEqual((await get()).body, own);
    assert.deepEqual((await get({ userId: 'bob-id' })).body, { presence: 'offline', success: true });
  });

  it('refuses who is not there', async () => {
    assert.equal((await get({ userId: 'x' })).body['errorType'], 'error-invalid-user');
  });
});

describe('presence before 8.6', () => {
  const server = eachWithServer({
    version: '8.5.0',
    data: workspace(person('eve', { status: 'busy', statusText: 'in a call' })),
  });

  it('does not say where it comes from', async () => {
    const { body } = await ask(server(), 'GET users.presence', { as: 'ann', query: { ids: 'eve-id' } });

    const [eve] = listIn(body, 'users');
    assert.deepEqual([eve?.['statusText'], eve?.['statusSource']], ['in a call', undefined]);
  });
});

describe('users.setStatus before 8.6', () => {
  const server = eachWithServer({ version: '8.5.0' });

  it('knows no end', async () => {
    const body = { status: 'busy', expiresAt: '2026-03-02T10:00:00.000Z' };

    assert.equal((await ask(server(), 'POST users.setStatus', { as: 'ann', body })).status, 400);
  });
});
