import assert from 'node:assert/strict';
import { Settings, settingsFromEnvironment } from '../../server/settings';
import { startServer } from '../../server/server';
import { ask, each, listIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';

describe('settings.public', () => {
  const server = eachWithServer();

  async function listed(query: Record<string, string> = {}) {
    const { body } = await ask(server(), 'GET settings.public', { query });
    return { ...body, total: Number(body['total']), settings: listIn(body, 'settings') };
  }

  it('shows anyone the first 50, sorted', async () => {
    const { settings, total, ...page } = await listed();

    const ids = each(settings, '_id');
    assert.deepEqual([ids.length, page], [50, { count: 50, offset: 0, success: true }]);
    assert.deepEqual(ids, [...ids].sort());
    assert.ok(total > 100);
  });

  it('goes on where the page before has ended', async () => {
    const first = await listed({ count: '100' });
    const second = await listed({ count: '100', offset: '100' });

    const ids = each([...first.settings, ...second.settings], '_id');
    assert.equal(new Set(ids).size, first.total);
  });

  it('finds a few by their ids', async () => {
    const { settings, total } = await listed({ _id: 'Site_Url, Message_MaxAllowedSize' });

    assert.deepEqual(settings, [
      { _id: 'Message_MaxAllowedSize', value: 5000 },
      { _id: 'Site_Url', value: server().url },
    ]);
    assert.equal(total, 2);
  });

  it('tells one workspace from another', async () => {
    const { settings } = await listed({ _id: 'uniqueID' });

    assert.match(String(settings[0]?.['value']), /^\w{17}$/);
  });

  it('knows nothing of private and unknown ones', async () => {
    const { settings, total } = await listed({ _id: 'API_CORS_Origin,Nothing' });

    assert.deepEqual([settings, total], [[], 0]);
  });

  it('refuses a key that it does not know', async () => {
    const { status, body } = await ask(server(), 'GET settings.public', { query: { _: '123' } });

    assert.equal(status, 400);
    assert.equal(body['error'], 'must NOT have additional properties');
  });
});

describe('settings.oauth', () => {
  it('lists the services that the server was started with', async () => {
    const services = [{ _id: 'x', name: 'github', clientId: 'abc', buttonLabelText: '', custom: false }];
    const server = await startServer({ data: 'empty', oauthServices: services });

    const { body } = await ask(server, 'GET settings.oauth');
    await server.close();

    assert.deepEqual(body, { services, success: true });
  });
});

describe('settingsFromEnvironment', () => {
  it('reads each by the type of its default', () => {
    const found = settingsFromEnvironment({
      OVERWRITE_SETTING_API_Enable_Rate_Limiter: 'false',
      OVERWRITE_SETTING_Message_MaxAllowedSize: '200',
      OVERWRITE_SETTING_Site_Name: 'Lab',
      OVERWRITE_SETTING_Hide_System_Messages: 'uj,ul',
      HOME: '/root',
    });

    assert.deepEqual(found, {
      API_Enable_Rate_Limiter: false,
      Message_MaxAllowedSize: 200,
      Site_Name: 'Lab',
      Hide_System_Messages: ['uj', 'ul'],
    });
  });

  it('limits no calls in test mode', () => {
    const env = { TEST_MODE: 'true', OVERWRITE_SETTING_API_Enable_Rate_Limiter: 'true' };

    assert.deepEqual(settingsFromEnvironment(env), { API_Enable_Rate_Limiter: false });
  });

  it('ignores what the server does not know', () => {
    assert.deepEqual(settingsFromEnvironment({ OVERWRITE_SETTING_Nothing: '1' }), {});
  });
});

describe('Settings', () => {
  it('refuses an id that is not there: a mistake of the program', () => {
    assert.throws(() => new Settings({ Nothing: 1 }), /No setting Nothing/);
  });
});
