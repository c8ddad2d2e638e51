import assert from 'node:assert/strict';
import type { ToPage } from '../../../src/webview/protocol/conversation';
import type { MessageView } from '../../../src/webview/protocol/message';
import { author, messagesView, messageView } from '../../support/makers/views';
import { type AnswerPage, answerPages, general } from '../../support/page/answerBox';
import { usePages } from '../../support/page/usePages';

describe('keys in the answer box', () => {
  const open = answerPages(usePages());
  const mine = (id: string, text: string) =>
    messageView(id, { text, author: author('ann'), offers: ['edit', 'delete'] });
  const going = (id: string, text: string, reason?: string) =>
    messageView(id, { text, author: author('ann'), delivery: { state: 'sending', reason } });
  const said = (...messages: readonly MessageView[]): ToPage => ({
    type: 'messages',
    view: messagesView(messages, { isFresh: false }),
  });

  it('sends with Enter, and is empty then', async () => {
    const box = await open();

    await box.type('hello');
    await box.press('Enter');

    assert.deepEqual([await box.sent(), await box.text()], [[{ text: 'hello' }], '']);
  });

  it('breaks the line with Shift+Enter', async () => {
    const box = await open();

    await box.type('one');
    await box.press('Shift+Enter');
    await box.type('two');
    await box.press('Enter');

    assert.deepEqual(await box.sent(), [{ text: 'one\ntwo' }]);
  });

  it('breaks the line with Enter and sends with Ctrl+Enter for who wants it so', async () => {
    const box = await open({ sendsOn: 'alternative' });

    await box.type('one');
    await box.press('Enter');
    await box.type('two');
    await box.press('Control+Enter');

    assert.deepEqual(await box.sent(), [{ text: 'one\ntwo' }]);
  });

  it('goes on with a block of code until it is closed', async () => {
    const box = await open();

    for (const line of ['```ts', 'a();', '```']) {
      await box.type(line);
      await box.press('Enter');
    }

    assert.deepEqual(await box.sent(), [{ text: '```ts\na();\n```' }]);
  });

  it('does not send while an input method is at work', async () => {
    const box = await open();
    const session = await box.opened.page.context().newCDPSession(box.opened.page);
    const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 };

    await session.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 });
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
    await session.send('Input.insertText', { text: '日本' });

    assert.deepEqual([await box.sent(), await box.text()], [[], '日本']);
  });

  it('does not send an empty box, and says why', async () => {
    const box = await open();

    await box.press('Enter');

    assert.deepEqual(
      [await box.sent(), await box.sendButton.getAttribute('title')],
      [[], 'Write something or attach a file first.'],
    );
  });

  it('edits my last message with Arrow-up', async () => {
    const box = await open();
    const messages = [mine('m1', 'an old one'), mine('m2', 'the last one'), messageView('m3')];
    await box.opened.say({ type: 'messages', view: messagesView(messages) });

    await box.press('ArrowUp');
    await box.type('!');
    await box.press('Enter');

    assert.deepEqual(await box.sent(), [{ text: 'the last one!', edits: 'm2' }]);
  });

  it('edits a message that was on its way when Arrow-up was pressed, once it has arrived', async () => {
    const box = await open();
    await box.opened.say(said(mine('m1', 'an old one'), going('m2', 'the lats one')));

    await box.press('ArrowUp');
    await box.opened.say(said(mine('m1', 'an old one'), going('m2', 'the lats one'), messageView('m3')));
    const early = await box.text();
    await box.opened.say(said(mine('m1', 'an old one'), mine('m2', 'the lats one'), messageView('m3')));

    await box.type('!');
    await box.press('Enter');
    assert.deepEqual([early, await box.sent()], ['', [{ text: 'the lats one!', edits: 'm2' }]]);
  });

  it('edits nothing that arrives for who has gone on meanwhile', async () => {
    const meanwhile: Readonly<Record<string, (box: AnswerPage) => Promise<unknown>>> = {
      typed: (box) => box.type('and'),
      left: (box) => box.press('Shift+Tab'),
      waited: (box) => box.opened.say(said(going('m2', 'the lats one', 'You are offline.'))),
      sent: (box) => box.opened.say(said(going('m2', 'the lats one'), going('m4', 'one more'))),
    };
    for (const [what, happens] of Object.entries(meanwhile)) {
      const box = await open();
      await box.opened.say(said(going('m2', 'the lats one')));
      await box.press('ArrowUp');

      await happens(box);
      await box.opened.say(said(mine('m2', 'the lats one')));

      assert.equal(await box.text(), what === 'typed' ? 'and' : '', what);
    }
  });

  it('leaves the message as it was with Escape, and puts back what was there', async () => {
    const box = await open({ draft: { text: 'half a thought' } });
    await box.opened.say({ type: 'edit', place: general, message: 'm1', text: 'as it was' });

    await box.press('Escape');

    assert.equal(await box.text(), 'half a thought');
  });

  it('says that it edits', async () => {
    const box = await open();

    await box.opened.say({ type: 'edit', place: general, message: 'm1', text: 'as it was' });

    await box.opened.page.getByText('Editing message').waitFor();
  });

  it('asks to delete a message whose text was taken away', async () => {
    const box = await open();
    await box.opened.say({ type: 'edit', place: general, message: 'm1', text: 'x' });

    await box.press('Backspace', 'Enter');

    assert.deepEqual(await box.opened.told('action'), { type: 'action', action: 'delete', message: 'm1' });
  });

  it('goes to the messages with Escape', async () => {
    const box = await open();

    await box.press('Escape');

    assert.equal(await box.area.evaluate((area) => area === document.activeElement), false);
  });

  it('goes back to the text with Escape from a button', async () => {
    const box = await open();

    await box.opened.page.getByRole('button', { name: 'Attach' }).press('Escape');

    assert.equal(await box.area.evaluate((area) => area === document.activeElement), true);
  });
});
