import assert from 'node:assert/strict';
import { author, atMinute, messageView, messageViews } from '../../support/makers/views';
import { openRoom, type RoomPage } from '../../support/page/room';
import { usePages } from '../../support/page/usePages';

describe('The keyboard in a conversation', () => {
  const openPage = usePages();
  const messages = messageViews(40);

  const openInList = async (): Promise<RoomPage> => {
    const room = await openRoom(openPage, { messages });
    await room.opened.say({ type: 'focus', target: 'messages' });
    return room;
  };

  const press = async (room: RoomPage, ...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await room.page.keyboard.press(key);
  };

  it('comes to the newest message first', async () => {
    const room = await openInList();

    assert.equal(await room.focused(), 'm40');
  });

  it('walks from message to message', async () => {
    const room = await openInList();
    const walked: (string | undefined)[] = [];

    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowDown', 'Home', 'ArrowUp', 'End', 'ArrowDown']) {
      await press(room, key);
      walked.push(await room.focused());
    }

    assert.deepEqual(walked, ['m39', 'm38', 'm39', 'm1', 'm1', 'm40', 'm40']);
  });

  it('goes by screens, and shows where it is', async () => {
    const room = await openInList();

    await press(room, 'PageUp');

    const id = await room.focused();
    assert.ok(id !== 'm40' && id !== 'm39' && id !== 'm1', id);
    assert.ok(await room.message(id ?? '').isVisible());
  });

  it('makes the list one stop of Tab', async () => {
    const room = await openInList();
    await press(room, 'ArrowUp', 'ArrowUp');

    await press(room, 'Tab');
    while ((await room.message('m38').locator(':focus').count()) > 0) await press(room, 'Tab');

    assert.equal(await room.page.evaluate(() => document.activeElement?.tagName), 'TEXTAREA');
  });

  it('says which message is at hand', async () => {
    const room = await openInList();

    await press(room, 'ArrowUp');

    assert.deepEqual(await room.opened.told('atHand'), { type: 'atHand', message: 'm39' });
  });

  const acts: readonly (readonly [string, string])[] = [
    ['r', 'reply'],
    ['q', 'quote'],
    ['s', 'star'],
    ['c', 'copyText'],
    ['Enter', 'reply'],
  ];
  for (const [key, action] of acts)
    it(`does ${action} by ${key}`, async () => {
      const room = await openInList();

      await press(room, key);

      assert.deepEqual(await room.opened.told('action'), { type: 'action', action, message: 'm40' });
    });

  it('does nothing that is not offered', async () => {
    const room = await openInList();

    await press(room, 'e', 'Delete', 'p');

    assert.ok((await room.opened.allTold()).every(({ type }) => type !== 'action'));
  });

  it('opens the thread of a message by Enter', async () => {
    const thread = { replies: 2, isUnread: false, isFollowed: true };
    const room = await openRoom(openPage, { messages: [messageView('m1', { thread })] });
    await room.opened.say({ type: 'focus', target: 'messages' });

    await press(room, 'Enter');

    assert.deepEqual(await room.opened.told('openThread'), { type: 'openThread', message: 'm1' });
  });

  it('opens the menu of the message', async () => {
    const room = await openInList();
    await room.page.evaluate(() => {
      document.addEventListener('contextmenu', ({ target }) => {
        const context = target instanceof Element ? target.closest('[data-vscode-context]') : null;
        document.title = context?.getAttribute('data-vscode-context') ?? '';
      });
    });

    await press(room, 'Shift+F10');

    assert.deepEqual(JSON.parse(await room.page.title()), {
      webviewSection: 'message',
      rocketchatMessage: 'm40',
      rocketchatItem: 'message.reply.quote.react.star.copyText.copyLink.open',
      preventDefaultContextMenuItems: true,
    });
  });

  it('leads by Escape from the box to the list and out of the page', async () => {
    const room = await openRoom(openPage, { messages });
    await room.opened.say({ type: 'focus', target: 'box' });

    await press(room, 'Escape');
    const focused = await room.focused();
    await press(room, 'Escape');

    assert.equal(focused, 'm40');
    assert.deepEqual(await room.opened.told('leave'), { type: 'leave' });
  });

  it('stays on its message when others arrive', async () => {
    const room = await openInList();
    await press(room, 'ArrowUp');

    await room.show([...messages, messageView('new', { sentAt: atMinute(50) })], { isFresh: false });

    assert.equal(await room.focused(), 'm39');
  });

  it('goes to the next message when its own is gone', async () => {
    const room = await openInList();
    await press(room, 'ArrowUp', 'ArrowUp');

    await room.show(
      messages.filter(({ id }) => id !== 'm38'),
      { isFresh: false },
    );

    assert.equal(await room.focused(), 'm39');
  });

  it('stays on a message whose text changes', async () => {
    const room = await openInList();

    await room.show(
      [...messages.slice(0, -1), messageView('m40', { text: 'changed', author: author('cleo') })],
      {
        isFresh: false,
      },
    );

    assert.equal(await room.focused(), 'm40');
  });
});

