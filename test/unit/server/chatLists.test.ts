import assert from 'node:assert/strict';
import { ask, each, listIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { noon, said, town } from './town';

const data = town({
  messages: [
    said('one', 60, { text: '@bob', starredBy: ['ann'] }),
    said('two', 50, { text: '@all' }),
    said('three', 40, { text: 'so @bob and @carol' }),
    said('tea', 30, { text: 'Which Tea?', discussion: 'talk' }),
    said('away', 20, { room: 'secret', text: '@bob' }),
  ],
});

describe('lists of a room', () => {
  const server = eachWithServer({ data, now: noon });

  const list = async (method: string, query: Record<string, string> = {}, as = 'bob') => {
    const { body } = await ask(server(), `GET chat.${method}`, { as, query: { roomId: 'dev', ...query } });
    const items = 'messages' in body ? listIn(body, 'messages') : [];
    return { body, items, ids: each(items, '_id') };
  };

  it('hold what names the person, but not what names everyone', async () => {
    const { body, ids } = await list('getMentionedMessages');

    assert.deepEqual(ids, ['three', 'one']);
    assert.deepEqual([body['count'], body['offset'], body['total']], [2, 0, 2]);
  });

  it('hold mentions with the stars of others, page by page', async () => {
    const { items } = await list('getMentionedMessages', { sort: '{"ts":1}', count: '1' });

    assert.deepEqual([each(items, '_id'), items[0]?.['starred']], [['one'], [{ _id: 'ann-id' }]]);
  });

  for (const [text, ids] of [
    ['', ['tea']],
    ['which tea', ['tea']],
    ['coffee', []],
  ] as const) {
    it(`hold discussions with '${text}' in them`, async () => {
      const found = await list('getDiscussions', { text }, 'carol');

      assert.deepEqual(found.ids, ids);
    });
  }

  it('hold discussions in one order only', async () => {
    const { body } = await list('getDiscussions', { sort: '{"ts":1}' });

    assert.equal(body['errorType'], 'error-invalid-params');
  });

  for (const method of ['getMentionedMessages', 'getDiscussions']) {
    it(`refuse ${method} of a room of others`, async () => {
      const { body } = await list(method, { roomId: 'secret' }, 'carol');

      assert.deepEqual(body, { success: false, error: 'error-not-allowed' });
    });
  }

  it('hold the ids of what was deleted, for whoever asks', async () => {
    for (const msgId of ['one', 'two']) {
      await ask(server(), 'POST chat.delete', { as: 'ann', body: { msgId, roomId: 'dev' } });
    }

    const since = { since: '2026-03-02T11:00:00.000Z' };
    const { body, items } = await list('getDeletedMessages', { ...since, offset: '1' }, 'gast');
    const later = await list('getDeletedMessages', { since: noon });

    assert.deepEqual([items, body['total'], later.ids], [[{ _id: 'two' }], 2, []]);
  });

  it('want a moment for what was deleted', async () => {
    const { body } = await list('getDeletedMessages', { since: 'soon' });

    assert.deepEqual(
      [body['errorType'], body['error']],
      ['error-invalid-params', 'must match format "iso-date-time"'],
    );
  });

  it('hold no pin of what was removed', async () => {
    await ask(server(), 'POST chat.pinMessage', { as: 'ann', body: { messageId: 'one' } });
    const pinned = server().world.messages.byId('one') ?? assert.fail();
    pinned.t = 'rm';

    const { ids } = await list('getPinnedMessages');

    assert.deepEqual(ids, []);
  });
});

describe('chat.getURLPreview', () => {
  const server = eachWithServer({ data, now: noon });

  const preview = async (roomId: string) => {
    const query = { roomId, url: 'https://example.com/' };
    return (await ask(server(), 'GET chat.getURLPreview', { as: 'carol', query })).body;
  };

  it('knows nothing of a page that it cannot reach', async () => {
    const body = await preview('dev');

    assert.deepEqual(body, {
      urlPreview: { url: 'https://example.com/', meta: {}, headers: {}, ignoreParse: true },
      success: true,
    });
  });

  it('refuses who may not see the room', async () => {
    const body = await preview('secret');

    assert.equal(body['error'], 'Not allowed [error-not-allowed]');
  });
});
