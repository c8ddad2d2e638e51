import assert from 'node:assert/strict';
import { ask, each, itemIn, listIn, type Item } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { person, workspace } from '../../support/workspace';

function userIn(body: Item): Item {
  return itemIn(body, 'user');
}

describe('users.info', () => {
  const server = eachWithServer();
  const info = (query: Record<string, string>, as = 'ann') => ask(server(), 'GET users.info', { as, query });

  const ways: Record<string, string>[] = [
    { userId: 'bob-id' },
    { username: 'bob' },
    { username: 'bob-id' },
    { email: 'bob@example.com' },
  ];
  for (const query of ways) {
    it(`finds by ${JSON.stringify(query)}`, async () => {
      const { body } = await info(query);

      assert.equal(userIn(body)['_id'], 'bob-id');
    });
  }

  it('keeps the address and roles of others to itself', async () => {
    const { body } = await info({ userId: 'bob-id' });

    assert.deepEqual(userIn(body), {
      _id: 'bob-id',
      username: 'bob',
      name: 'Bob',
      type: 'user',
      status: 'offline',
      statusText: '',
      utcOffset: 0,
      active: true,
      canViewAllInfo: false,
    });
  });

  it('shows them to oneself and to the administrator', async () => {
    const own = userIn((await info({ userId: 'ann-id' })).body);
    const other = userIn((await info({ userId: 'bob-id' }, 'root')).body);

    assert.deepEqual(own['roles'], ['user']);
    assert.deepEqual(other['emails'], [{ address: 'bob@example.com', verified: true }]);
  });

  it('tells the person alone how one signs in, but no secret', async () => {
    const own = userIn((await info({ userId: 'ann-id' })).body);
    const other = userIn((await info({ userId: 'ann-id' }, 'root')).body);

    assert.deepEqual([own['services'], other['services']], [{ password: true }, undefined]);
  });

  it('shows others the fields that are public', async () => {
    server().settings.set('Accounts_CustomFields', '{"team":{"public":true},"shoe":{}}');
    await ask(server(), 'POST users.updateOwnBasicInfo', {
      as: 'bob',
      body: { data: {}, customFields: { team: 'red' } },
    });
    await ask(server(), 'POST users.updateOwnBasicInfo', {
      as: 'bob',
      body: { data: {}, customFields: { shoe: '42' } },
    });

    const other = userIn((await info({ userId: 'bob-id' })).body);
    const own = userIn((await info({ userId: 'bob-id' }, 'bob')).body);

    assert.deepEqual(
      [other['customFields'], own['customFields']],
      [{ team: 'red' }, { team: 'red', shoe: '42' }],
    );
  });

  it('shows the own rooms on request', async () => {
    const { body } = await info({ userId: 'ann-id', includeUserRooms: 'true' });

    const rooms = listIn(userIn(body), 'rooms');
    assert.deepEqual(
      rooms.map(({ rid, name, t, unread }) => ({ rid, name, t, unread })),
      [{ rid: 'GENERAL', name: 'general', t: 'c', unread: 0 }],
    );
  });

  it('shows the rooms of others to nobody but the administrator', async () => {
    const query = { userId: 'bob-id', includeUserRooms: 'true' };

    assert.equal('rooms' in userIn((await info(query)).body), false);
    assert.equal('rooms' in userIn((await info(query, 'root')).body), true);
  });

  const strangers: Record<string, string>[] = [
    { username: 'nobody' },
    { importId: '1' },
    { freeSwitchExtension: '100' },
  ];
  for (const query of strangers) {
    it(`refuses an unknown user: ${JSON.stringify(query)}`, async () => {
      const { status, body } = await info(query);

      assert.equal(status, 400);
      assert.deepEqual(body, { success: false, error: 'User not found.' });
    });
  }

  it('wants one way to find the user', async () => {
    const { status, body } = await info({});

    assert.equal(status, 400);
    assert.equal(body['errorType'], 'error-invalid-params');
    assert.match(String(body['error']), /^must have required property 'userId'\n must have/);
  });
});

describe('users.presence', () => {
  const server = eachWithServer({
    data: workspace(
      person('eve', { status: 'busy', statusText: 'in a call' }),
      person('kim', { status: 'away' }),
    ),
  });
  const presence = (query: Record<string, string> = {}) =>
    ask(server(), 'GET users.presence', { as: 'ann', query });
  const names = (body: Item) => each(listIn(body, 'users'), 'username').sort();

  it('lists who is there', async () => {
    const { body } = await presence();

    assert.deepEqual(names(body), ['eve', 'kim', 'rocket.cat']);
    assert.equal(body['full'], true);
  });

  it('says how someone is', async () => {
    const { body } = await presence({ ids: 'eve-id' });

    assert.deepEqual(body, {
      users: [
        {
          _id: 'eve-id',
          username: 'eve',
          name: 'Eve',
          status: 'busy',
          statusText: 'in a call',
          utcOffset: 0,
          statusSource: 'manual',
        },
      ],
      full: false,
      success: true,
    });
  });

  it('names no source of what follows from being there', async () => {
    const { body } = await presence({ ids: 'kim-id' });

    assert.deepEqual(each(listIn(body, 'users'), 'statusSource'), [undefined]);
  });

  it('takes several ids, and leaves out who is offline', async () => {
    const { body } = await presence({ ids: 'eve-id,bob-id,kim-id' });

    assert.deepEqual(names(body), ['eve', 'kim']);
  });

  it('lists only changes since a moment ago', async () => {
    const kim = server().world.users.byUsername('kim') ?? assert.fail();
    kim._updatedAt = '2026-03-02T08:50:30.000Z';

    const { body } = await presence({ from: '2026-03-02T08:55:00.000Z' });

    assert.deepEqual(names(body), ['eve', 'rocket.cat']);
    assert.equal(body['full'], false);
  });

  it('lists all after a longer gap', async () => {
    const { body } = await presence({ from: '2026-03-02T08:50:00.000Z' });

    assert.equal(body['full'], true);
  });

  it('is empty where the server does not tell', async () => {
    server().settings.set('Presence_broadcast_disabled', true);

    assert.deepEqual((await presence()).body, { users: [], full: true, success: true });
  });
});

describe('users.list', () => {
  const server = eachWithServer();

  it('shows addresses to the administrator alone', async () => {
    const mine = await ask(server(), 'GET users.list', { as: 'ann' });
    const all = await ask(server(), 'GET users.list', { as: 'root', query: { count: '1' } });

    const names = each(listIn(mine.body, 'users'), 'username');
    assert.deepEqual(names, [...names].sort());
    assert.deepEqual(Object.keys(listIn(mine.body, 'users')[0] ?? {}).includes('emails'), false);
    assert.deepEqual(Object.keys(listIn(all.body, 'users')[0] ?? {}).includes('emails'), true);
    assert.deepEqual([all.body['count'], all.body['total']], [1, names.length]);
  });
});
