import assert from 'node:assert/strict';
import { author, atMinute, messageView, messageViews } from '../../support/makers/views';
import { openRoom, type RoomPage } from '../../support/page/room';
import { usePages } from '../../support/page/usePages';

describe('The list of messages', () => {
  const openPage = usePages();
  const messages = messageViews(60);

  const arrive = async (room: RoomPage, ...ids: readonly string[]): Promise<void> => {
    const news = ids.map((id) => messageView(id, { sentAt: atMinute(70) }));
    await room.show([...messages, ...news], { isFresh: false });
  };

  it('draws only what has changed anew', async () => {
    const room = await openRoom(openPage, { messages });
    await room.list.evaluate((list) => {
      for (const item of list.children) item.toggleAttribute('data-drawn-before', true);
    });

    await arrive(room, 'new');

    const anew = room.list.locator('> li:not([data-drawn-before])');
    assert.deepEqual(await anew.evaluateAll((all) => all.map((one) => one.getAttribute('data-message'))), [
      'new',
    ]);
  });

  it('spends few nodes on a plain message', async () => {
    const room = await openRoom(openPage, { messages: messageViews(12) });

    const nodes = await room.list.locator('*').count();

    assert.ok(nodes / 12 <= 15, `${nodes / 12} for each`);
  });

  it('parts a thread from what it began with', async () => {
    const place = { room: 'general', thread: 'm1' };
    const thread = { replies: 59, isUnread: false, isFollowed: true };
    const room = await openRoom(openPage, {
      place: { place, parent: 'general' },
      messages: [messageView('m1', { thread }), ...messages.slice(1)],
      view: { place },
    });

    const second = room.list.locator('> li:not([data-message])').nth(1);
    assert.equal(await second.textContent(), '59 replies');
  });

  it('leads to unread messages that are above the screen, until they were on it', async () => {
    const room = await openRoom(openPage, { messages });
    await room.show(messages, { firstUnread: { id: 'm10', count: 51 } });

    await room.page.getByRole('button', { name: '51 new messages' }).click();

    assert.equal(await room.focused(), 'm10');
    assert.equal(await room.page.getByRole('button', { name: '51 new messages' }).count(), 0);
  });

  it('asks the host for unread messages that are not in the page', async () => {
    const room = await openRoom(openPage, {
      messages,
      view: { hasOlder: true, firstUnread: { id: 'long ago', count: 300 } },
    });

    await room.page.getByRole('button', { name: '300 new messages' }).click();

    assert.deepEqual(await room.opened.told('show'), { type: 'show', message: 'long ago' });
  });

  it('counts what arrives below the screen, and leads there', async () => {
    const room = await openRoom(openPage, { messages });
    await room.scrollTo(100);
    await arrive(room, 'new1', 'new2');

    await room.page.getByRole('button', { name: '2 new messages' }).click();

    assert.ok((await room.untilEnd()) < 1);
    assert.equal(await room.page.locator('.jump').count(), 0);
  });

  it('asks for the latest messages from a part of the conversation', async () => {
    const room = await openRoom(openPage, { messages: messages.slice(0, 30), view: { hasNewer: true } });
    await room.page.getByRole('button', { name: 'Jump to latest' }).click();
    await room.opened.told('latest');

    await room.show(messages);

    assert.ok((await room.untilEnd()) < 1);
  });

  it('is at the end once the latest are there, also where they follow what was here', async () => {
    for (const latest of [messages, messages.slice(30)]) {
      const room = await openRoom(openPage, { messages: messages.slice(0, 30), view: { hasNewer: true } });
      await room.scrollTo(100);
      await room.page.getByRole('button', { name: 'Jump to latest' }).click();
      await room.opened.told('latest');

      await room.show(latest, { isFresh: false });

      assert.ok((await room.untilEnd()) < 1, `after ${latest.length}`);
    }
  });

  it('stays with a message that was gone to before the latest were there', async () => {
    const room = await openRoom(openPage, { messages: messages.slice(0, 30), view: { hasNewer: true } });
    await room.page.getByRole('button', { name: 'Jump to latest' }).click();
    await room.opened.told('latest');

    await room.opened.say({ type: 'reveal', message: 'm5', flashes: true });
    await room.show(messages, { isFresh: false });

    await room.message('m60').waitFor({ state: 'attached' });
    assert.ok((await room.untilEnd()) > 500);
  });

  it('leads to the latest who sends from a part of the conversation, and nobody else', async () => {
    for (const hasNewer of [true, false]) {
      const room = await openRoom(openPage, {
        place: { box: { state: 'open', placeholder: 'Message', maxLength: 5000 } },
        messages: messages.slice(0, 30),
        view: { hasNewer },
      });
      await room.scrollTo(100);
      const box = room.page.getByRole('textbox', { name: 'Message' });

      await box.fill('Here we are.');
      await box.press('Enter');

      await room.opened.told('send');
      const told = (await room.opened.allTold()).map(({ type }) => type);
      assert.equal(told.includes('latest'), hasNewer);
    }
  });

  it('does not count what is only loaded towards the present', async () => {
    const room = await openRoom(openPage, { messages: messages.slice(0, 30), view: { hasNewer: true } });
    await room.scrollTo(100);

    await room.show(messages, { isFresh: false, hasNewer: true });

    await room.message('m60').waitFor({ state: 'attached' });
    assert.deepEqual(await room.page.locator('.jump').allInnerTexts(), ['Jump to latest']);
  });

  it('drops what it does not know', async () => {
    const room = await openRoom(openPage, { messages });

    await room.page.evaluate(() => {
      globalThis.postMessage({ type: 'toString' }, '*');
      globalThis.postMessage({ type: 'of another version' }, '*');
    });
    await arrive(room, 'new');

    await room.message('new').waitFor();
  });

  it('does not show what is said of another place', async () => {
    const room = await openRoom(openPage, { messages });

    await room.show([messageView('secret', { author: author('dana') })], { place: { room: 'other' } });

    assert.equal(await room.message('secret').count(), 0);
  });
});
