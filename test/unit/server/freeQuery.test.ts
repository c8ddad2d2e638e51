import assert from 'node:assert/strict';
import { type Item, ask, each, listIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { person } from '../../support/workspace';
import { noon, said, town } from './town';

const plain = town({
  messages: [
    said('one', 30, { pinnedBy: 'ann' }),
    said('two', 20, { text: 'hello @bob' }),
    said('three', 10),
  ],
});
const data = { ...plain, users: [...plain.users, person('zoe', { status: 'online' })] };

/** What is asked, and which of the items come back. */
const asked: [
  method: string,
  query: Item,
  list: string,
  key: string,
  found: unknown[],
  others?: Record<string, string>,
][] = [
  ['settings.public', { _id: { $in: ['Site_Name', 'Nothing'] } }, 'settings', '_id', ['Site_Name']],
  ['channels.list', { _id: 'open' }, 'channels', '_id', ['open']],
  ['channels.messages', { pinned: true }, 'messages', 'msg', ['one'], { roomId: 'dev' }],
  [
    'channels.messages',
    { 'mentions._id': { $in: ['bob-id'] } },
    'messages',
    'msg',
    ['hello @bob'],
    { roomId: 'dev' },
  ],
  [
    'channels.messages',
    { msg: { $ne: 'one' }, pinned: { $exists: true } },
    'messages',
    'msg',
    [],
    { roomId: 'dev' },
  ],
  ['directory', { type: 'users', text: 'zoe' }, 'result', 'username', ['zoe']],
];

describe('query before 7.0', () => {
  const server = eachWithServer({ version: '6.13.0', data, now: noon });
  const ways = (method: string, query: string, others: Record<string, string> = {}) =>
    ask(server(), `GET ${method}`, { as: 'bob', query: { query, ...others } });

  for (const [method, query, list, key, found, others] of asked) {
    const json = JSON.stringify(query);
    it(`chooses for ${method}: ${json}`, async () => {
      const { body } = await ways(method, json, others);

      assert.deepEqual(each(listIn(body, list), key), found);
    });
  }

  it('names the room whose people are online', async () => {
    const { status } = await ways('channels.online', '{"_id":"dev"}');

    assert.equal(status, 200);
  });

  for (const text of ['{bad', '[]', '{"name":{"$where":"1"}}']) {
    it(`is refused: ${text}`, async () => {
      const { status, body } = await ways('channels.list', text);

      assert.deepEqual([status, body['errorType']], [400, 'error-invalid-query']);
    });
  }
});

describe('query since 7.0', () => {
  const server = eachWithServer({ data, now: noon });

  it('is passed over', async () => {
    const query = { query: '{"_id":"Site_Name"}', count: '1' };
    const { body } = await ask(server(), 'GET settings.public', { query });

    assert.deepEqual(each(listIn(body, 'settings'), '_id'), ['API_Embed']);
  });
});
