import assert from 'node:assert/strict';
import { attachmentsFromWire } from '../../../src/model/attachment';

describe('attachmentsFromWire', () => {
  it('lets every key through that an attachment may have', () => {
    const attachment = {
      title: 'Build 7',
      title_link: 'https://ci.example.org/7',
      title_link_download: true,
      text: 'green',
      description: 'as asked',
      pretext: 'look',
      color: 'good',
      collapsed: true,
      author_name: 'ci',
      author_link: 'https://ci.example.org',
      author_icon: 'https://ci.example.org/i.png',
      thumb_url: 'https://ci.example.org/t.png',
      image_url: '/file-upload/f/i.png',
      image_alt: 'a graph',
      image_type: 'image/png',
      image_size: 7,
      image_preview: '/9j/',
      audio_url: '/file-upload/f/a.mp3',
      audio_type: 'audio/mpeg',
      audio_size: 8,
      video_url: '/file-upload/f/v.mp4',
      video_type: 'video/mp4',
      video_size: 9,
      type: 'file',
      fileId: 'f',
      format: 'PNG',
      size: 7,
      message_link: 'https://chat.example.org/channel/general?msg=m',
      ts: '2026-03-02T09:00:00.000Z',
      md: [{ type: 'PARAGRAPH', value: [] }],
      descriptionMd: [{ type: 'PARAGRAPH', value: [] }],
      image_dimensions: { width: 640, height: 400 },
      button_alignment: 'horizontal',
      mrkdwn_in: ['text'],
      fields: [{ title: 'a', value: 'b', short: true }],
      actions: [{ type: 'button', text: 'Go', url: 'https://ci.example.org/go', is_webview: true }],
      attachments: [{ text: 'inner' }],
    };

    assert.deepEqual(attachmentsFromWire([attachment]), [attachment]);
  });

  for (const [what, wire] of [
    ['measures that are none', { image_dimensions: { width: 'wide', height: 3 } }],
    ['a tree that is none', { md: 'text', descriptionMd: {} }],
    ['buttons that are none', { actions: 'many', button_alignment: 'round' }],
    ['sizes below nothing', { size: -1, image_size: Number.NaN }],
    ['words where a list should be', { mrkdwn_in: 'text' }],
    ['a time that is none', { ts: { $date: 1 } }],
    ['the keys of encrypted files', { encryption: { iv: 'a', key: {} }, hashes: { sha256: 'b' } }],
  ] as const)
    it(`leaves out ${what}`, () => {
      assert.deepEqual(attachmentsFromWire([{ title: 'Build 7', ...wire }]), [{ title: 'Build 7' }]);
    });

  it('reads a time that a program sent as a number', () => {
    assert.deepEqual(attachmentsFromWire([{ ts: 1_772_442_000_000 }]), [{ ts: '2026-03-02T09:00:00.000Z' }]);
  });
});
