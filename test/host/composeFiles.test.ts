import assert from 'node:assert/strict';
import { emptyComposition } from '../../src/model/composition';
import type { Guard } from '../../src/model/guard/guard';
import { eachWithComposer } from '../support/composerHarness';
import { eventually } from '../support/eventually';
import { composition } from '../support/makers/composition';

describe('Files of a composer that are still being added', () => {
  const composer = eachWithComposer();

  it('go with the message that is sent meanwhile', async () => {
    const limits = composer().server.faults.add({ kind: 'hold', path: '/api/v1/settings.public*' });
    const page = await composer().open();
    composer().attach('a.txt', 'one');
    page.say({ type: 'sendForm', form: composition({ text: 'Look' }) });
    await limits.reached;

    limits.remove();

    await eventually('it has gone', () => composer().closed > 0);
    assert.deepEqual(sent(), [['Look', 'a.txt']]);
  });

  it('go with the message where they come while somebody is asked', async () => {
    let asked = 0;
    const guard: Guard = {
      check: (passages) => {
        if ((asked += 1) === 1) composer().attach('a.txt', 'one');
        return Promise.resolve(passages.map(({ text }) => text));
      },
    };
    const limits = composer().server.faults.add({ kind: 'hold', path: '/api/v1/settings.public*' });
    const page = await composer().open(emptyComposition, guard);
    page.say({ type: 'sendForm', form: composition({ text: 'Look' }) });
    await eventually('the question', () => asked === 1);

    limits.remove();

    await eventually('it has gone', () => composer().closed > 0);
    assert.deepEqual(sent(), [['Look', 'a.txt']]);
  });

  it('keep the message here where one of them cannot be', async () => {
    const limits = composer().server.faults.add({ kind: 'hold', path: '/api/v1/settings.public*' });
    const page = await composer().open();
    composer().attach('empty.txt', '');
    page.say({ type: 'sendForm', form: composition({ text: 'Look' }) });
    await limits.reached;

    limits.remove();
    await eventually('the limits are known', () => composer().session.knownSettings);
    composer().attach('a.txt', 'one');
    await eventually('the other one', () => page.last('files')?.files.length === 1);

    await composer().send(composition({ text: 'Look again' }));
    assert.deepEqual(sent(), [['Look again', 'a.txt']]);
  });

  const sent = () =>
    composer()
      .posted()
      .map(({ msg, attachments: [first] = [] }) => [msg, first?.['title']]);
});

describe('Files of a composer that cannot go along', () => {
  const composer = eachWithComposer();

  it('are said to be lost with the window, and nothing is sent before they are taken off', async () => {
    const page = await openedWithLost();
    const rows = page.last('files')?.files.map(({ state, reason }) => `${state}: ${reason ?? ''}`);

    page.say({ type: 'sendForm', form: composition({ text: 'Look' }) });

    await eventually('the field', () => page.last('focus')?.path === 'files');
    const lost = 'a.txt could not be kept over the restart. Take it off, and add it again.';
    assert.deepEqual(rows, [`failed: ${lost}`]);
    assert.deepEqual(page.last('problems')?.problems, [{ path: 'files', text: lost }]);
    assert.deepEqual([composer().closed, composer().posted()], [0, []]);
  });

  it('are said at once where a target is added that takes none, and nothing is sent', async () => {
    const { page, targets } = await openedToBoth();

    page.say({ type: 'sendForm', form: composition({ text: 'Look', targets }) });

    await eventually('the field', () => page.last('focus')?.path === 'files');
    assert.deepEqual(page.last('problems')?.problems, [
      { path: 'files', text: 'a.txt cannot be sent. The server takes no files in direct messages.' },
    ]);
    assert.equal(page.last('files')?.files[0]?.reason, 'The server takes no files in direct messages.');
    assert.deepEqual([composer().closed, composer().posted()], [0, []]);
  });

  it('can go once the target is taken off again', async () => {
    const { page, targets } = await openedToBoth();
    page.say({ type: 'form', form: composition({ text: 'Look', targets }), edition: 1 });
    await eventually('the problem', () => page.last('files')?.files[0]?.state === 'failed');

    page.say({ type: 'form', form: composition({ text: 'Look' }), edition: 1 });

    await eventually('no problem', () => page.last('files')?.files[0]?.state === 'ready');
    await composer().send(composition({ text: 'Look' }));
    assert.equal(composer().posted().length, 1);
  });

  /** A channel, and a person who takes no files. */
  async function openedToBoth() {
    composer().server.settings.set('FileUpload_Enabled_Direct', false);
    const page = await composer().open();
    await composer().attached('a.txt', 'one');
    return { page, targets: ['#general', '@bob'].map((entry) => ({ entry, label: entry })) };
  }

  /** Another window, which the bytes of the file did not come to. */
  async function openedWithLost() {
    const before = await composer().open();
    composer().attach('a.txt', 'one');
    await eventually('the file', () => before.last('files')?.files.length === 1);
    before.say({ type: 'form', form: composition({ text: 'Look' }), edition: 1 });
    await eventually('the draft is kept', () => before.last('draftState')?.isKept);
    await composer().restart();
    const { files } = composer();
    for (const name of await files.names()) if (name.endsWith('.file')) await files.remove(name);
    return composer().open();
  }
});
