import assert from 'node:assert/strict';
import type { ActiveFault } from '../server/http/faults';
import { eachWithComposer } from '../support/composerHarness';
import { eventually } from '../support/eventually';
import { composition } from '../support/makers/composition';

describe('A file of a composed message that is stopped on its way', () => {
  const composer = eachWithComposer();

  it('leaves a message that was nothing but the file where it is, unsent', async () => {
    const { page, file } = await sendingWith({ text: '' });

    page.say({ type: 'removeFile', file });

    await eventually('nothing is said of the target', () => page.last('outcomes')?.outcomes.length === 0);
    await eventually('the file is gone', () => page.last('files')?.files.length === 0);
    const draft = await composer().session.compositions.read('d1');
    assert.deepEqual([composer().closed, composer().posted()], [0, []]);
    assert.deepEqual(
      draft?.form.targets.map(({ entry }) => entry),
      ['#general'],
    );
  });

  it('keeps the text that was to go with it, and says so until that is sent', async () => {
    const { page, file, upload } = await sendingWith({ text: 'Look' });

    page.say({ type: 'removeFile', file });
    const [outcome] = await eventually('it is said', () => {
      const outcomes = page.last('outcomes')?.outcomes ?? [];
      return outcomes[0]?.state === 'failed' && outcomes;
    });
    upload.remove();
    page.say({ type: 'retryTarget', entry: '#general' });

    await eventually('it has gone', () => composer().closed > 0);
    assert.match(outcome?.reason ?? '', /the file that the text was to go with was taken off/);
    assert.deepEqual(composer().texts(), ['Look']);
  });

  it('is known to be on its way as soon as the server is asked to take it', async () => {
    const { page, upload } = await sendingWith({ text: 'Look' });

    assert.equal(page.last('files')?.files[0]?.state, 'sending');
    upload.remove();
  });

  /** Sends it with a file that does not get through. */
  async function sendingWith(form: { readonly text: string }) {
    const page = await composer().open();
    composer().attach('a.txt', 'one');
    const file = await eventually('the file', () => page.last('files')?.files[0]);
    const upload: ActiveFault = composer().server.faults.add({ kind: 'hold', path: '/api/v1/rooms.media/*' });
    page.say({ type: 'sendForm', form: composition(form) });
    await upload.reached;
    return { page, upload, file: file.id };
  }
});
