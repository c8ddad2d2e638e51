import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CompositionDrafts, type CompositionDraft } from '../../../src/model/compositionDrafts';
import { DraftKeeping } from '../../../src/model/compositionDraftKeeping';
import { FakeClock } from '../../support/fakeClock';
import { FakeFiles } from '../../support/fakes/files';
import { composition } from '../../support/makers/composition';

/** A disk that takes until it is let go. */
class HeldFiles extends FakeFiles {
  letGo: () => void = () => undefined;
  private readonly held = new Promise<void>((resolve) => (this.letGo = resolve));

  override async write(name: string, text: string): Promise<void> {
    await this.held;
    await super.write(name, text);
  }
}

describe('DraftKeeping, while the disk is slow', () => {
  let files: HeldFiles;
  let drafts: CompositionDrafts;
  let content: CompositionDraft;
  let keeping: DraftKeeping;
  beforeEach(() => {
    files = new HeldFiles();
    drafts = new CompositionDrafts(files, new FakeClock());
    content = { form: composition({ text: 'one' }), files: [] };
    keeping = new DraftKeeping('d1', {
      drafts,
      seen: undefined,
      isThere: false,
      content: () => content,
      moveTo: () => Promise.reject(new Error('Nobody else has it.')),
    });
  });

  it('removes what it was just writing', async () => {
    const kept = keeping.keep();
    await nextTurn();

    const removed = keeping.remove();
    await nextTurn();
    files.letGo();
    await Promise.all([kept, removed]);

    assert.deepEqual(await drafts.list(), []);
  });

  it('writes what was changed meanwhile after that, once', async () => {
    const kept = keeping.keep();
    await nextTurn();

    content = { ...content, form: composition({ text: 'two' }) };
    const later = [keeping.keep(), keeping.keep()];
    files.letGo();
    await Promise.all([kept, ...later]);

    assert.equal((await drafts.read('d1'))?.form.text, 'two');
    assert.equal(files.calls.filter((call) => call.startsWith('write')).length, 2);
  });
});
