import assert from 'node:assert/strict';
import type { AttachmentView, MessageView } from '../../../src/webview/protocol/message';
import { messageView } from '../../support/makers/views';
import { png } from '../../support/page/png';
import { openRoom, type RoomOptions } from '../../support/page/room';
import { usePages } from '../../support/page/usePages';

describe('What is attached to a message', () => {
  const openPage = usePages();

  const show = async (over: Partial<MessageView>, options: RoomOptions = {}) => {
    const room = await openRoom(openPage, { messages: [messageView('m', over)], ...options });
    return { opened: room.opened, message: room.message('m') };
  };
  const attached = (attachment: AttachmentView) => show({ text: '', attachments: [attachment] });

  it('keeps the room of a picture until it is there', async () => {
    const { opened, message } = await attached({
      image_url: '/file-upload/a/a.png',
      title: 'graph',
      image_dimensions: { width: 300, height: 150 },
    });
    const height = () => message.evaluate(({ clientHeight }) => clientHeight);
    const before = await height();
    await opened.told('media');

    await opened.say({
      type: 'media',
      source: '/file-upload/a/a.png',
      media: { state: 'ready', type: 'image/png', bytes: new Uint8Array(png) },
    });

    await message.locator('.picture img').waitFor();
    assert.equal(await height(), before);
  });

  it('leaves pictures of others alone until one wants them', async () => {
    const source = 'https://other.example/a.png';
    const { opened, message } = await attached({ image_url: source, title: 'graph' });
    await opened.told('media');
    await opened.say({ type: 'media', source, media: { state: 'foreign', host: 'other.example' } });

    await message.getByRole('button', { name: 'Always from other.example' }).click();

    assert.deepEqual((await opened.allTold()).at(-1), { type: 'media', source, isWanted: 'always' });
  });

  it('offers only to load a small one that lies elsewhere, and says where', async () => {
    const source = 'https://other.example/a.png';
    const { opened, message } = await attached({ thumb_url: source, text: 'built' });
    await opened.told('media');
    await opened.say({ type: 'media', source, media: { state: 'foreign', host: 'other.example' } });

    const buttons = message.locator('.thumb').getByRole('button');

    await message.getByTitle(/other\.example/).waitFor();
    assert.deepEqual(await buttons.allTextContents(), ['Load']);
  });

  it('says why a picture is not there', async () => {
    const source = '/file-upload/a/a.png';
    const { opened, message } = await attached({ image_url: source, title: 'graph' });
    await opened.told('media');

    await opened.say({ type: 'media', source, media: { state: 'failed', reason: 'It is gone.' } });

    await message.getByText('graph: It is gone.').waitFor();
  });

  it('asks for sound only when one wants to hear it', async () => {
    const source = '/file-upload/a/a.mp3';
    const { opened, message } = await attached({ type: 'file', title: 'memo.mp3', audio_url: source });
    await opened.forgetTold();

    await message.getByRole('button', { name: 'Play memo.mp3' }).click();

    assert.deepEqual(
      (await opened.allTold()).filter(({ type }) => type === 'media'),
      [{ type: 'media', source }],
    );
  });

  it('leads from a film that cannot be played to the browser', async () => {
    const { opened, message } = await attached({
      title: 'film',
      video_url: '/file-upload/a/a.xyz',
      video_type: 'video/x-unheard-of',
    });

    await message.getByRole('button', { name: 'Open in Browser' }).click();

    assert.deepEqual(await opened.told('action'), { type: 'action', action: 'open', message: 'm' });
  });

  it('keeps a file through the host', async () => {
    const { opened, message } = await attached({
      type: 'file',
      title: 'report.pdf',
      title_link: '/file-upload/f/report.pdf',
      size: 2_300_000,
    });
    await message.getByText('2.3 MB').waitFor();

    await message.getByRole('button', { name: 'Download report.pdf' }).click();

    const { source, name } = await opened.told('download');
    assert.deepEqual([source, name], ['/file-upload/f/report.pdf', 'report.pdf']);
  });

  it('puts short fields side by side, long ones below', async () => {
    const fields = [true, true, false].map((short, at) => ({ title: `t${at}`, value: `v${at}`, short }));
    const { message } = await show({ text: '', attachments: [{ title: 'Build', fields }] }, { width: 600 });

    const [one, other, long] = await message
      .locator('.fields > div')
      .evaluateAll((all) => all.map((field) => field.getBoundingClientRect().top));

    assert.equal(one, other);
    assert.notEqual(one, long);
  });

  it('opens what its sender wanted closed', async () => {
    const { message } = await attached({ title: 'Log', text: 'inner words', collapsed: true });
    assert.equal(await message.getByText('inner words').count(), 0);

    await message.getByRole('button', { name: 'Show attachment' }).click();

    await message.getByText('inner words').waitFor();
  });

  it('draws the bar of an attachment in its colour', async () => {
    const { message } = await attached({ title: 'Build', color: '#ff8800' });

    const color = await message
      .locator('.attachment')
      .evaluate((one) => getComputedStyle(one).borderInlineStartColor);
    assert.equal(color, 'rgb(255, 136, 0)');
  });

  it('jumps to what it quotes, and shows no empty link to it', async () => {
    const quoted = 'https://chat.example.org/channel/general?msg=q';
    const { opened, message } = await show({
      text: `[ ](${quoted}) my answer`,
      attachments: [{ message_link: quoted, author_name: 'cleo', text: 'what was said' }],
    });

    await message.getByRole('link', { name: 'Go to Message' }).click();

    assert.equal((await opened.told('openLink')).href, quoted);
    assert.equal(await message.locator('.text').first().textContent(), 'my answer');
  });

  it("says that a program's buttons are not shown", async () => {
    const { message } = await attached({ title: 'Deploy?', hasActions: true });

    await message.getByText('Buttons are not shown here.').waitFor();
  });
});
