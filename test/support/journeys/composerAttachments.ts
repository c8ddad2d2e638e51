import type { AttachmentText } from './composerCard';

interface Attachment {
  readonly typed: AttachmentText;
  /** As the server is to keep it. */
  readonly sent: object;
}

const files = 'https://files.heron.example';

const rows = [
  { title: 'p95', value: '340 ms', short: true },
  { title: 'Errors', value: '0.4 %', short: true },
] as const;
const where = { title: 'Where', value: 'Tours with more than 200 stops' } as const;

const loadTest = {
  title: 'Load test, 17 November',
  title_link: 'https://ci.heron.example/41',
  title_link_download: true,
  text: 'p95 rose from *210 ms* to *340 ms*',
  color: 'danger',
};

const report = {
  author_name: 'Release Bot',
  author_link: 'https://ci.heron.example/bot',
  author_icon: `${files}/bot.png`,
  text: 'Report of the night',
  color: '#1d74f5',
  ts: '2026-03-01 23:40',
  message_link: 'https://chat.heron.example/channel/planner?msg=41',
  thumb_url: `${files}/thumb.png`,
  collapsed: true,
};

const media = {
  title: 'Recordings',
  color: 'good',
  image_url: `${files}/p95.png`,
  audio_url: `${files}/standup.mp3`,
  video_url: `${files}/replay.mp4`,
};

/** Between them every key that `chat.postMessage` knows. */
export const threeAttachments: readonly Attachment[] = [
  {
    typed: { ...loadTest, fields: [...rows, { ...where, short: false }] },
    sent: { ...loadTest, fields: [...rows, where] },
  },
  // Typed and read on the same machine.
  { typed: report, sent: { ...report, ts: new Date(2026, 2, 1, 23, 40).toISOString() } },
  { typed: media, sent: media },
];
