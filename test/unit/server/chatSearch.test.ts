import assert from 'node:assert/strict';
import { ask, each, listIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { noon, room, said, town } from './town';

const picture = { title: 'Plan B.png', description: 'the Red door', labels: ['house'] };

/** Said in a room that is older than the others. */
const noted: typeof said = (id, at, over) => said(id, at, { room: 'lab', ...over });

const data = town({
  rooms: [room('lab', { created: 9000 })],
  messages: [
    noted('plan', 5000, { text: 'We planned the release of the *Courier* app' }),
    noted('link', 4000, { from: 'bob', text: 'see https://example.com/ for the plans' }),
    noted('named', 3000, { text: '@bob café at noon?', starredBy: ['bob'], pinnedBy: 'ann' }),
    noted('file', 2000, { from: 'bob', text: '', attachments: [picture] }),
    noted('cjk', 1000, { text: '今日は良い天気ですね' }),
    noted('release', 60, { from: 'bob', text: 'release notes, release dates' }),
    noted('gone', 50, { text: '', type: 'rm' }),
    noted('away', 40, { room: 'secret', text: 'plan' }),
  ],
});

describe('chat.search', () => {
  const server = eachWithServer({ data, now: noon });

  const search = async (searchText: string, query: Record<string, string> = {}) => {
    const given = { roomId: 'lab', searchText, ...query };
    const { body } = await ask(server(), 'GET chat.search', { as: 'bob', query: given });
    const items = 'messages' in body ? listIn(body, 'messages') : [];
    return { body, items, ids: each(items, '_id') };
  };

  const cases: readonly [searchText: string, ids: readonly string[]][] = [
    ['plan', ['link', 'plan']],
    ['PLANNING', ['link', 'plan']],
    ['releases café', ['release', 'named', 'plan']],
    ['cafe', ['named']],
    ['elease', []],
    ['the of', []],
    ['"release dates"', ['release']],
    ['"release of the" plan', ['plan']],
    ['release -notes', ['plan']],
    ['/^rel.*S$/i', ['release']],
    ['/^rel.*S$/', []],
    ['/rel ease/x', ['release', 'plan']],
    ['天気', ['cjk']],
    ['from:me', ['release', 'file', 'link']],
    ['from:ANN release', ['plan']],
    ['from:ann from:bob release', ['release', 'plan']],
    ['mention:bob', ['named']],
    ['has:star', ['named']],
    ['has:url', ['link']],
    ['has:link plans', ['link']],
    ['is:pinned', ['named']],
    ['has:pin', ['named']],
    ['has:location', []],
    ['label:house', ['file']],
    ['file-desc:"red DOOR"', ['file']],
    ['file-title:plan', ['file']],
    ['before:28/02/2026', ['link', 'plan']],
    ['after:01/03/2026 release', ['release']],
    ['on:28/02/2026', ['named']],
    ['on:28.2.2026 before:01/01/2020', ['named']],
    ['plan order:asc', ['plan', 'link']],
    ['plan sort:ascending order:desc', ['link', 'plan']],
    ['   ', []],
  ];
  for (const [searchText, expected] of cases) {
    it(`finds ${expected.join(', ') || 'nothing'} by ${searchText}`, async () => {
      const { ids } = await search(searchText);

      assert.deepEqual(
        ids.filter((id) => data.messages.some((message) => message.id === id)),
        expected,
      );
    });
  }

  it('gives a page, and no count', async () => {
    const { body, ids } = await search('release', { count: '1', offset: '1' });

    assert.deepEqual([ids, Object.keys(body)], [['plan'], ['messages', 'success']]);
  });

  it('weighs words, but not filters', async () => {
    const [words, filters] = [await search('release'), await search('from:me')];

    const scores = words.items.map(({ score }) => Number(score));
    assert.ok((scores[0] ?? 0) > (scores[1] ?? 0) && (scores[1] ?? 0) > 0);
    assert.deepEqual(
      filters.items.filter((item) => 'score' in item),
      [],
    );
  });

  it('hides the stars of others', async () => {
    const { body } = await ask(server(), 'GET chat.search', {
      as: 'ann',
      query: { roomId: 'lab', searchText: 'noon' },
    });

    assert.deepEqual(listIn(body, 'messages')[0]?.['starred'], []);
  });

  it('refuses a pattern that is none', async () => {
    const { body } = await search('/(/');

    assert.match(String(body['error']), /^Regular expression is invalid: /);
    assert.equal('errorType' in body, false);
  });

  it('refuses who may not see the room, without a word', async () => {
    const query = { roomId: 'secret', searchText: 'plan' };

    const { status, body } = await ask(server(), 'GET chat.search', { as: 'carol', query });

    assert.deepEqual([status, body], [400, { success: false }]);
  });

  it('wants a text', async () => {
    const { body } = await search('');

    assert.equal(
      body['error'],
      'The required "searchText" query param is missing. [error-searchText-param-not-provided]',
    );
  });
});

describe('chat.search where every text is a pattern', () => {
  const server = eachWithServer({ data, now: noon, settings: { Message_AlwaysSearchRegExp: true } });

  it('finds parts of words', async () => {
    const query = { roomId: 'lab', searchText: 'ELEAS.' };

    const { body } = await ask(server(), 'GET chat.search', { as: 'ann', query });

    assert.deepEqual(each(listIn(body, 'messages'), '_id'), ['release', 'plan']);
  });
});
