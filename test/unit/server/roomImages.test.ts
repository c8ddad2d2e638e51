import assert from 'node:assert/strict';
import { each, listIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { asking, refuses } from './refusals';
import { noon, said, town } from './town';

const file = (id: string, type: string) => ({ id, name: `${id}.png`, type, size: 3 });
const data = town({
  messages: [
    said('one', 50, { file: file('first', 'image/png') }),
    said('two', 40, { file: file('notes', 'text/plain') }),
    said('three', 30, { file: file('second', 'image/png') }),
  ],
});

describe('rooms.images', () => {
  const server = eachWithServer({ data, now: noon });

  async function images(parameters: object = {}) {
    const { body } = await asking(server(), 'GET rooms.images', 'bob', { roomId: 'dev', ...parameters });
    return { body, ids: each(listIn(body, 'files'), '_id') };
  }

  it('gives the pictures of a room, newest first', async () => {
    const { ids, body } = await images();

    assert.deepEqual([ids, body['total']], [['second', 'first'], 2]);
  });

  it('begins with a certain one', async () => {
    const { ids } = await images({ startingFromId: 'first' });

    assert.deepEqual(ids, ['first']);
  });

  it('counts what was asked for', async () => {
    const { body } = await images({ count: 20 });

    assert.equal(body['count'], 20);
  });

  refuses(server, [
    ['who may not see the room', 'GET rooms.images', 'carol', { roomId: 'secret' }, 'unauthorized', 403],
  ]);
});
