import assert from 'node:assert/strict';
import type { UploadView } from '../../../src/webview/protocol/conversation';
import { answerPages, general } from '../../support/page/answerBox';
import { usePages } from '../../support/page/usePages';

const upload = (over: Partial<UploadView> = {}): UploadView => ({
  ...{ id: 'u1', name: 'image.png', type: 'image/png', size: 5, state: 'ready' },
  ...over,
});

const code = (text: string) => ({
  'text/plain': text,
  'vscode-editor-data': JSON.stringify({ version: 1, mode: 'typescript' }),
});

describe('what is pasted into the answer box', () => {
  const open = answerPages(usePages());

  it('becomes a block of code with its language, if it is code', async () => {
    const box = await open();

    await box.paste(code('if (a) {\n  b();\n}'));

    assert.equal(await box.text(), '```typescript\nif (a) {\n  b();\n}\n```\n');
  });

  it('stays in the line, if it is a word', async () => {
    const box = await open();
    await box.type('see ');

    await box.paste(code('entries'));

    assert.equal(await box.text(), 'see entries');
  });

  it('stays as it is with Ctrl+Shift+V', async () => {
    const box = await open();

    await box.pressToPastePlain();
    await box.paste(code('a();\nb();'));

    assert.equal(await box.text(), 'a();\nb();');
  });

  it('can be undone', async () => {
    const box = await open();
    await box.type('see ');
    await box.paste(code('a();\nb();'));

    await box.press('Control+z');

    assert.equal(await box.text(), 'see ');
  });

  it('is attached, if it is a picture', async () => {
    const box = await open();

    await box.paste({}, ['image.png']);

    const { place, name, mediaType } = await box.opened.told('attach');
    assert.deepEqual([place, name, mediaType], [general, 'image.png', 'image/png']);
  });

  it('is not attached, if it is too large', async () => {
    const box = await open({ box: { files: { maxSize: 4 } } });

    await box.paste({}, ['image.png']);

    await box.opened.page
      .getByText('image.png was not attached: it is larger than 4 bytes, the most that can be attached here.')
      .waitFor();
    assert.deepEqual(await box.toldOf('attach'), []);
  });
});

describe('what is dropped onto the page', () => {
  const open = answerPages(usePages());

  it('is attached, if it is a file', async () => {
    const box = await open();

    await box.drag('drop', { files: ['notes.txt'] });

    assert.equal((await box.opened.told('attach')).name, 'notes.txt');
  });

  it('goes into the text, if it is text', async () => {
    const box = await open();

    await box.drag('drop', { text: 'src/a.ts' });

    assert.equal(await box.text(), 'src/a.ts');
  });

  it('asks for Shift while it is dragged without', async () => {
    const box = await open();

    await box.drag('dragover', { files: ['notes.txt'], shiftKey: false });

    await box.opened.page.getByText('Hold Shift to drop').waitFor();
  });

  it('is said to be welcome while it is dragged with Shift', async () => {
    const box = await open();

    await box.drag('dragover', { files: ['notes.txt'] });

    await box.opened.page.getByText('Drop to attach').waitFor();
  });

  it('is forgotten when it is dragged away', async () => {
    const box = await open();
    await box.drag('dragover', { files: ['notes.txt'] });

    await box.drag('dragleave', { files: ['notes.txt'] });

    await box.opened.page.getByText('Drop to attach').waitFor({ state: 'detached' });
  });
});

describe('files in the answer box', () => {
  const open = answerPages(usePages());
  const uploads = (...views: readonly UploadView[]) =>
    ({ type: 'uploads', place: general, uploads: views }) as const;

  it('show a picture that was pasted', async () => {
    const box = await open();
    await box.paste({}, ['image.png']);
    await box.opened.told('attach');

    await box.opened.say(uploads(upload()));

    await box.opened.page.locator('rc-answer img.thumb').waitFor();
  });

  it('are sent without a text', async () => {
    const box = await open();
    await box.opened.say(uploads(upload()));

    await box.sendButton.click();

    assert.deepEqual(await box.sent(), [{ text: '' }]);
  });

  it('say how far they are', async () => {
    const box = await open();

    await box.opened.say(uploads(upload({ state: 'sending', progress: 0.25 })));

    const bar = box.opened.page.getByRole('progressbar', { name: 'Uploading image.png' });
    assert.equal(await bar.evaluate((one: HTMLProgressElement) => one.value), 0.25);
  });

  it('can be stopped', async () => {
    const box = await open();
    await box.opened.say(uploads(upload({ state: 'sending' })));

    await box.opened.page.getByRole('button', { name: 'Cancel upload of image.png' }).click();

    assert.equal((await box.opened.told('detach')).upload, 'u1');
  });

  it('say why they failed, and are sent again', async () => {
    const box = await open();
    await box.opened.say(uploads(upload({ state: 'failed', reason: 'The server has no space left.' })));
    await box.opened.page.getByText('The server has no space left.').waitFor();

    await box.opened.page.getByRole('button', { name: 'Retry' }).click();

    assert.deepEqual(await box.sent(), [{ text: '' }]);
  });

  it('cannot be attached where the server takes none, and the button says so', async () => {
    const box = await open({ box: { files: undefined } });

    const button = box.opened.page.getByRole('button', { name: 'Attach' });

    assert.deepEqual(
      [await button.getAttribute('aria-disabled'), await button.getAttribute('title')],
      ['true', 'Files cannot be attached here.'],
    );
  });
});
