import assert from 'node:assert/strict';
import type { SeedMessage } from '../../server/data/seed';
import { channelsIn, markdownTree, mentionsIn } from '../../server/world/text';
import { urlsIn } from '../../server/world/urls';
import { each, listIn } from '../../support/ask';
import { room, said, town, worldOf } from './town';

const world = worldOf(town({ messages: [said('one', 10)] }));

describe('mentions', () => {
  const cases: readonly [text: string, ids: string[]][] = [
    ['@ann', ['ann-id']],
    ['ask @ann and @bob', ['ann-id', 'bob-id']],
    ['@ann @ann', ['ann-id']],
    ['a line\n@ann', ['ann-id']],
    ['>@ann', ['ann-id']],
    ['(@ann)', []],
    ['mail@ann', []],
    ['@nobody', []],
    ['@ANN', []],
    ['`@ann`', []],
    ['```\n@ann\n```', []],
    ['@all @here', ['all', 'here']],
    ['@bob @all', ['all', 'bob-id']],
    ['@core', ['core-team']],
  ];
  for (const [text, ids] of cases) {
    it(`in ${JSON.stringify(text)}`, () => {
      const mentions = mentionsIn(world, text, 'dev');

      assert.deepEqual(
        mentions.map((mention) => mention._id),
        ids,
      );
    });
  }

  it('say who is meant', () => {
    const mentions = mentionsIn(world, '@ann @core', 'dev');

    assert.deepEqual(mentions, [
      { _id: 'ann-id', username: 'ann', name: 'Ann', type: 'user' },
      { _id: 'core-team', name: 'core', type: 'team' },
    ]);
  });

  it('of everyone are refused in crowds', () => {
    const crowded = worldOf(town(), { Message_MaxAll: 1 });

    assert.throws(() => mentionsIn(crowded, '@all', 'dev'), /error-action-not-allowed/);
    assert.deepEqual(mentionsIn(crowded, '@ann', 'dev').length, 1);
  });
});

describe('references to rooms', () => {
  it('hold those that exist, by their names', () => {
    const channels = channelsIn(world, '#dev and #nowhere, `#open`, #secret');

    assert.deepEqual(channels, [
      { _id: 'dev', name: 'dev', fname: 'dev' },
      { _id: 'secret', name: 'secret', fname: 'secret' },
    ]);
  });
});

describe('links of a text', () => {
  const cases: readonly [text: string, urls: string[]][] = [
    ['see https://a.example/b?c=1#d.', ['https://a.example/b?c=1#d']],
    ['(https://a.example/b)', ['https://a.example/b']],
    ['https://a.example/b_(c)', ['https://a.example/b_(c)']],
    ['[x](https://a.example/b), more', ['https://a.example/b']],
    ['<https://a.example|x>', ['https://a.example']],
    ['http://127.0.0.1:3000/x', ['http://127.0.0.1:3000/x']],
    ['https://a.example https://a.example', ['https://a.example']],
    ['`https://a.example` a.example', []],
  ];
  for (const [text, urls] of cases) {
    it(`in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(
        urlsIn(text),
        urls.map((url) => ({ url, meta: {} })),
      );
    });
  }

  it('ask for no preview unless they are listed', () => {
    const urls = urlsIn('https://a.example https://b.example', ['https://b.example']);

    assert.deepEqual(urls, [
      { url: 'https://a.example', meta: {}, ignoreParse: true },
      { url: 'https://b.example', meta: {} },
    ]);
  });

  it('are all listed when there are more than five, without a mark', () => {
    const text = [1, 2, 3, 4, 5, 6].map((number) => `https://a${number}.example`).join(' ');

    assert.deepEqual(
      urlsIn(text).map((entry) => entry['ignoreParse']),
      new Array(6).fill(undefined),
    );
  });
});

