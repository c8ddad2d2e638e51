import assert from 'node:assert/strict';
import { ask, each, itemIn, listIn, type Item } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { noon, said, town } from './town';

const numbers = Array.from({ length: 9 }, (_, index) => said(`m${index}`, 60 - index, { room: 'open' }));

const data = town({
  messages: [
    ...numbers,
    said('main', 130),
    said('r1', 120, { thread: 'main', from: 'bob', starredBy: ['bob'] }),
    said('r2', 110, { thread: 'main' }),
    said('away', 30, { room: 'secret' }),
  ],
});

const at = (minutesAgo: number) => new Date(Date.parse(noon) - minutesAgo * 60_000);

describe('chat.syncMessages', () => {
  const server = eachWithServer({ data, now: noon });

  const sync = async (query: Record<string, string>, as = 'bob') => {
    const { body } = await ask(server(), 'GET chat.syncMessages', {
      as,
      query: { roomId: 'open', ...query },
    });
    return body;
  };
  const resultOf = (body: Item) => {
    const result = itemIn(body, 'result');
    const [updated, deleted] = [listIn(result, 'updated'), listIn(result, 'deleted')];
    return { updated: each(updated, '_id'), deleted, cursor: result['cursor'] };
  };
  const remove = (msgId: string) =>
    ask(server(), 'POST chat.delete', { as: 'root', body: { msgId, roomId: 'open' } });

  it('tells all that changed since a moment, and what has gone', async () => {
    await remove('m0');
    await ask(server(), 'POST chat.react', { as: 'bob', body: { messageId: 'm1', emoji: 'tada' } });

    const body = await sync({ lastUpdate: at(53).toISOString() });

    assert.deepEqual(resultOf(body), {
      updated: ['m8', 'm1'],
      deleted: [{ _id: 'm0', _deletedAt: noon }],
      cursor: undefined,
    });
  });

  it('leaves out what is hidden', async () => {
    const message = server().world.messages.byId('m8') ?? assert.fail();
    message['_hidden'] = true;

    const body = await sync({ lastUpdate: at(54).toISOString() });

    assert.deepEqual(resultOf(body).updated, ['m7']);
  });

  it('leaves out what was sent before a moment', async () => {
    const body = await sync({ lastUpdate: at(90).toISOString(), fromTs: at(53).toISOString() });

    assert.deepEqual(resultOf(body).updated, ['m8', 'm7']);
  });

  it('goes through the changes page by page, oldest first', async () => {
    const first = resultOf(await sync({ type: 'UPDATED', next: '0', count: '4' }));
    const next = String(itemIn({ ...first }, 'cursor')['next']);
    const second = resultOf(await sync({ type: 'UPDATED', next, count: '4' }));
    const last = resultOf(await sync({ type: 'UPDATED', next: String(at(53).getTime()), count: '4' }));

    assert.deepEqual(first.updated, ['m0', 'm1', 'm2', 'm3']);
    assert.deepEqual(first.cursor, {
      next: String(at(57).getTime()),
      previous: String(at(60).getTime()),
    });
    assert.deepEqual(second.updated, ['m4', 'm5', 'm6', 'm7']);
    assert.deepEqual(last.cursor, { next: null, previous: String(at(52).getTime()) });
  });

  it('goes back as well', async () => {
    const previous = String(at(57).getTime());

    const page = resultOf(await sync({ type: 'UPDATED', previous, count: '2' }));
    const end = resultOf(await sync({ type: 'UPDATED', previous, count: '3' }));

    assert.deepEqual(page.updated, ['m2', 'm1']);
    assert.deepEqual(page.cursor, { next: String(at(58).getTime()), previous: String(at(59).getTime()) });
    assert.deepEqual(end.cursor, { next: String(at(58).getTime()), previous: null });
  });

  it('tells what has gone, page by page', async () => {
    await remove('m2');
    await remove('m5');

    const { deleted, updated } = resultOf(await sync({ type: 'DELETED', next: '0' }));

    assert.deepEqual([each(deleted, '_id'), updated], [['m2', 'm5'], []]);
  });

  it('has no cursor past the end', async () => {
    const { cursor } = resultOf(await sync({ type: 'DELETED', next: '0' }));

    assert.deepEqual(cursor, { next: null, previous: null });
  });

  it('has nothing for a kind of change alone', async () => {
    const body = await sync({ type: 'UPDATED' });

    assert.deepEqual(body['result'], { updated: [], deleted: [] });
  });

  const refusals: readonly [what: string, query: Record<string, string>, error: string][] = [
    [
      'neither moment nor kind',
      {},
      'The "type" or "lastUpdate" parameters must be provided [error-param-required]',
    ],
    [
      'a place without kind',
      { next: '0' },
      'The "type" or "lastUpdate" parameters must be provided [error-param-required]',
    ],
    [
      'a moment that is none',
      { roomId: 'secret', lastUpdate: 'soon' },
      'The "lastUpdate" query parameter must be a valid date [error-lastUpdate-param-invalid]',
    ],
    [
      'both ways at once',
      { type: 'UPDATED', next: '0', previous: '1' },
      'You cannot provide both "next" and "previous" parameters [error-cursor-conflict]',
    ],
    [
      'a moment and a place',
      { type: 'UPDATED', next: '0', lastUpdate: noon },
      'The attributes "next", "previous" and "lastUpdate" cannot be used together' +
        ' [error-cursor-and-lastUpdate-conflict]',
    ],
    ['a place that is none', { type: 'UPDATED', next: 'here' }, 'Invalid Date'],
    ['a room of others', { roomId: 'secret', lastUpdate: noon }, 'Not allowed [error-not-allowed]'],
  ];
  for (const [what, query, error] of refusals) {
    it(`refuses ${what}`, async () => {
      const body = await sync(query, 'carol');

      assert.equal(body['error'], error);
    });
  }
});

