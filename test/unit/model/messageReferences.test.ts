import assert from 'node:assert/strict';
import { messageFromWire, type Message } from '../../../src/model/message';
import { wireMessage } from '../../support/makers/message';

/** Whatever a server may send. */
function messageOf(over: object): Message {
  return messageFromWire({ ...wireMessage('m'), ...over }, 'ann-id');
}

describe('The mentions of a message', () => {
  it('are people, teams and everybody', () => {
    const mentions = [
      { _id: 'cleo-id', username: 'cleo', name: 'Cleo Park', type: 'user' },
      { _id: 'team-id', name: 'platform', type: 'team' },
      { _id: 'all', username: 'all' },
      { _id: 'here' },
    ];

    const found = messageOf({ mentions }).mentions?.map(({ username, kind }) => `${username} ${kind}`);

    assert.deepEqual(found, ['cleo user', 'platform team', 'all everybody', 'here everybody']);
  });

  it('are absent where there are none, or none that can be read', () => {
    for (const mentions of [
      undefined,
      [],
      'cleo',
      [null, 7, {}, { _id: 'nameless' }, { _id: 5, username: 'x' }],
    ])
      assert.equal(messageOf({ mentions }).mentions, undefined);
  });
});

describe('The rooms that a message names', () => {
  it('carry the name that is written and the one that is shown', () => {
    const channels = [{ _id: 'r', name: 'general', fname: 'General' }, { _id: 'r2' }, null];

    assert.deepEqual(messageOf({ channels }).channels, [{ room: 'r', name: 'general', title: 'General' }]);
  });
});

describe('The previews of a message', () => {
  const url = 'https://example.org/page';
  const type = 'text/html; charset=utf-8';
  const link = (meta: unknown, more: object = {}) =>
    messageOf({ urls: [{ url, meta, headers: { contentType: type }, ...more }] }).previews;

  it('say what the page says of itself', () => {
    const meta = {
      pageTitle: 'Page',
      ogTitle: 'A page',
      description: 'About it',
      ogSiteName: 'Example',
      ogImage: 'https://example.org/image.png',
    };

    const previews = link(meta);

    assert.deepEqual(previews, [
      {
        url,
        title: 'A page',
        description: 'About it',
        site: 'Example',
        image: 'https://example.org/image.png',
        type,
      },
    ]);
  });

  for (const key of ['pageTitle', 'ogTitle', 'twitterTitle', 'oembedTitle']) {
    it(`find the title in ${key}`, () => {
      assert.equal(link({ [key]: 'Found' })?.[0]?.title, 'Found');
    });
  }

  it('are there for a picture of which nothing else is known', () => {
    const [preview] = link({}, { headers: { contentType: 'image/png' } }) ?? [];

    assert.equal(preview?.type, 'image/png');
  });

  it('are absent before the server has looked, and where none is wanted', () => {
    assert.equal(link({}), undefined);
    assert.equal(link({ pageTitle: 'Page' }, { ignoreParse: true }), undefined);
  });

  it('survive what is of the wrong kind', () => {
    for (const meta of [null, 'text', 7, [], { pageTitle: { a: 1 }, ogImage: ['x'] }])
      assert.equal(link(meta), undefined);
    for (const urls of ['https://example.org', [null], [{ url: 7 }], { url }])
      assert.equal(messageOf({ urls }).previews, undefined);
  });
});
