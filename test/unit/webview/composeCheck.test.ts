import assert from 'node:assert/strict';
import { CompositionDrafts, type CompositionDraft } from '../../../src/model/compositionDrafts';
import { roomId } from '../../../src/model/room';
import { checked } from '../../../src/webview/composeCheck';
import { ComposeDraft } from '../../../src/webview/composeDraft';
import { FakeClock } from '../../support/fakeClock';
import { sessionWith } from '../../support/fakeSession';
import { FakeFiles } from '../../support/fakes/files';
import { composition } from '../../support/makers/composition';
import { room } from '../../support/makers/room';

const file = { id: 'f1', name: 'a.txt', type: 'text/plain', size: 3, description: '' };

describe('The check of a composer, of its files', () => {
  async function problems(draft: Partial<CompositionDraft>, bytes = new Map([['f1', new Blob(['one'])]])) {
    const off = [{ _id: 'FileUpload_Enabled_Direct', value: false }];
    const { session } = sessionWith({
      settings: { public: () => ({ settings: off, count: 1, offset: 0, total: 1 }) },
    });
    session.rooms.merge([room('bob-room', { type: 'd', kind: 'direct', username: 'bob', slug: undefined })]);
    await session.settings();
    const otherwise = { form: composition({ text: 'Look' }), files: [file], ...draft };
    const drafts = new CompositionDrafts(new FakeFiles(), new FakeClock());
    return checked({ session, draft: await ComposeDraft.read(drafts, 'd1', { bytes, otherwise }) });
  }
  const to = (...entries: readonly string[]) => ({
    form: composition({ text: 'Look', targets: entries.map((entry) => ({ entry, label: entry })) }),
  });
  const noneInDirect = {
    path: 'files',
    kind: 'refusedFile',
    detail: 'a.txt',
    refusal: { kind: 'noFilesInDirect' },
  };

  it('finds nothing where the server takes them', async () => {
    assert.deepEqual(await problems({}), []);
  });

  for (const entry of ['@bob', 'bob-room', ' bob-room', '@eva'])
    it(`finds that ${entry} is a direct message, which takes none`, async () => {
      assert.deepEqual(await problems(to('#general', entry)), [noneInDirect]);
    });

  it('finds one whose bytes are gone', async () => {
    assert.deepEqual(await problems({}, new Map()), [{ path: 'files', kind: 'lostFile', detail: 'a.txt' }]);
  });

  it('lets one be lost that is everywhere already', async () => {
    const sent = [{ entry: '#general', room: roomId('general'), files: ['f1'] }];

    assert.deepEqual(await problems({ sent }, new Map()), []);
  });

  it('finds one that is lost before it was everywhere', async () => {
    const sent = [{ entry: '#general', room: roomId('general'), files: ['f1'] }];

    const found = await problems({ ...to('#general', '#planner'), sent }, new Map());

    assert.deepEqual(
      found.map(({ kind }) => kind),
      ['lostFile'],
    );
  });
});
