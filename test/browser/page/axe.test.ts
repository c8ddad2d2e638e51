import assert from 'node:assert/strict';
import { author, atMinute, messageView, messageViews } from '../../support/makers/views';
import { seriousFindings } from '../../support/page/axe';
import { openRoom } from '../../support/page/room';
import { usePages } from '../../support/page/usePages';

const themes = ['dark', 'light', 'hcBlack', 'hcLight'] as const;

describe('A conversation for those who see or hear it otherwise', () => {
  const openPage = usePages();
  const messages = [
    ...messageViews(8),
    messageView('asked', {
      author: author('dana'),
      sentAt: atMinute(9),
      text: 'Is it on purpose? @ann',
      tree: [
        {
          type: 'PARAGRAPH',
          value: [
            { type: 'PLAIN_TEXT', value: 'Is it on purpose? ' },
            { type: 'MENTION_USER', value: { type: 'PLAIN_TEXT', value: 'ann' } },
          ],
        },
      ],
      mentions: [{ username: 'ann', kind: 'user', isMe: true }],
      mentionsMe: true,
      reactions: [{ name: ':tada:', people: ['you', 'bob'], isMine: true }],
      thread: { replies: 5, lastReplyAt: atMinute(12), isUnread: true, isFollowed: true },
      pinned: { by: 'bob' },
      isStarred: true,
      edited: { at: atMinute(10), by: 'dana' },
    }),
    messageView('pinned', { kind: 'system', type: 'message_pinned', text: 'pinned a message' }),
    messageView('mine', {
      author: author('ann'),
      sentAt: atMinute(14),
      delivery: { state: 'failed', reason: 'The server did not answer.' },
    }),
  ];

  for (const theme of themes)
    for (const width of [260, 900])
      it(`has nothing serious to find, ${theme}, ${width} pixels wide`, async () => {
        const { opened } = await openRoom(openPage, {
          theme,
          width,
          messages,
          view: { firstUnread: { id: 'm5', count: 7 }, hasOlder: true, older: { state: 'loading' } },
        });
        await opened.screenshot(`conversation-${theme}-${width}`);

        assert.deepEqual(await seriousFindings(opened), []);
      });

  for (const theme of themes)
    it(`has nothing serious to find in the emoji picker, ${theme}`, async () => {
      const { opened } = await openRoom(openPage, { theme, width: 260, messages });
      await opened.say(
        {
          type: 'emoji',
          emoji: [
            { names: ['tada'], unicode: '🎉', category: 'objects' },
            { names: ['party_parrot'], image: 'emoji:party_parrot', category: 'custom' },
          ],
        },
        { type: 'recentEmoji', recent: ['party_parrot'] },
        { type: 'pickReaction', message: 'mine' },
      );
      await opened.screenshot(`emoji-picker-${theme}`);

      assert.deepEqual(await seriousFindings(opened), []);
    });

  it('reads out messages with all that is to know about them', async () => {
    const { page } = await openRoom(openPage, { messages });

    await page
      .getByRole('listitem', {
        name: 'dana, 09:09, Is it on purpose? @ann, mentions you, edited, pinned, starred, 2 reactions, 5 replies, unread',
      })
      .waitFor();
  });

  it('announces what arrives in the open room', async () => {
    const room = await openRoom(openPage, { messages });

    await room.show([...messages, messageView('news', { sentAt: atMinute(20), text: 'It is out.' })], {
      isFresh: false,
    });

    await room.page.locator('[aria-live]', { hasText: 'bob: It is out.' }).waitFor({ state: 'attached' });
  });

  it('announces nothing while the person types', async () => {
    const room = await openRoom(openPage, { messages });
    await room.page.getByRole('textbox').pressSequentially('I think');

    await room.show([...messages, messageView('news', { sentAt: atMinute(20), text: 'It is out.' })], {
      isFresh: false,
    });

    assert.equal(await room.page.locator('[aria-live]').textContent(), '');
    await room.page.locator('[aria-live]', { hasText: 'bob: It is out.' }).waitFor({ state: 'attached' });
  });

  it('says nothing of what was there when the room was opened', async () => {
    const { page } = await openRoom(openPage, { messages });

    assert.equal(await page.locator('[aria-live]').textContent(), '');
  });
});