describe('the markdown tree', () => {
  it('is that of the published parser', () => {
    const tree = markdownTree(world, 'hi *you* #dev');

    assert.deepEqual(tree, [
      {
        type: 'PARAGRAPH',
        value: [
          { type: 'PLAIN_TEXT', value: 'hi ' },
          { type: 'BOLD', value: [{ type: 'PLAIN_TEXT', value: 'you' }] },
          { type: 'PLAIN_TEXT', value: ' ' },
          { type: 'MENTION_CHANNEL', value: { type: 'PLAIN_TEXT', value: 'dev' } },
        ],
      },
    ]);
  });
});

describe('a link to a message', () => {
  const link = (room: string, id: string) => `https://chat.example.com/channel/${room}?msg=${id}`;
  const quoting = (target: string, over: Partial<SeedMessage> = {}) =>
    said('quoting', 5, { text: `[ ](${target}) indeed`, ...over });

  function attachmentsOf(messages: readonly SeedMessage[], settings = {}) {
    const quoted = worldOf(town({ messages }), settings).messages.byId('quoting');
    return { attachments: quoted?.attachments, urls: quoted?.urls };
  }

  it('becomes a quote and asks for no preview', () => {
    const original = said('one', 20, { text: 'so', from: 'bob' });

    const { attachments, urls } = attachmentsOf([original, quoting(link('dev', 'one'))]);

    const [{ md, ...quote } = { md: [] }] = attachments ?? [];
    assert.deepEqual(quote, {
      text: 'so',
      message_link: link('dev', 'one'),
      author_name: 'bob',
      author_icon: '/avatar/bob',
      attachments: [],
      ts: '2026-03-02T11:40:00.000Z',
    });
    assert.deepEqual(md, markdownTree(world, 'so'));
    assert.deepEqual(urls, [{ url: link('dev', 'one'), meta: {}, ignoreParse: true }]);
  });

  it('takes the place of a quote that the author made', () => {
    const own = { message_link: link('dev', 'one'), text: 'forged' };
    const messages = [said('one', 20, { text: 'so' }), quoting(link('dev', 'one'), { attachments: [own] })];

    const { attachments } = attachmentsOf(messages);

    assert.deepEqual(
      attachments?.map((attachment) => attachment['text']),
      ['so'],
    );
  });

  it('names the quoted by the name that was shown', () => {
    const original = said('one', 20, { alias: 'Deploy', from: 'hook' });

    const { attachments } = attachmentsOf([original, quoting(link('dev', 'one'))]);

    assert.equal(attachments?.[0]?.['author_name'], 'Deploy');
  });

  const plain: readonly [what: string, original: SeedMessage, target: string][] = [
    ['by another name of the server', said('one', 20), 'https://other.example.com/channel/dev?msg=one'],
    ['to nothing', said('one', 20), link('dev', 'nothing')],
    ['without a message', said('one', 20), 'https://chat.example.com/channel/dev'],
    [
      'to a room that the author may not see',
      said('one', 20, { room: 'lair', from: 'bob' }),
      link('lair', 'one'),
    ],
  ];
  for (const [what, original, target] of plain) {
    it(`stays a link ${what}`, () => {
      const lair = room('lair', { kind: 'p', members: ['bob'] });

      const quoted = worldOf(town({ rooms: [lair], messages: [original, quoting(target)] })).messages.byId(
        'quoting',
      );

      assert.equal(quoted?.attachments, undefined);
    });
  }

  it('cuts the chain of quotes', () => {
    const messages = [
      said('one', 40),
      said('two', 30, { text: `[ ](${link('dev', 'one')}) two` }),
      said('three', 20, { text: `[ ](${link('dev', 'two')}) three` }),
      quoting(link('dev', 'three')),
    ];

    const [quote] = attachmentsOf(messages).attachments ?? [];
    const [cut] = attachmentsOf(messages, { Message_QuoteChainLimit: 1 }).attachments ?? [];

    // The quote of `three` holds that of `two`, and there it ends.
    const inner = listIn(quote ?? {}, 'attachments');
    assert.deepEqual(each(inner, 'message_link'), [link('dev', 'two')]);
    assert.deepEqual(each(inner, 'attachments'), [undefined]);
    assert.deepEqual(cut?.['attachments'], []);
  });
});
