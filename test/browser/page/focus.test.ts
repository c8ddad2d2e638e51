import assert from 'node:assert/strict';
import type { MessageView, ReactionView } from '../../../src/webview/protocol/message';
import { messageView } from '../../support/makers/views';
import { png } from '../../support/page/png';
import { openRoom, type RoomPage } from '../../support/page/room';
import { usePages } from '../../support/page/usePages';

describe('The focus, once what had it is gone or leads nowhere', () => {
  const openPage = usePages();
  const dot = { state: 'ready', type: 'image/png', bytes: Uint8Array.from(png) } as const;

  async function openWith(over: Partial<MessageView>): Promise<RoomPage> {
    const room = await openRoom(openPage, { messages: [messageView('m1', over)] });
    await room.opened.say({ type: 'focus', target: 'messages' });
    return room;
  }

  /** What has the focus, as it is called. */
  const named = ({ page }: RoomPage) =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

  it('stays on the star that was given', async () => {
    const room = await openWith({});
    await room.page.getByRole('button', { name: 'Star', exact: true }).focus();

    await room.show([messageView('m1', { offers: ['react', 'reply', 'unstar'], isStarred: true })], {
      isFresh: false,
    });

    assert.match((await named(room)) ?? '', /star/i);
  });

  it('stays on its reaction while another one is taken back', async () => {
    const reaction = (name: string): ReactionView => ({ name, people: ['bob'], isMine: false });
    const room = await openWith({ reactions: [reaction(':a:'), reaction(':b:'), reaction(':c:')] });
    await room.page.getByRole('button', { name: /:b:/ }).focus();

    await room.show([messageView('m1', { reactions: [reaction(':b:'), reaction(':c:')] })], {
      isFresh: false,
    });

    assert.match((await named(room)) ?? '', /:b:/);
  });

  it('comes to the message when a foreign picture is loaded', async () => {
    const room = await openWith({ attachments: [{ image_url: 'https://elsewhere.example/a.png' }] });
    const source = 'https://elsewhere.example/a.png';
    await room.opened.say({ type: 'media', source, media: { state: 'foreign', host: 'elsewhere.example' } });
    await room.page.getByRole('button', { name: 'Load', exact: true }).press('Enter');

    await room.opened.say({ type: 'media', source, media: { state: 'failed', reason: 'It is gone.' } });

    assert.equal(await room.focused(), 'm1');
  });

  it('comes to the message when a recording begins to load', async () => {
    const room = await openWith({ attachments: [{ title: 'talk', audio_url: '/file-upload/f/talk.mp3' }] });

    await room.page.getByRole('button', { name: /talk/ }).press('Enter');

    await room.page.getByRole('status').first().waitFor();
    assert.equal(await room.focused(), 'm1');
  });

  it('stays on a picture while the whole of it is got', async () => {
    const room = await openWith({
      attachments: [{ fileId: 'f', image_url: '/file-upload/t/a.png', title_link: '/file-upload/f/a.png' }],
    });
    await room.opened.say({ type: 'media', source: '/file-upload/t/a.png', media: dot });
    const button = room.page.locator('rc-picture button');
    await button.press('Enter');

    await room.opened.say({
      ...{ type: 'media', source: '/file-upload/f/a.png' },
      media: { state: 'failed', reason: 'It is gone.' },
    });

    assert.equal(await button.locator('img').count(), 1);
    assert.equal(await button.evaluate((element) => element === document.activeElement), true);
  });

  it('leaves the list by Escape from a way to what is not on screen', async () => {
    const room = await openRoom(openPage, {
      messages: [messageView('m1')],
      view: { hasNewer: true },
    });
    await room.page.getByRole('button', { name: /latest/i }).press('Escape');

    assert.deepEqual(await room.opened.told('leave'), { type: 'leave' });
  });
});
