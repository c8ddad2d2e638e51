import assert from 'node:assert/strict';
import { emptyComposition } from '../../../src/model/composition';
import { CompositionDrafts } from '../../../src/model/compositionDrafts';
import { ComposeDraft } from '../../../src/webview/composeDraft';
import { FakeClock } from '../../support/fakeClock';
import { FakeFiles } from '../../support/fakes/files';
import { composition } from '../../support/makers/composition';

describe('A draft that is read again', () => {
  const hello = { form: composition({ text: 'Hello' }), files: [] };
  let files: FakeFiles;
  let drafts: CompositionDrafts;
  beforeEach(() => {
    files = new FakeFiles();
    drafts = new CompositionDrafts(files, new FakeClock());
  });

  it('is taken where another window has sent what was seen here before', async () => {
    await drafts.write('d1', hello);
    const { seen } = await ComposeDraft.read(drafts, 'd1', { bytes: new Map(), otherwise: hello });
    await drafts.remove('d1');

    const again = await ComposeDraft.read(drafts, 'd1', { bytes: new Map(), otherwise: hello, seen });

    assert.deepEqual([await again.isTaken(), await drafts.list()], [true, []]);
  });

  it('is not written over where it could not be read for once', async () => {
    await drafts.write('d1', hello);
    const text = files.texts.get('composition-d1.json') ?? '';
    files.texts.set('composition-d1.json', 'not now');
    const otherwise = { form: emptyComposition, files: [] };
    const mine = await ComposeDraft.read(drafts, 'd1', { bytes: new Map(), otherwise });
    files.texts.set('composition-d1.json', text);

    mine.setForm(composition({ text: 'Something else' }));
    await mine.whenKept();

    const kept = await Promise.all(['d1', mine.id].map((id) => drafts.read(id)));
    assert.deepEqual(
      kept.map((draft) => draft?.form.text),
      ['Hello', 'Something else'],
    );
  });

  it('stays one where what was written could not be read again for once', async () => {
    const mine = await ComposeDraft.read(drafts, 'd1', { bytes: new Map(), otherwise: hello });
    const read = files.read.bind(files);
    files.read = () => Promise.resolve(undefined);
    mine.setForm(composition({ text: 'one' }));
    await mine.whenKept();
    files.read = read;

    mine.setForm(composition({ text: 'two' }));
    await mine.whenKept();

    assert.equal(mine.id, 'd1');
    assert.equal((await drafts.read('d1'))?.form.text, 'two');
  });
});

describe('A draft that cannot be kept', () => {
  it('is not missed', async () => {
    const files = new FakeFiles();
    files.write = () => Promise.resolve();
    const drafts = new CompositionDrafts(files, new FakeClock());
    const otherwise = { form: emptyComposition, files: [] };
    const mine = await ComposeDraft.read(drafts, 'd1', { bytes: new Map(), otherwise });

    mine.setForm(composition({ text: 'Hello' }));
    await mine.whenKept();

    assert.deepEqual([mine.id, await mine.isTaken()], ['d1', false]);
  });
});
