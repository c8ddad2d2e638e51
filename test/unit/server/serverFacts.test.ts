import assert from 'node:assert/strict';
import { ask, itemIn, listIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { said, town } from './town';

const data = town({ messages: [said('one', 5)] });

describe('statistics', () => {
  const server = eachWithServer({ data });
  const statistics = (as: string, name = 'statistics') => ask(server(), `GET ${name}`, { as });

  it('counts people, places and messages', async () => {
    const { body } = await statistics('root');

    const { totalUsers, totalDirect, totalMessages, version } = body;
    assert.deepEqual([totalUsers, totalDirect, totalMessages, version], [6, 1, 1, '8.8.1']);
  });

  it('come as a list, too', async () => {
    const { body } = await statistics('root', 'statistics.list');

    assert.deepEqual([listIn(body, 'statistics').length, body['total']], [1, 1]);
  });

  for (const name of ['statistics', 'statistics.list']) {
    it(`are not for everyone: ${name}`, async () => {
      const { status, body } = await statistics('ann', name);

      assert.deepEqual([status, body], [400, { success: false, error: 'error-not-allowed' }]);
    });
  }
});

describe('licenses', () => {
  const server = eachWithServer({ data });
  const get = (name: string, as = 'root') => ask(server(), `GET licenses.${name}`, { as });

  it('are none', async () => {
    const { body } = await get('info');

    const { license, activeModules, hasValidLicense } = itemIn(body, 'license');
    assert.deepEqual([license, activeModules, hasValidLicense], [undefined, [], false]);
    assert.equal((await get('isEnterprise')).body['isEnterprise'], false);
  });

  it('say what was granted, and the whole of it to who may see it', async () => {
    server().world.licences.add('message-read-receipt');

    const [mine, all] = [await get('info', 'ann'), await get('info')];

    assert.deepEqual(itemIn(mine.body, 'license')['activeModules'], ['message-read-receipt']);
    assert.deepEqual('license' in itemIn(mine.body, 'license'), false);
    assert.deepEqual('license' in itemIn(all.body, 'license'), true);
  });

  it('limit nobody', async () => {
    const { body } = await get('maxActiveUsers', 'ann');

    assert.deepEqual(body, { maxActiveUsers: null, activeUsers: 5, success: true });
  });
});

describe('instances.get', () => {
  const server = eachWithServer({ data });

  it('is not for everyone', async () => {
    const mine = await ask(server(), 'GET instances.get', { as: 'ann' });
    const all = await ask(server(), 'GET instances.get', { as: 'root' });

    assert.deepEqual([mine.status, mine.body['error']], [403, 'unauthorized']);
    assert.deepEqual(
      listIn(all.body, 'instances').map(
        ({ instanceRecord }) => itemIn({ instanceRecord }, 'instanceRecord')['name'],
      ),
      ['rocket.chat'],
    );
  });
});

describe('a password policy', () => {
  const server = eachWithServer({ data, settings: { Accounts_Password_Policy_Enabled: true } });
  const policy = async () => (await ask(server(), 'GET pw.getPolicy')).body;
  const register = (pass: string) =>
    ask(server(), 'POST users.register', {
      body: { username: 'eve', name: 'Eve', email: 'eve@example.com', pass },
    });

  it('is gone where it is switched off', async () => {
    server().settings.set('Accounts_Password_Policy_Enabled', false);

    assert.deepEqual(await policy(), { enabled: false, policy: [], success: true });
  });

  it('says what it wants', async () => {
    assert.deepEqual((await policy())['policy'], [
      ['get-password-policy-minLength', { minLength: 14 }],
      ['get-password-policy-forbidRepeatingCharacters'],
      ['get-password-policy-forbidRepeatingCharactersCount', { forbidRepeatingCharactersCount: 3 }],
      ['get-password-policy-mustContainAtLeastOneLowercase'],
      ['get-password-policy-mustContainAtLeastOneUppercase'],
      ['get-password-policy-mustContainAtLeastOneNumber'],
      ['get-password-policy-mustContainAtLeastOneSpecialCharacter'],
    ]);
  });

  const passwords: [string, string[]][] = [
    ['short', ['minLength', 'oneUppercase', 'oneNumber', 'oneSpecial']],
    ['AAAA-1111-long-enough', ['repeatingCharacters']],
    ['ALL-UPPER-CASE-1', ['oneLowercase']],
    ['Long-Enough-4-all', []],
  ];
  for (const [password, codes] of passwords) {
    it(`finds in ${password} what is missing`, async () => {
      const { body } = await register(password);

      const reasons = body['details'] === undefined ? [] : listIn(body, 'details');
      assert.deepEqual(
        reasons.map(({ error }) => error),
        codes.map((code) => `error-password-policy-not-met-${code}`),
      );
    });
  }
});

describe('fields of the workspace’s own', () => {
  const server = eachWithServer({ data });
  const register = (customFields: object) =>
    ask(server(), 'POST users.register', {
      body: { username: 'eve', name: 'Eve', email: 'eve@example.com', pass: 'A-secret-of-14', customFields },
    });

  it('are kept as far as they are defined', async () => {
    server().settings.set('Accounts_CustomFields', '{"team":{"type":"select","options":["red","blue"]}}');

    await register({ team: 'red', other: 1 });

    assert.deepEqual(server().world.users.byUsername('eve')?.customFields, { team: 'red' });
  });

  const refusals: [object, object, string][] = [
    [{ required: true }, {}, 'Field team is required'],
    [{ type: 'select', options: ['red'] }, { team: 'blue' }, 'Value for field team is invalid'],
    [{ maxLength: 2 }, { team: 'red' }, 'Max length of field team 2'],
    [{ minLength: 4 }, { team: 'red' }, 'Min length of field team 4'],
  ];
  for (const [definition, given, reason] of refusals) {
    it(`keep to their rules: ${reason}`, async () => {
      server().settings.set('Accounts_CustomFields', JSON.stringify({ team: definition }));

      const { body } = await register(given);

      assert.equal(body['error'], `${reason} [error-user-registration-custom-field]`);
    });
  }
});

describe('users.listTeams', () => {
  const server = eachWithServer({ data });
  const teams = async (as: string) =>
    listIn(
      (await ask(server(), 'GET users.listTeams', { as, query: { userId: 'ann-id' } })).body,
      'teams',
    ).map(({ name, isOwner }) => [name, isOwner]);

  it('keeps private teams among their members', async () => {
    assert.deepEqual(await teams('bob'), [['core', true]]);
    assert.deepEqual(await teams('carol'), []);
    assert.deepEqual(await teams('root'), [['core', true]]);
  });
});