describe('The emoji picker', () => {
  const openPage = usePages();
  const emoji = [
    { names: ['grinning'], unicode: '😀', category: 'people' },
    { names: ['smile'], unicode: '😄', category: 'people' },
    { names: ['tada', 'party'], unicode: '🎉', category: 'objects' },
  ];

  it('puts an emoji into the box', async () => {
    const room = await openRoom(openPage, { messages: messageViews(5) });
    await room.opened.say({ type: 'emoji', emoji });
    await room.page.getByRole('textbox').fill('Done');

    await room.page.getByRole('button', { name: 'Insert Emoji' }).click();
    await room.page.getByRole('gridcell', { name: 'smile' }).click();

    const box = room.page.getByRole('textbox');
    assert.match(await box.inputValue(), /^Done ?:smile: $/);
    assert.ok(await box.evaluate((element) => element === document.activeElement));
  });

  const openPicker = async (): Promise<RoomPage> => {
    const room = await openRoom(openPage, { width: 240, messages: messageViews(5) });
    await room.opened.say(
      { type: 'recentEmoji', recent: ['tada'] },
      { type: 'emoji', emoji },
      { type: 'focus', target: 'messages' },
    );
    await room.page.keyboard.press('+');
    await room.page.getByRole('dialog', { name: 'Pick an emoji' }).waitFor();
    return room;
  };

  it('finds an emoji by its name', async () => {
    const room = await openPicker();

    await room.page.keyboard.type('part');
    await room.page.keyboard.press('Enter');

    const reaction = await room.opened.told('react');
    assert.deepEqual(reaction, { type: 'react', message: 'm5', emoji: ':tada:' });
  });

  it('is walked by arrows, the recent ones first', async () => {
    const room = await openPicker();

    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'Enter']) await room.page.keyboard.press(key);

    const reaction = await room.opened.told('react');
    assert.equal(reaction.emoji, ':smile:');
  });

  it('gives the focus back when it closes', async () => {
    const room = await openPicker();

    await room.page.keyboard.press('Escape');

    assert.equal(await room.page.getByRole('dialog').count(), 0);
    assert.equal(await room.focused(), 'm5');
  });

  it('gives the focus to its message where it was opened from elsewhere', async () => {
    const room = await openRoom(openPage, { messages: messageViews(40) });
    const search = room.page.getByRole('searchbox', { name: 'Search emoji' });
    await room.opened.say({ type: 'pickReaction', message: 'm39' });
    await search.and(room.page.locator(':focus')).waitFor();

    await room.page.keyboard.press('Escape');
    await search.waitFor({ state: 'detached' });

    assert.equal(await room.focused(), 'm39');
  });

  it('stays inside a narrow page', async () => {
    const room = await openPicker();

    const { x = -1, width = 999 } = (await room.page.getByRole('dialog').boundingBox()) ?? {};
    assert.ok(x >= 0 && x + width <= 240, `${x}, ${width}`);
  });
});
