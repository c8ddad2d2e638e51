import assert from 'node:assert/strict';
import { each, listIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { asking, refuses } from './refusals';
import { noon, town } from './town';

const data = town();

describe('rooms.adminRooms', () => {
  const server = eachWithServer({ data, now: noon });

  async function names(parameters: object = {}) {
    const { body } = await asking(server(), 'GET rooms.adminRooms', 'root', { ...parameters });
    return { body, ids: each(listIn(body, 'rooms'), '_id') };
  }

  it('gives all rooms but discussions and main rooms of teams', async () => {
    const { ids, body } = await names();

    assert.equal(body['total'], 10);
    assert.deepEqual(ids.slice(0, 3), ['ann-bob', 'cipher', 'corechat']);
    assert.ok(!ids.includes('talk') && !ids.includes('core'));
  });

  it('gives those of the kinds that are asked for', async () => {
    const answers = await Promise.all([
      names({ 'types[]': 'd' }),
      names({ 'types[]': 'discussions' }),
      names({ 'types[]': 'teams' }),
    ]);

    assert.deepEqual(
      answers.map(({ ids }) => ids),
      [['ann-bob'], ['talk'], ['core']],
    );
  });

  it('finds rooms by a part of a name, direct messages by who is in them', async () => {
    const [room, direct] = [await names({ filter: 'CIPH' }), await names({ filter: 'bob' })];

    assert.deepEqual([room.ids, direct.ids], [['cipher'], ['ann-bob']]);
  });

  it('comes in pages and in any order', async () => {
    const { ids, body } = await names({ sort: '{"name":-1}', offset: 1, count: 1 });

    assert.deepEqual([ids, body['count'], body['offset']], [['quiet'], 1, 1]);
  });

  refuses(server, [
    ['who does not administer rooms', 'GET rooms.adminRooms', 'ann', {}, 'error-not-authorized'],
    [
      'who does not administer rooms',
      'GET rooms.adminRooms.getRoom',
      'ann',
      { rid: 'dev' },
      'error-not-authorized',
    ],
    ['a room that is not there', 'GET rooms.adminRooms.getRoom', 'root', { rid: 'nowhere' }, 'not-allowed'],
  ]);

  it('gives one room by its id', async () => {
    const { body } = await asking(server(), 'GET rooms.adminRooms.getRoom', 'root', { rid: 'secret' });

    assert.deepEqual([body['_id'], body['usersCount'], body['success']], ['secret', 2, true]);
  });
});
