import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FromCompose } from '../../../src/webview/protocol/compose';
import { ownerFrom, parseFromCompose } from '../../../src/webview/protocol/composeGuards';
import { attachmentForm, composition } from '../../support/makers/composition';

const form = composition({
  text: 'Hello',
  thread: { id: 'm1', label: 'Is it down?', alsoToRoom: true },
  parseUrls: false,
  attachments: [attachmentForm({ fields: [{ title: 'Host', value: 'web-1', short: true }] })],
});

/** Each tag once, with everything that it may carry. */
const sound: readonly FromCompose[] = [
  { type: 'ready' },
  { type: 'openLink', href: 'https://example.org' },
  { type: 'openRoom', room: 'GENERAL' },
  { type: 'openPerson', username: 'bob' },
  { type: 'openPath', path: 'src/a.ts', line: 12, end: 20 },
  { type: 'code', action: 'copy', code: 'let a', language: 'ts' },
  { type: 'download', source: '/file-upload/f/a.txt', name: 'a.txt' },
  { type: 'media', source: '/avatar/bob', isWanted: 'once' },
  { type: 'complete', request: 1, kind: 'person', query: 'bo' },
  { type: 'form', form, edition: 1 },
  { type: 'sendForm', form },
  { type: 'retryTarget', entry: '#general' },
  { type: 'findTargets', request: 1, query: 'gen' },
  { type: 'copyPayload', as: 'curl' },
  { type: 'paste', request: 1, text: '{"text":"Hello"}' },
  { type: 'pickFiles' },
  { type: 'addFile', name: 'a.png', mediaType: 'image/png', bytes: new Uint8Array(3) },
  { type: 'addResources', uris: ['file:///w/a.ts'] },
  { type: 'describeFile', file: 'f1', description: 'A chart' },
  { type: 'moveFile', file: 'f1', to: 0 },
  { type: 'removeFile', file: 'f1' },
  { type: 'correctedCopy' },
  { type: 'discardDraft' },
];

describe('parseFromCompose', () => {
  for (const message of sound) {
    it(`takes what a composer says when it says ${message.type}`, () => {
      assert.deepEqual(parseFromCompose(message), message);
    });

    it(`drops ${message.type} where a key has the wrong type`, () => {
      for (const key of Object.keys(message).filter((name) => name !== 'type'))
        for (const wrong of [null, Number.NaN, {}, [1], Symbol('x')])
          assert.equal(parseFromCompose({ ...message, [key]: wrong }), undefined, key);
    });
  }

  it('drops a form in which anything at all has the wrong type', () => {
    const wrong = (value: unknown) => (typeof value === 'string' ? 1 : 'x');

    for (const [key, value] of Object.entries(form)) {
      const spoilt = { ...form, [key]: wrong(value) };
      assert.equal(parseFromCompose({ type: 'form', form: spoilt, edition: 1 }), undefined, key);
    }
  });

  it('drops a card in which anything at all has the wrong type', () => {
    const wrong = (value: unknown) => (typeof value === 'string' ? 1 : 'x');

    for (const [key, value] of Object.entries(attachmentForm())) {
      const attachments = [{ ...attachmentForm(), [key]: wrong(value) }];
      assert.equal(
        parseFromCompose({ type: 'form', form: { ...form, attachments }, edition: 1 }),
        undefined,
        key,
      );
    }
  });

  it('takes what is too long for any server: it is kept all the same', () => {
    const long = 'x'.repeat(1_000_001);
    const forms = [
      composition({ text: long }),
      composition({ targets: [{ entry: `#${long}`, label: long }] }),
      composition({ thread: { id: long, label: long, alsoToRoom: false } }),
      composition({ attachments: [attachmentForm({ id: long })] }),
      composition({ attachments: Array(5_000).fill(attachmentForm()) }),
    ];

    for (const one of forms) assert.ok(parseFromCompose({ type: 'form', form: one, edition: 1 }));
  });

  it('drops what is longer than anybody types', () => {
    const long = 'x'.repeat(20_000_000);

    assert.equal(parseFromCompose({ type: 'paste', request: 1, text: long }), undefined);
    assert.equal(parseFromCompose({ type: 'addResources', uris: Array(1_001).fill('a') }), undefined);
  });

  it('drops what only a conversation says', () => {
    assert.equal(parseFromCompose({ type: 'back' }), undefined);
  });

  it('throws for nothing that a page can send', () => {
    const types = fc.constantFrom(...sound.map(({ type }) => type));
    const values = fc.oneof(fc.anything(), fc.record({ type: types, form: fc.anything() }));

    fc.assert(
      fc.property(values, (value) => {
        const parsed = parseFromCompose(value);

        assert.ok(parsed === undefined || parsed === value);
      }),
    );
  });
});

describe('ownerFrom', () => {
  it('reads whose draft a page showed', () => {
    assert.deepEqual(ownerFrom({ account: 'a', draft: 'd', scroll: 3 }), { account: 'a', draft: 'd' });
  });

  it('reads nothing from anything else', () => {
    for (const state of [undefined, null, 'd', {}, { account: 'a' }, { account: 1, draft: 'd' }])
      assert.equal(ownerFrom(state), undefined);
  });
});
