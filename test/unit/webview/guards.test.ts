import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FromPage } from '../../../src/webview/protocol/conversation';
import { isPlace, parseFromPage } from '../../../src/webview/protocol/guards';

const place = { room: 'GENERAL' };
const draft = { text: 'Hello', edits: 'm1', quotes: [{ id: 'm2', author: 'Bob', text: 'Hi' }] };

/** Each tag once, with everything that it may carry. */
const sound: readonly FromPage[] = [
  { type: 'ready' },
  { type: 'older' },
  { type: 'newer' },
  { type: 'latest' },
  { type: 'seen', place, message: 'm1' },
  { type: 'atHand', message: 'm1' },
  { type: 'openThread', message: 'm1' },
  { type: 'back' },
  { type: 'openRoom', room: 'GENERAL' },
  { type: 'openPerson', username: 'bob' },
  { type: 'openLink', href: 'https://example.org' },
  { type: 'openPath', path: 'src/a.ts', line: 12, end: 20 },
  { type: 'show', message: 'm1' },
  { type: 'face', action: 'signIn' },
  { type: 'header', action: 'search' },
  { type: 'action', action: 'reply', message: 'm1' },
  { type: 'react', message: 'm1', emoji: ':tada:' },
  { type: 'code', action: 'copy', code: 'let a', language: 'ts' },
  { type: 'download', source: '/file-upload/f/a.txt', name: 'a.txt' },
  { type: 'media', source: '/avatar/bob', isWanted: 'once' },
  { type: 'typing', isTyping: true },
  { type: 'draft', place, draft },
  { type: 'send', place, draft, alsoToRoom: true },
  { type: 'resend', message: 'm1' },
  { type: 'discard', message: 'm1' },
  { type: 'takeBack', message: 'm1' },
  { type: 'complete', request: 1, kind: 'person', query: 'bo' },
  { type: 'pickFiles' },
  { type: 'insertSelection' },
  { type: 'compose', place, draft },
  { type: 'attach', request: 1, place, name: 'a.png', mediaType: 'image/png', bytes: new Uint8Array(3) },
  { type: 'detach', upload: 'u1' },
  { type: 'leave' },
];

describe('parseFromPage', () => {
  for (const message of sound) {
    it(`takes what a page says when it says ${message.type}`, () => {
      assert.deepEqual(parseFromPage(message), message);
    });

    it(`drops ${message.type} where a key has the wrong type`, () => {
      for (const key of Object.keys(message).filter((name) => name !== 'type'))
        for (const wrong of [null, Number.NaN, [], { room: 1 }, Symbol('x')])
          assert.equal(parseFromPage({ ...message, [key]: wrong }), undefined, key);
    });
  }

  it('drops a tag that nobody knows, also one that every object has', () => {
    for (const type of ['', 'Ready', 'constructor', '__proto__', 'toString', 7, null])
      assert.equal(parseFromPage({ type }), undefined, String(type));
  });

  it('drops what is longer than any of it can be', () => {
    const long = 'x'.repeat(1_000_001);

    assert.equal(parseFromPage({ type: 'openRoom', room: 'x'.repeat(201) }), undefined);
    assert.equal(parseFromPage({ type: 'code', action: 'copy', code: long }), undefined);
    assert.equal(parseFromPage({ type: 'openLink', href: long }), undefined);
  });

  it('takes whatever a person wrote, however long', () => {
    const draft = { text: 'x'.repeat(1_000_001) };

    for (const type of ['draft', 'send']) assert.ok(parseFromPage({ type, place, draft }), type);
  });

  it('drops lines and requests that are no whole numbers from 0 up', () => {
    for (const line of [-1, 1.5, Infinity, 2 ** 60, '3'])
      assert.equal(parseFromPage({ type: 'openPath', path: 'a.ts', line }), undefined, String(line));
  });

  it('throws for nothing that a page can send', () => {
    const types = fc.constantFrom(...sound.map(({ type }) => type));
    const values = fc.oneof(fc.anything(), fc.record({ type: types, place: fc.anything() }));

    fc.assert(
      fc.property(values, (value) => {
        const parsed = parseFromPage(value);

        assert.ok(parsed === undefined || parsed === value);
      }),
    );
  });
});

describe('isPlace', () => {
  it('takes a room, and a thread in it', () => {
    assert.ok(isPlace({ room: 'GENERAL' }));
    assert.ok(isPlace({ room: 'GENERAL', thread: 'm1' }));
  });

  it('takes nothing else', () => {
    for (const value of [
      undefined,
      null,
      'GENERAL',
      [],
      { thread: 'm1' },
      { room: 1 },
      { room: 'a', thread: 1 },
    ])
      assert.equal(isPlace(value), false);
  });
});
