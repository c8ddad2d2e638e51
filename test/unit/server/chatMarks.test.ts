import assert from 'node:assert/strict';
import { ask, each, itemIn, listIn, type Question } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { noon, said, town } from './town';

const data = town({
  messages: [
    said('one', 60, { text: 'so', attachments: [{ title: 'file' }] }),
    said('two', 50, { pinnedBy: 'ann', starredBy: ['ann', 'bob'] }),
    said('three', 40, { starredBy: ['bob'] }),
    said('sealed', 30, { room: 'cipher', type: 'e2e', text: '' }),
    said('away', 20, { room: 'open', from: 'bob' }),
    said('hidden', 10, { room: 'secret' }),
  ],
});

const noMessage = 'The provided "messageId" does not match any existing message. [error-message-not-found]';

describe('pins and stars', () => {
  const server = eachWithServer({ data, now: noon });

  const mark = (method: string, messageId: string, as = 'ann') =>
    ask(server(), `POST chat.${method}`, { as, body: { messageId } });
  const list = (method: string, roomId: string, question: Question = {}) =>
    ask(server(), `GET chat.${method}`, { as: 'ann', ...question, query: { roomId, ...question.query } });
  const message = (id: string) => server().world.messages.byId(id) ?? assert.fail(id);

  it('answer a pin by the note that it leaves, without the id of what was pinned', async () => {
    const { status, body } = await mark('pinMessage', 'one');

    const { _id, ...note } = itemIn(body, 'message');
    assert.equal(status, 200);
    assert.match(String(_id), /^[0-9a-f]{24}$/);
    assert.deepEqual(note, {
      t: 'message_pinned',
      rid: 'dev',
      ts: noon,
      msg: '',
      u: { _id: 'ann-id', username: 'ann', name: 'Ann' },
      groupable: false,
      attachments: [
        {
          text: 'so',
          author_name: 'ann',
          author_icon: '/avatar/ann',
          ts: '2026-03-02T11:00:00.000Z',
          attachments: [{ title: 'file' }],
        },
      ],
      _updatedAt: noon,
    });
    assert.deepEqual(
      [message('one').pinned, message('one').pinnedAt, message('one')._updatedAt],
      [true, noon, noon],
    );
  });

  it('answer a second pin by the message itself', async () => {
    const before = server().world.rooms.byId('dev')?.msgs;

    const { body } = await mark('pinMessage', 'two');

    assert.equal(itemIn(body, 'message')['_id'], 'two');
    assert.equal(server().world.rooms.byId('dev')?.msgs, before);
  });

  it('have a note of its own for what is encrypted', async () => {
    const { body } = await mark('pinMessage', 'sealed');

    assert.equal(itemIn(body, 'message')['t'], 'message_pinned_e2e');
  });

  it('keep who pinned after the pin is gone', async () => {
    const first = await mark('unPinMessage', 'two');
    const second = await mark('unPinMessage', 'two');

    assert.deepEqual([first.body, second.body], [{ success: true }, { success: true }]);
    assert.deepEqual([message('two').pinned, message('two').pinnedBy?.username], [false, 'ann']);
  });

  it('list pins in the order in which they came', async () => {
    await mark('pinMessage', 'one');

    const { body } = await list('getPinnedMessages', 'dev', { as: 'carol', query: { sort: '{"ts":1}' } });

    const ids = each(listIn(body, 'messages'), '_id');
    assert.deepEqual([ids, body['count'], body['offset'], body['total']], [['two', 'one'], 2, 0, 2]);
  });

  it('star for oneself alone', async () => {
    await mark('starMessage', 'three');

    const seen = await Promise.all(
      ['ann', 'bob', 'carol'].map((as) =>
        ask(server(), 'GET chat.getMessage', { as, query: { msgId: 'three' } }),
      ),
    );

    const stars = seen.map(({ body }) => itemIn(body, 'message')['starred']);
    assert.deepEqual(stars, [[{ _id: 'ann-id' }], [{ _id: 'bob-id' }], []]);
  });

  it('star twice without a difference, and unstar', async () => {
    await mark('starMessage', 'two');
    await mark('unStarMessage', 'two', 'bob');

    assert.deepEqual(message('two').starred, [{ _id: 'ann-id' }]);
  });

  it('unstar nothing where there is no star of the own', async () => {
    const before = [message('one'), message('three')].map(({ starred, _updatedAt }) => [starred, _updatedAt]);

    await mark('unStarMessage', 'one');
    await mark('unStarMessage', 'three');

    const after = [message('one'), message('three')].map(({ starred, _updatedAt }) => [starred, _updatedAt]);
    assert.deepEqual(after, before);
  });

  it('say yes to the star of a stranger, and do nothing', async () => {
    const { status, body } = await mark('starMessage', 'away');

    assert.deepEqual([status, body], [200, { success: true }]);
    assert.equal(message('away').starred, undefined);
  });

  it('list nothing that is hidden', async () => {
    for (const id of ['two', 'three']) message(id)['_hidden'] = true;

    const [pinned, starred] = [
      await list('getPinnedMessages', 'dev'),
      await list('getStarredMessages', 'dev', { as: 'bob' }),
    ];

    assert.deepEqual([pinned.body['total'], starred.body['total']], [0, 0]);
  });

  it('list stars newest first, a page at a time', async () => {
    const all = await list('getStarredMessages', 'dev', { as: 'bob' });
    const second = await list('getStarredMessages', 'dev', {
      as: 'bob',
      query: { count: '1', offset: '1', sort: '{"ts":1}' },
    });

    const ids = [all, second].map(({ body }) => each(listIn(body, 'messages'), '_id'));
    assert.deepEqual(ids, [['three', 'two'], ['three']]);
    assert.deepEqual([second.body['count'], second.body['total']], [1, 2]);
  });

  const refusals: readonly [method: string, id: string, as: string, error: string, errorType: string][] = [
    ['pinMessage', 'nothing', 'ann', noMessage, 'error-message-not-found'],
    ['unPinMessage', 'nothing', 'ann', noMessage, 'error-message-not-found'],
    ['starMessage', 'nothing', 'ann', noMessage, 'error-message-not-found'],
    ['unStarMessage', 'nothing', 'ann', noMessage, 'error-message-not-found'],
    ['pinMessage', 'one', 'bob', 'Not Authorized [not-authorized]', 'not-authorized'],
    ['pinMessage', 'hidden', 'root', 'Not Authorized [not-authorized]', 'not-authorized'],
    ['unPinMessage', 'two', 'bob', 'Not Authorized [not-authorized]', 'not-authorized'],
    [
      'unPinMessage',
      'two',
      'root',
      'Message you are unpinning was not found [error-invalid-message]',
      'error-invalid-message',
    ],
  ];
  for (const [method, id, as, error, errorType] of refusals) {
    it(`refuse ${as} ${method} of ${id}`, async () => {
      const { status, body } = await mark(method, id, as);

      assert.deepEqual([status, body['error'], body['errorType']], [400, error, errorType]);
    });
  }

  it('are not listed for who may not see the room', async () => {
    const pinned = await list('getPinnedMessages', 'secret', { as: 'carol' });
    const starred = await list('getStarredMessages', 'secret', { as: 'carol' });

    assert.deepEqual(pinned.body, {
      success: false,
      error: 'Not allowed [error-not-allowed]',
      errorType: 'error-not-allowed',
    });
    assert.deepEqual(starred.body, { success: false, error: 'error-not-allowed' });
  });
});

