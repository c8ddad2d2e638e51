import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  CompositionDrafts,
  isEmptyDraft,
  largestKept,
  type CompositionDraft,
} from '../../../src/model/compositionDrafts';
import { messageId } from '../../../src/model/message';
import { roomId } from '../../../src/model/room';
import { FakeClock } from '../../support/fakeClock';
import { FakeFiles } from '../../support/fakes/files';
import { attachmentForm, composition } from '../../support/makers/composition';

const here = { room: roomId('general'), message: messageId('m1') };
const draft = (over: Partial<CompositionDraft> = {}): CompositionDraft => ({
  form: composition({ text: 'Hello' }),
  files: [],
  ...over,
});

describe('CompositionDrafts', () => {
  let files: FakeFiles;
  let clock: FakeClock;
  const window = () => new CompositionDrafts(files, clock);
  beforeEach(() => {
    files = new FakeFiles();
    clock = new FakeClock();
  });

  it('are there in the next window, with all that stood in the form', async () => {
    const form = composition({
      text: 'Hello',
      thread: { id: 'm1', label: 'Is it down?', alsoToRoom: true },
      parseUrls: false,
      customFields: '{"a":1}',
      attachments: [attachmentForm({ title: 'A', fields: [{ title: 'x', value: 'y', short: true }] })],
    });
    const file = { id: 'f1', name: 'a.png', type: 'image/png', size: 3, description: 'Chart' };
    const sent = [{ entry: '#general', ...here, files: ['f1'] }];
    const written = draft({ form, files: [file], edits: here, corrects: here, sent });

    await window().write('d1', written);

    const { id, savedAt, ...read } = (await window().read('d1')) ?? {};
    assert.deepEqual([id, savedAt, read], ['d1', clock.now(), written]);
  });

  it('come with the one that was written last in front', async () => {
    await window().write('d1', draft());
    await clock.advance(1_000);
    await window().write('d2', draft());

    const list = await window().list();

    assert.deepEqual(
      list.map(({ id }) => id),
      ['d2', 'd1'],
    );
  });

  it('are none where the file is damaged', async () => {
    await window().write('d1', draft());
    const [name = '', text = ''] = [...files.texts][0] ?? [];

    files.texts.set(name, text.slice(0, -3));

    assert.deepEqual(await window().list(), []);
  });

  it('hold the bytes of their files, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 100_000, size: 'max' }), async (bytes) => {
        const isKept = await window().keepFile('d1', 'f1', new Blob([new Uint8Array(bytes)]));

        const read = await window().readFile('d1', 'f1');
        assert.ok(isKept && read);
        assert.deepEqual(new Uint8Array(await read.arrayBuffer()), new Uint8Array(bytes));
      }),
      { numRuns: 20 },
    );
  });

  it('say so of a file that is too large to be kept', async () => {
    const isKept = await window().keepFile('d1', 'f1', new Blob([new Uint8Array(largestKept + 1)]));

    assert.equal(isKept, false);
    assert.equal(await window().readFile('d1', 'f1'), undefined);
  });

  it('take their files along when they go', async () => {
    await window().write('d1', draft());
    await window().keepFile('d1', 'f1', new Blob(['a']));
    await window().write('d2', draft());

    await window().remove('d1');

    assert.deepEqual([...files.texts.keys()], ['composition-d2.json']);
  });
});

describe('isEmptyDraft', () => {
  it('misses nothing where only a target was named', () => {
    assert.equal(isEmptyDraft(draft({ form: composition({ text: ' ' }) })), true);
  });

  it('misses a text, a card, a file', () => {
    const file = { id: 'f1', name: 'a.png', type: 'image/png', size: 3, description: '' };

    assert.equal(isEmptyDraft(draft()), false);
    assert.equal(isEmptyDraft(draft({ form: composition({ attachments: [attachmentForm()] }) })), false);
    assert.equal(isEmptyDraft(draft({ form: composition(), files: [file] })), false);
  });
});
