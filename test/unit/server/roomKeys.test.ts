import assert from 'node:assert/strict';
import { ask, itemIn, listIn, textIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';

/** What scripts find in a room without asking whether it is there. */
const keys = [
  '_id',
  '_updatedAt',
  'default',
  'fname',
  'msgs',
  'name',
  'ro',
  'sysMes',
  't',
  'ts',
  'u',
  'usersCount',
];

describe('a new room', () => {
  const server = eachWithServer();

  for (const [family, key] of [
    ['channels', 'channel'],
    ['groups', 'group'],
  ] as const) {
    it(`of ${family} has these keys and no others`, async () => {
      const { body } = await ask(server(), `POST ${family}.create`, { as: 'root', body: { name: 'dev' } });
      const roomId = textIn(itemIn(body, key), '_id');

      const info = await ask(server(), 'GET rooms.info', { as: 'root', query: { roomId } });

      assert.deepEqual(Object.keys(itemIn(info.body, 'room')).sort(), keys);
    });
  }

  it('of two people says that it is no default and not read-only', async () => {
    await ask(server(), 'POST im.create', { as: 'root', body: { username: 'bob' } });

    const { body } = await ask(server(), 'GET im.list.everyone', { as: 'root' });

    const [direct] = listIn(body, 'ims');
    assert.deepEqual([direct?.['ro'], direct?.['sysMes'], direct?.['default']], [false, true, false]);
  });

  it('of many names them in the order of their names', async () => {
    await ask(server(), 'POST users.update', {
      as: 'root',
      body: { userId: 'ann-id', data: { name: 'Zoe' } },
    });

    const { body } = await ask(server(), 'POST im.create', { as: 'root', body: { usernames: 'ann,bob' } });

    const room = itemIn(body, 'room');
    const rid = textIn(room, '_id');
    assert.deepEqual(room['usernames'], ['bob', 'root', 'ann']);
    assert.equal(server().world.subscriptions.of('root-id', rid)?.fname, 'Bob, Zoe');
    assert.equal(server().world.subscriptions.of('root-id', rid)?.name, 'bob, ann');
  });
});
