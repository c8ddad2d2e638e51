import assert from 'node:assert/strict';
import type { UploadView } from '../../../src/webview/protocol/conversation';
import { placeView } from '../../support/makers/views';
import { type AnswerPage, answerPages, general } from '../../support/page/answerBox';
import { usePages } from '../../support/page/usePages';

/** The names of the files that the host was given, and what was sent, in order. */
async function handedOver(box: AnswerPage): Promise<readonly string[]> {
  return (await box.opened.allTold()).flatMap((message) => {
    if (message.type === 'attach') return [message.name];
    return message.type === 'send' ? ['send'] : [];
  });
}

/** No file is read, or found to be a folder, before the returned function is called. */
async function holdFiles({ opened: { page } }: AnswerPage): Promise<(isFolder?: boolean) => Promise<void>> {
  await page.evaluate(() => {
    const isFolder = new Promise<boolean>((resolve) => {
      const answer = (event: Event) => resolve(event instanceof CustomEvent && event.detail === true);
      globalThis.addEventListener('read', answer, { once: true });
    });
    File.prototype.arrayBuffer = async function (this: File) {
      if (await isFolder) throw new DOMException('It is a folder.', 'NotFoundError');
      return new Response(this).arrayBuffer();
    };
  });
  return (isFolder = false) =>
    page.evaluate((detail) => void globalThis.dispatchEvent(new CustomEvent('read', { detail })), isFolder);
}

/** The host has got the file, and says what has become of it. */
async function answer({ opened }: AnswerPage, name: string, isTaken: boolean): Promise<void> {
  const { request } = await opened.told('attach', { name });
  const file: UploadView = { id: name, name, type: 'image/png', size: 5, state: 'ready' };
  const shown = { type: 'uploads', place: general, uploads: isTaken ? [file] : [] } as const;
  await opened.say(shown, { type: 'attached', place: general, request, isTaken });
}

describe('a file that is attached while its message is sent', () => {
  const open = answerPages(usePages());

  it('goes with what is sent before it is attached', async () => {
    const box = await open();
    await box.type('look');
    const read = await holdFiles(box);
    await box.paste({}, ['a.png', 'b.png']);
    await box.press('Enter', 'Enter');
    await box.opened.page.getByRole('status').getByText('Attaching…').waitFor();

    await read();
    await answer(box, 'a.png', true);
    await answer(box, 'b.png', true);

    assert.equal((await box.opened.told('send')).draft.text, 'look');
    assert.deepEqual(await handedOver(box), ['a.png', 'b.png', 'send']);
  });

  it('goes without words by one Enter', async () => {
    const box = await open();
    await box.paste({}, ['a.png']);
    await box.press('Enter');

    await answer(box, 'a.png', true);

    await box.opened.told('send');
    assert.deepEqual(await handedOver(box), ['a.png', 'send']);
  });

  it('keeps the words back where it cannot be read', async () => {
    const box = await open();
    await box.type('look');
    const read = await holdFiles(box);
    await box.paste({}, ['a.png', 'b.png']);
    await box.press('Enter');

    await read(true);

    await box.opened.page.getByText('b.png was not attached').waitFor();
    assert.deepEqual([await box.text(), await handedOver(box)], ['look', []]);
  });

  it('keeps the words back where one of them is refused', async () => {
    const box = await open();
    await box.type('look');
    await box.paste({}, ['a.png', 'b.png']);
    await box.press('Enter');

    await answer(box, 'a.png', false);
    await answer(box, 'b.png', true);

    await box.opened.page.getByText('Attaching').waitFor({ state: 'detached' });
    assert.deepEqual([await box.text(), await handedOver(box)], ['look', ['a.png', 'b.png']]);
  });

  it('waits for another Enter where something was written since', async () => {
    const box = await open();
    await box.type('look');
    await box.paste({}, ['a.png']);
    await box.press('Enter');
    await box.type(' at');

    await answer(box, 'a.png', true);
    await box.type(' this');
    assert.deepEqual(await handedOver(box), ['a.png']);

    await box.press('Enter');
    assert.equal((await box.opened.told('send')).draft.text, 'look at this');
  });

  it('does not delay an edit', async () => {
    const box = await open();
    await box.opened.say({ type: 'edit', place: general, message: 'm6', text: 'late' });
    const read = await holdFiles(box);
    await box.paste({}, ['a.png']);

    await box.press('Enter');

    assert.deepEqual((await box.opened.told('send')).draft, { text: 'late', edits: 'm6' });
    await read();
  });

  it('goes to its room, and nothing else goes, where that was left before', async () => {
    const box = await open();
    await box.type('look');
    const read = await holdFiles(box);
    await box.paste({}, ['a.png']);
    await box.press('Enter');
    const place = { room: 'other' };
    const draft = { text: 'here' };
    await box.opened.say({ type: 'place', view: placeView({ place }) }, { type: 'draft', place, draft });

    await read();
    await answer(box, 'a.png', true);

    assert.deepEqual((await box.opened.told('attach')).place, general);
    assert.deepEqual([await box.text(), await handedOver(box)], ['here', ['a.png']]);
  });

  it('does not hold up what is sent from the next room', async () => {
    const box = await open();
    await holdFiles(box);
    await box.paste({}, ['a.png']);
    const place = { room: 'other' };
    const draft = { text: 'here' };
    await box.opened.say({ type: 'place', view: placeView({ place }) }, { type: 'draft', place, draft });

    await box.press('Enter');

    assert.deepEqual((await box.opened.told('send')).place, place);
  });

  for (const [who, account] of [
    ['nobody', undefined],
    ['somebody else', 'bob @ chat.example.org'],
  ] as const)
    it(`goes nowhere where ${who} has that room by now`, async () => {
      const box = await open();
      await box.type('look');
      const read = await holdFiles(box);
      await box.paste({}, ['a.png']);
      await box.press('Enter');
      const { place, ...nowhere } = placeView();
      await box.opened.say({ type: 'place', view: account ? { ...nowhere, place, account } : nowhere });

      await read();
      await box.opened.say();

      assert.deepEqual(await handedOver(box), []);
    });
});
