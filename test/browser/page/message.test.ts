import assert from 'node:assert/strict';
import type { MessageView } from '../../../src/webview/protocol/message';
import { author, atMinute, messageView } from '../../support/makers/views';
import { openRoom, type RoomOptions } from '../../support/page/room';
import { usePages } from '../../support/page/usePages';

describe('A message', () => {
  const openPage = usePages();

  const show = async (over: Partial<MessageView>, options: RoomOptions = {}) => {
    const room = await openRoom(openPage, { messages: [messageView('m', over)], ...options });
    const { opened, page } = room;
    return { opened, page, message: room.message('m') };
  };
  const link = { type: 'LINK', value: { src: { value: 'https://a.example/x' }, label: [{ value: 'here' }] } };

  it('leaves a link to the host, and says where it leads', async () => {
    const { opened, message } = await show({ tree: [{ type: 'PARAGRAPH', value: [link] }] });
    const shown = message.getByRole('link', { name: 'here' });

    await shown.click({ button: 'middle' });

    assert.equal(await shown.getAttribute('title'), 'https://a.example/x');
    assert.equal((await opened.told('openLink')).href, 'https://a.example/x');
    assert.equal(opened.page.context().pages().length, 1);
  });

  it('leads to people, rooms and files that it names', async () => {
    const { opened, message } = await show({
      text: 'see @cleo in #backend about src/a.ts:12-20',
      mentions: [{ username: 'cleo', kind: 'user', isMe: false }],
      channels: [{ room: 'backend-id', name: 'backend', title: 'backend' }],
    });

    await message.getByRole('link', { name: '@cleo' }).click();
    await message.getByRole('link', { name: '#backend' }).click();
    await message.getByRole('link', { name: 'src/a.ts:12-20' }).click();

    assert.equal((await opened.told('openPerson')).username, 'cleo');
    assert.equal((await opened.told('openRoom')).room, 'backend-id');
    assert.deepEqual(await opened.told('openPath'), {
      type: 'openPath',
      path: 'src/a.ts',
      line: 12,
      end: 20,
    });
  });

  it('has nothing to press for people and rooms that do not exist', async () => {
    const { message } = await show({ text: 'see @nobody in #nowhere' });

    assert.equal(await message.locator('.text a').count(), 0);
  });

  it('lets mentions of me stand out', async () => {
    const { message } = await show({
      text: 'hey @ann',
      mentions: [{ username: 'ann', kind: 'user', isMe: true }],
    });

    assert.equal(await message.locator('.mention.mine').textContent(), '@ann');
  });

  it('hides a spoiler until Enter', async () => {
    const { page, message } = await show({ text: 'it is ||the butler||' });
    await message.getByRole('button', { name: 'Show hidden text' }).focus();

    await page.keyboard.press('Enter');

    await message.getByText('the butler').waitFor();
  });

  it('shows the beginning of what is long', async () => {
    const text = Array.from({ length: 40 }, (_, at) => `line ${at}`).join('\n');
    const { message } = await show({ text });
    const folded = await message.evaluate(({ clientHeight }) => clientHeight);

    await message.getByRole('button', { name: 'Show more' }).click();

    await message.getByRole('button', { name: 'Show less' }).waitFor();
    assert.ok((await message.evaluate(({ clientHeight }) => clientHeight)) > 2 * folded);
  });

  it('folds nothing that fits', async () => {
    const { message } = await show({ text: 'x '.repeat(180) }, { width: 900 });

    assert.equal(await message.getByRole('button', { name: 'Show more' }).count(), 0);
  });

  it('hands code to the host with all its lines', async () => {
    const code = Array.from({ length: 30 }, (_, at) => `let x${at} = ${at};`).join('\n');
    const { opened, message } = await show({ text: `\`\`\`ts\n${code}\n\`\`\`` });

    await message.getByRole('button', { name: 'Insert at Cursor' }).click();

    assert.deepEqual(await opened.told('code'), { type: 'code', action: 'insert', code, language: 'ts' });
  });

  it('shows all lines of code when one wants to', async () => {
    const code = Array.from({ length: 30 }, (_, at) => `let x${at} = ${at};`).join('\n');
    const { message } = await show({ text: `\`\`\`ts\n${code}\n\`\`\`` });
    assert.equal(await message.getByText('x20').count(), 0);

    await message.getByRole('button', { name: 'Show all 30 lines' }).click();

    await message.getByText('x20').waitFor();
  });

  it('colours code by the theme', async () => {
    const { message } = await show({ text: '```ts\nconst a = 1;\n```' });
    const color = (selector: string) =>
      message.locator(selector).evaluate((one) => getComputedStyle(one).color);

    assert.notEqual(await color('.token-keyword'), await color('pre code'));
  });

  it('opens the file that code of ours was taken from', async () => {
    const { opened, message } = await show({
      text: '[src/a.ts:1-2](https://git.example.org/a)\n```ts\nx\n```',
    });

    await message.getByRole('link', { name: 'src/a.ts · 1–2' }).click();

    const { path, line, end, href } = await opened.told('openPath');
    assert.deepEqual([path, line, end, href], ['src/a.ts', 1, 2, 'https://git.example.org/a']);
  });

  it('takes a reaction back, or joins in', async () => {
    const { opened, message } = await show({
      reactions: [{ name: ':tada:', people: ['You', 'bob'], isMine: true }],
    });
    const pill = message.getByRole('button', { name: ':tada: 2, You and bob reacted with :tada:' });

    await pill.click();

    assert.equal(await pill.getAttribute('aria-pressed'), 'true');
    assert.deepEqual(await opened.told('react'), { type: 'react', message: 'm', emoji: ':tada:' });
  });

  it('offers what may be done when the pointer is there, and nothing else', async () => {
    const { message } = await show({ offers: ['react', 'unstar'] });
    assert.equal(await message.getByRole('button').count(), 0);

    await message.hover();

    const names = await message.getByRole('button').evaluateAll((all) => all.map((one) => one.ariaLabel));
    assert.deepEqual(names, ['Add Reaction', 'Unstar', 'More Actions…']);
  });

  it('offers the same to those who use keys', async () => {
    const { opened, page, message } = await show({ offers: ['star'] });
    await message.focus();
    await message.getByRole('button', { name: 'Star' }).waitFor();

    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');

    assert.deepEqual(await opened.told('action'), { type: 'action', action: 'star', message: 'm' });
  });

  it("opens VS Code's own menu for the rest", async () => {
    const { page, message } = await show({});
    await message.hover();
    await page.evaluate(() => {
      addEventListener('contextmenu', ({ target }) => {
        if (target instanceof Element)
          document.title = target.closest<HTMLElement>('[data-vscode-context]')?.dataset['message'] ?? '';
      });
    });

    await message.getByRole('button', { name: 'More Actions…' }).click();

    assert.equal(await page.title(), 'm');
  });

  it('says of what was not sent what can be done', async () => {
    const { opened, message } = await show({
      author: author('ann'),
      delivery: { state: 'failed', reason: 'The room is read-only.' },
    });

    for (const name of ['Retry', 'Edit', 'Discard']) await message.getByRole('button', { name }).click();

    const wanted = ['resend', 'takeBack', 'discard'];
    const told = (await opened.allTold()).map(({ type }) => type);
    assert.deepEqual(
      told.filter((type) => wanted.includes(type)),
      wanted,
    );
  });

  it('says who changed it and when', async () => {
    const { message } = await show({ edited: { at: atMinute(5), by: 'cleo' } });

    assert.match(
      (await message.getByText('edited').getAttribute('title')) ?? '',
      /^Edited by cleo, Monday.*09:05/,
    );
  });

  it('shows nothing of what is encrypted', async () => {
    const { message } = await show({ kind: 'encrypted', text: 'ciphertext' });

    assert.equal(await message.getByText('ciphertext').count(), 0);
    await message.getByText('This message is end-to-end encrypted').waitFor();
  });

  it('opens its thread', async () => {
    const { opened, message } = await show({ thread: { replies: 1, isUnread: true, isFollowed: true } });

    await message.getByRole('button', { name: 'unread 1 reply' }).click();

    assert.equal((await opened.told('openThread')).message, 'm');
  });
});
