import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { ComposeFileView } from '../../../src/webview/protocol/compose';
import { type ComposerPage, composerPages } from '../../support/page/composerPage';
import { usePages } from '../../support/page/usePages';

const files: readonly ComposeFileView[] = ['graph.png', 'notes.txt'].map((name) => ({
  ...{ id: name, name, type: 'text/plain', size: 1200, state: 'ready', description: '' },
}));

describe('The files of a composer', () => {
  const open = composerPages(usePages());

  async function names({ opened }: ComposerPage): Promise<readonly string[]> {
    await opened.told('addFile');
    const told = await opened.allTold();
    return told.flatMap((message) => (message.type === 'addFile' ? [message.name] : []));
  }

  it('are those that were pasted anywhere', async () => {
    const composer = await open();
    await composer.to.focus();

    await composer.paste('', ['graph.png']);

    assert.deepEqual(await names(composer), ['graph.png']);
  });

  it('are those that were dropped while Shift is held', async () => {
    const composer = await open();
    await composer.drag('dragover', {}, ['notes.txt']);
    await composer.page.getByText('Drop to attach').waitFor();

    await composer.drag('drop', {}, ['notes.txt']);

    assert.deepEqual(await names(composer), ['notes.txt']);
  });

  it('are asked for by their address when they come from the Explorer', async () => {
    const composer = await open();

    await composer.drag('drop', {
      'text/plain': '/w/a.ts',
      'application/vnd.code.uri-list': 'file:///w/a.ts\r\nfile:///w/b.ts',
    });

    assert.deepEqual((await composer.opened.told('addResources')).uris, ['file:///w/a.ts', 'file:///w/b.ts']);
  });

  it('are not what links of web pages are', async () => {
    const composer = await open();

    await composer.drag('drop', {
      'text/uri-list': 'https://example.org/',
      'text/plain': 'https://example.org/',
    });

    const told = (await composer.opened.allTold()).map(({ type }) => type);
    assert.deepEqual(
      told.filter((type) => type === 'addFile' || type === 'addResources'),
      [],
    );
  });

  it('are not even read when they are too large', async () => {
    const composer = await open({ view: { maxFileSize: 3 } });
    await composer.to.focus();

    await composer.paste('', ['graph.png']);

    await composer.page.getByText('graph.png was not attached: it is larger than').waitFor();
    assert.deepEqual(await composer.toldOf('addFile'), []);
  });

  it('are all spoken of that cannot be taken in, until that is put away', async () => {
    const composer = await open({ view: { maxFileSize: 3 } });
    await composer.to.focus();
    await composer.paste('', ['graph.png', 'map.png']);
    const alert = composer.page.getByRole('alert');
    await alert.getByText('map.png').waitFor();
    const said = await alert.getByRole('listitem').allInnerTexts();

    await alert.getByRole('button', { name: 'Close' }).click();

    assert.deepEqual(
      said.map((text) => text.split(' ')[0]),
      ['graph.png', 'map.png'],
    );
    assert.equal(await alert.isVisible(), false);
  });

  it('leave no frame where nothing is said of them', async () => {
    const { page } = await open();

    const frame = await page.locator('.complaint').boundingBox();

    assert.equal(frame?.height, 0);
  });

  it('are not left behind by a message that is sent while they are read', async () => {
    const composer = await open({ form: { text: 'Hi' } });

    await pasteAndSend(composer);

    await composer.opened.told('sendForm');
    const told = (await composer.opened.allTold()).map(({ type }) => type);
    assert.deepEqual(
      told.filter((type) => type === 'addFile' || type === 'sendForm'),
      ['addFile', 'sendForm'],
    );
  });

  it('are described, also while the host says what it had', async () => {
    const composer = await open();
    await composer.say({ type: 'files', files });
    const description = composer.page.getByRole('textbox', { name: 'Description of notes.txt' });
    await description.pressSequentially('How it');

    await composer.say({ type: 'files', files });

    assert.equal((await composer.opened.told('describeFile')).description, 'How it');
    assert.equal(await description.inputValue(), 'How it');
  });

  it('are put in another order by keys, where the focus stays with what is moved', async () => {
    const composer = await open();
    await composer.say({ type: 'files', files });
    const description = composer.page.getByRole('textbox', { name: 'Description of graph.png' });

    await description.press('Alt+ArrowDown');
    const { file, to } = await composer.opened.told('moveFile');
    await composer.say({ type: 'files', files: files.toReversed() });

    assert.deepEqual([file, to], ['graph.png', 1]);
    assert.equal(await isFocused(description), true);
  });

  it('are put in another order by drag', async () => {
    const composer = await open();
    await composer.say({ type: 'files', files });
    const row = (name: string) => composer.page.locator(`[data-file="${name}"]`);

    await row('graph.png').locator('.grip').hover();
    await composer.page.mouse.down();
    // The first move over something only enters it.
    for (const x of [60, 64]) await row('notes.txt').hover({ position: { x, y: 60 }, force: true });
    await composer.page.locator('.aim-after').waitFor();
    await composer.page.mouse.up();

    const { file, to } = await composer.opened.told('moveFile');
    assert.deepEqual([file, to], ['graph.png', 1]);
  });

  it('are removed aloud, and the focus goes on to the next, then to what adds one', async () => {
    const composer = await open();
    const button = (name: string) => composer.page.getByRole('button', { name });
    await composer.say({ type: 'files', files });

    await button('Remove graph.png').click();
    await composer.say({ type: 'files', files: files.slice(1) });
    const isOnNext = await isFocused(button('Remove notes.txt'));
    await button('Remove notes.txt').press('Enter');
    await composer.say({ type: 'files', files: [] });

    await composer.page.getByRole('status').getByText('notes.txt was removed.').waitFor();
    assert.deepEqual([isOnNext, await isFocused(button('Add Files'))], [true, true]);
  });

  it('say what there is to know of them also while nothing went wrong', async () => {
    const composer = await open();
    const reason = 'It has to be added again after a restart.';

    await composer.say({ type: 'files', files: files.map((file) => ({ ...file, reason })) });

    assert.equal(await composer.page.getByText(reason).count(), 2);
  });

  it('show how far they are, and can be stopped while all else is locked', async () => {
    const composer = await open({ form: { text: 'Hi' } });
    await composer.say(
      { type: 'files', files: files.map((file) => ({ ...file, state: 'sending', progress: 0.25 })) },
      { type: 'outcomes', outcomes: [{ entry: '#general', label: 'general', state: 'sending' }] },
    );

    await composer.page.getByRole('button', { name: 'Cancel upload of graph.png' }).click();

    const bar = composer.page.getByRole('progressbar', { name: 'Uploading graph.png' });
    assert.equal(await bar.getAttribute('value'), '0.25');
    assert.equal((await composer.opened.told('removeFile')).file, 'graph.png');
    assert.equal(await composer.text.evaluate((area) => area.closest('[inert]') !== null), true);
    assert.equal(await composer.page.getByPlaceholder('Description').first().isDisabled(), true);
  });

  it('go on with their message to a target that had refused it', async () => {
    const composer = await open({ form: { text: 'Hi' } });
    await composer.say({
      type: 'outcomes',
      outcomes: [
        { entry: '#general', label: 'general', state: 'delivered' },
        { entry: '#ops', label: 'ops', state: 'failed', reason: 'You cannot write in this room.' },
      ],
    });

    await composer.page.getByRole('button', { name: 'Retry #ops' }).click();

    await composer.page.getByText('#general: delivered').waitFor();
    assert.equal((await composer.opened.told('retryTarget')).entry, '#ops');
  });
});

function isFocused(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element === document.activeElement);
}

/** Both at once: nothing has been read in between. */
async function pasteAndSend({ text }: ComposerPage): Promise<void> {
  await text.evaluate((area) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File(['bytes'], 'graph.png', { type: 'image/png' }));
    const how = { bubbles: true, cancelable: true };
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, ...how }));
    area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, ...how }));
  });
}
