import assert from 'node:assert/strict';
import { ask, each, listIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';

const settings = { Accounts_TwoFactorAuthentication_Enabled: false };

describe('settings', () => {
  const server = eachWithServer({ settings });
  const list = (as: string, query: Record<string, string> = {}) =>
    ask(server(), 'GET settings', { as, query: { count: '0', ...query } });

  it('shows the private ones to the administrator alone', async () => {
    const [mine, all] = [await list('ann'), await list('root')];

    const has = (body: Record<string, unknown>) =>
      each(listIn(body, 'settings'), '_id').includes('API_Default_Count');
    assert.deepEqual([has(mine.body), has(all.body)], [false, true]);
  });

  it('tells what they were at first on request', async () => {
    server().settings.set('Site_Name', 'Lab');

    const { body } = await list('root', { includeDefaults: 'true' });

    const found = listIn(body, 'settings').find(({ _id }) => _id === 'Site_Name');
    assert.deepEqual(found, { _id: 'Site_Name', value: 'Lab', packageValue: 'Rocket.Chat' });
  });
});

describe('settings/:id', () => {
  const server = eachWithServer({ settings });
  const get = (id: string, as = 'root') => ask(server(), `GET settings/${id}`, { as });
  const set = (id: string, body: object, as = 'root') => ask(server(), `POST settings/${id}`, { as, body });
  const volume = 'Accounts_Default_User_Preferences_masterVolume';

  it('is read and set by the administrator, and told on', async () => {
    const heard: unknown[] = [];
    server().world.events.on('setting', (id, value) => heard.push([id, value]));

    const { status } = await set('Site_Name', { value: 'Lab' });

    assert.equal(status, 200);
    assert.deepEqual((await get('Site_Name')).body, { _id: 'Site_Name', value: 'Lab', success: true });
    assert.deepEqual(heard, [['Site_Name', 'Lab']]);
  });

  it('is nothing for others', async () => {
    const answers = [await get('Site_Name', 'ann'), await set('Site_Name', { value: 'x' }, 'ann')];

    assert.deepEqual(
      answers.map(({ status }) => status),
      [403, 403],
    );
  });

  it('fails without a word where it is not there, or nothing is given', async () => {
    const answers = [await get('Nothing'), await set('Nothing', { value: 1 }), await set('Site_Name', {})];

    assert.deepEqual(
      answers.map(({ status, body }) => [status, body]),
      answers.map(() => [400, { success: false }]),
    );
  });

  const bounds: [string, string][] = [
    ['-1', `Value for setting ${volume} must be greater than or equal to 0 [error-invalid-setting-value]`],
    ['101', `Value for setting ${volume} must be less than or equal to 100 [error-invalid-setting-value]`],
  ];
  for (const [value, error] of bounds) {
    it(`keeps ${value} out of a volume`, async () => {
      assert.equal((await set(volume, { value })).body['error'], error);
    });
  }
});

describe('a number among the settings', () => {
  const server = eachWithServer({ settings });
  const set = (value: unknown) =>
    ask(server(), 'POST settings/API_Default_Count', { as: 'root', body: { value } });

  it('may come as a text', async () => {
    await set('20');

    assert.equal(server().world.number('API_Default_Count'), 20);
  });

  it('is no other text', async () => {
    const { status, body } = await set('many');

    const error = 'Invalid setting value many [error-invalid-setting-value]';
    assert.deepEqual([status, body['error']], [400, error]);
    assert.equal(server().world.number('API_Default_Count'), 50);
  });
});

describe('POST settings', () => {
  const server = eachWithServer({ settings });
  const set = (changes: object[], as = 'root') =>
    ask(server(), 'POST settings', { as, body: { settings: changes } });

  it('sets several', async () => {
    await set([
      { _id: 'Site_Name', value: 'Lab' },
      { _id: 'Threads_enabled', value: false },
    ]);

    const { world } = server();
    assert.deepEqual([world.text('Site_Name'), world.isOn('Threads_enabled')], ['Lab', false]);
  });

  it('sets none if one is of the wrong kind', async () => {
    const { body } = await set([
      { _id: 'Site_Name', value: 'Lab' },
      { _id: 'Threads_enabled', value: 'no' },
    ]);

    assert.equal(body['error'], 'Match error: Expected boolean, got string');
    assert.equal(server().world.text('Site_Name'), 'Rocket.Chat');
  });

  it('is not for everyone', async () => {
    const { body } = await set([{ _id: 'Site_Name', value: 'x' }], 'ann');

    assert.equal(body['error'], 'Editing settings is not allowed [error-action-not-allowed]');
    assert.deepEqual(body['details'], { method: 'saveSettings', settingIds: ['Site_Name'] });
  });
});

describe('settings.public before 7.0', () => {
  const server = eachWithServer({ version: '6.13.0' });

  it('does not look for ids', async () => {
    assert.equal((await ask(server(), 'GET settings.public', { query: { _id: 'Site_Url' } })).status, 400);
  });
});
