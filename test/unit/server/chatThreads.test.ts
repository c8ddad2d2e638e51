import assert from 'node:assert/strict';
import { ask, each, listIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { noon, said, town } from './town';

const replies = Array.from({ length: 9 }, (_, index) =>
  said(`r${index}`, 50 - index, { thread: 'long', from: 'bob', ...(index === 4 && { starredBy: ['bob'] }) }),
);

const data = town({
  messages: [
    said('long', 60, { text: 'Which tea for the Office?' }),
    ...replies,
    said('short', 70, { text: 'a bug' }),
    said('answer', 30, { thread: 'short', from: 'ann' }),
    said('lone', 20),
    said('closed', 60, { room: 'secret' }),
    said('inside', 20, { room: 'secret', thread: 'closed' }),
  ],
  views: [{ user: 'ann', room: 'dev', seen: 45.5 }],
});

describe('chat.getThreadsList', () => {
  const server = eachWithServer({ data, now: noon });

  async function threads(query: Record<string, string>, as = 'ann') {
    const { body } = await ask(server(), 'GET chat.getThreadsList', { as, query: { rid: 'dev', ...query } });
    const items = 'threads' in body ? listIn(body, 'threads') : [];
    return { body, ids: each(items, '_id'), items };
  }

  it('lists first messages, the newest reply first', async () => {
    const { body, ids, items } = await threads({}, 'carol');

    assert.deepEqual(ids, ['short', 'long']);
    assert.deepEqual([body['count'], body['offset'], body['total']], [2, 0, 2]);
    assert.deepEqual([items[1]?.['tcount'], items[1]?.['replies']], [9, ['ann-id', 'bob-id']]);
  });

  const cases: readonly [what: string, query: Record<string, string>, as: string, ids: string[]][] = [
    ['those that one follows', { type: 'following' }, 'bob', ['long']],
    ['none for who follows none', { type: 'following' }, 'carol', []],
    ['those with unread replies', { type: 'unread' }, 'ann', ['long']],
    ['those that hold a text, in any writing', { text: 'oFFICE' }, 'ann', ['long']],
    ['a page', { count: '1', offset: '1' }, 'ann', ['long']],
    ['in another order', { sort: '{"tcount":-1}' }, 'ann', ['long', 'short']],
  ];
  for (const [what, query, as, expected] of cases) {
    it(`lists ${what}`, async () => {
      const { ids } = await threads(query, as);

      assert.deepEqual(ids, expected);
    });
  }

  it('leaves out what is hidden', async () => {
    const main = server().world.messages.byId('short') ?? assert.fail();
    main['_hidden'] = true;

    const { ids } = await threads({});

    assert.deepEqual(ids, ['long']);
  });

  it('refuses who may not see the room', async () => {
    const { body } = await threads({ rid: 'secret' }, 'carol');

    assert.deepEqual(
      [body['error'], body['errorType']],
      ['Not Allowed [error-not-allowed]', 'error-not-allowed'],
    );
  });

  it('knows two kinds', async () => {
    const { body } = await threads({ type: 'mine' });

    assert.deepEqual(
      [body['errorType'], body['error']],
      ['error-invalid-params', 'must be equal to one of the allowed values'],
    );
  });
});

describe('chat.getThreadMessages', () => {
  const server = eachWithServer({ data, now: noon });

  async function thread(query: Record<string, string>, as = 'ann') {
    const { body } = await ask(server(), 'GET chat.getThreadMessages', { as, query });
    const items = 'messages' in body ? listIn(body, 'messages') : [];
    return { body, ids: each(items, '_id'), items };
  }

  it('gives the replies, oldest first, without the first message', async () => {
    const { body, ids } = await thread({ tmid: 'long', count: '3' });

    assert.deepEqual(ids, ['r0', 'r1', 'r2']);
    assert.deepEqual([body['count'], body['offset'], body['total']], [3, 0, 9]);
  });

  it('gives the newest first if asked', async () => {
    const { ids } = await thread({ tmid: 'long', count: '2', sort: '{"ts":-1}' });

    assert.deepEqual(ids, ['r8', 'r7']);
  });

  it('leaves out what is hidden', async () => {
    const reply = server().world.messages.byId('r0') ?? assert.fail();
    reply['_hidden'] = true;

    const { ids } = await thread({ tmid: 'long', count: '1' });

    assert.deepEqual(ids, ['r1']);
  });

  it('leaves the stars of others in', async () => {
    const { items } = await thread({ tmid: 'long', offset: '4', count: '1' });

    assert.deepEqual(items[0]?.['starred'], [{ _id: 'bob-id' }]);
  });

  it('leaves the thread unread', async () => {
    await thread({ tmid: 'long' });

    assert.deepEqual(server().world.subscriptions.of('ann-id', 'dev')?.tunread, ['long']);
  });

  const around: readonly [aroundId: string, offset: number, ids: string[]][] = [
    ['r4', 3, ['r3', 'r4', 'r5']],
    ['r0', 0, ['r0', 'r1', 'r2']],
    ['r8', 7, ['r7', 'r8']],
    ['long', 0, ['r0', 'r1', 'r2']],
  ];
  for (const [aroundId, offset, expected] of around) {
    it(`gives the page around ${aroundId}`, async () => {
      const { body, ids } = await thread({ tmid: 'long', aroundId, count: '3', sort: '{"ts":-1}' });

      assert.deepEqual([body['offset'], ids], [offset, expected]);
    });
  }

  const refusals: readonly [query: Record<string, string>, error: string][] = [
    [{ tmid: 'nothing' }, 'Invalid Message [error-invalid-message]'],
    [{ tmid: 'closed' }, 'Not Allowed [error-not-allowed]'],
    [
      { tmid: 'long', aroundId: 'answer' },
      'The provided "aroundId" does not belong to the thread [error-invalid-message]',
    ],
  ];
  for (const [query, error] of refusals) {
    it(`refuses ${JSON.stringify(query)}`, async () => {
      const { body } = await thread(query, 'carol');

      assert.equal(body['error'], error);
    });
  }

  it('is empty for a message without replies', async () => {
    const { body } = await thread({ tmid: 'lone' });

    assert.deepEqual(body, { messages: [], count: 0, offset: 0, total: 0, success: true });
  });
});

describe('threads switched off', () => {
  const server = eachWithServer({ data, now: noon, settings: { Threads_enabled: false } });

  for (const [method, query] of [
    ['getThreadsList', { rid: 'dev' }],
    ['getThreadMessages', { tmid: 'nothing' }],
  ] as const) {
    it(`refuse ${method}`, async () => {
      const { body } = await ask(server(), `GET chat.${method}`, { as: 'ann', query });

      assert.equal(body['error'], 'Threads Disabled [error-not-allowed]');
    });
  }
});