describe('sync of threads', () => {
  const server = eachWithServer({ data, now: noon });

  const get = async (method: string, query: Record<string, string>, as = 'ann') =>
    (await ask(server(), `GET chat.${method}`, { as, query })).body;
  const changes = (body: Item, key: string) => {
    const found = itemIn(body, key);
    return [each(listIn(found, 'update'), '_id'), each(listIn(found, 'remove'), '_id')];
  };

  it('tells which threads have changed', async () => {
    const since = { rid: 'dev', updatedSince: at(115).toISOString() };
    const former = { rid: 'dev', updatedSince: at(100).toISOString() };

    const [found, none] = [await get('syncThreadsList', since), await get('syncThreadsList', former)];

    assert.deepEqual(
      [changes(found, 'threads'), changes(none, 'threads')],
      [
        [['main'], []],
        [[], []],
      ],
    );
  });

  it('tells which replies have come and gone', async () => {
    await ask(server(), 'POST chat.delete', { as: 'bob', body: { msgId: 'r1', roomId: 'dev' } });

    const body = await get('syncThreadMessages', { tmid: 'main', updatedSince: at(115).toISOString() });

    assert.deepEqual(changes(body, 'messages'), [['r2'], ['r1']]);
  });

  it('leaves the stars of others in, and puts in order if asked', async () => {
    const query = { tmid: 'main', updatedSince: at(200).toISOString(), sort: '{"ts":-1}' };

    const body = await get('syncThreadMessages', query);

    const update = listIn(itemIn(body, 'messages'), 'update');
    assert.deepEqual(each(update, '_id'), ['r2', 'r1']);
    assert.deepEqual(update[1]?.['starred'], [{ _id: 'bob-id' }]);
  });

  const when = { updatedSince: noon };
  const refusals: readonly [method: string, query: Record<string, string>, error: string][] = [
    ['syncThreadsList', { rid: 'secret', ...when }, 'Not Allowed [error-not-allowed]'],
    ['syncThreadMessages', { tmid: 'away', ...when }, 'Not Allowed [error-not-allowed]'],
    ['syncThreadMessages', { tmid: 'nothing', ...when }, 'Invalid Message [error-invalid-message]'],
    ['syncThreadsList', { rid: 'dev', updatedSince: 'soon' }, 'must match format "iso-date-time"'],
    [
      'syncThreadsList',
      { rid: 'dev', updatedSince: '2026-12-31T23:59:60Z' },
      'The "updatedSince" query parameter must be a valid date. [error-updatedSince-param-invalid]',
    ],
    ['syncThreadsList', { rid: 'dev', ...when, count: '1' }, 'must NOT have additional properties'],
  ];
  for (const [method, query, error] of refusals) {
    it(`refuses ${method} ${JSON.stringify(query)}`, async () => {
      const body = await get(method, query, 'carol');

      assert.equal(body['error'], error);
    });
  }
});