describe('pins and stars switched off', () => {
  const settings = { Message_AllowPinning: false, Message_AllowStarring: false };
  const server = eachWithServer({ data, now: noon, settings });

  const cases = [
    ['pinMessage', 'pinning'],
    ['unPinMessage', 'pinning'],
    ['starMessage', 'starring'],
  ] as const;
  for (const [method, what] of cases) {
    it(`refuse ${method}`, async () => {
      const { body } = await ask(server(), `POST chat.${method}`, { as: 'ann', body: { messageId: 'two' } });

      const details = itemIn(body, 'details');
      assert.equal(body['error'], `Message ${what} not allowed [error-action-not-allowed]`);
      assert.equal(details['action'], `Message_${what}`);
    });
  }
});

describe('chat.getMessage', () => {
  const server = eachWithServer({ data, now: noon });

  const get = (msgId: string, as = 'ann') => ask(server(), 'GET chat.getMessage', { as, query: { msgId } });

  it('finds a message of a room that one can see', async () => {
    const { status, body } = await get('away', 'carol');

    assert.deepEqual([status, itemIn(body, 'message')['msg']], [200, 'away']);
  });

  it('has no word for an id that is not there', async () => {
    const { status, body } = await get('nothing');

    assert.deepEqual([status, body], [400, { success: false }]);
  });

  it('refuses what is said behind closed doors', async () => {
    const { status, body } = await get('hidden', 'carol');

    assert.deepEqual(
      [status, body['error'], body['errorType']],
      [400, 'Not allowed [error-not-allowed]', 'error-not-allowed'],
    );
  });

  it('wants an id', async () => {
    const { status, body } = await get('');

    assert.deepEqual(
      [status, body['errorType'], body['error']],
      [400, 'error-invalid-params', 'must NOT have fewer than 1 characters'],
    );
  });
});

describe('real names', () => {
  const reacted = said('one', 60, { text: '@bob', reactions: { ':+1:': ['bob'] } });
  const server = eachWithServer({
    data: town({ messages: [reacted] }),
    now: noon,
    settings: { UI_Use_Real_Name: true },
  });

  it('stand in the answers where the workspace wants them', async () => {
    const { users } = server().world;
    for (const user of users.all()) user.name = `${user.name} the Second`;

    const { body } = await ask(server(), 'GET chat.getMessage', { as: 'bob', query: { msgId: 'one' } });

    const shown = itemIn(body, 'message');
    const names = each([itemIn(shown, 'u'), ...listIn(shown, 'mentions')], 'name');
    assert.deepEqual(names, ['Ann the Second', 'Bob the Second']);
    assert.deepEqual(shown['reactions'], { ':+1:': { usernames: ['bob'], names: ['Bob the Second'] } });
  });
});
