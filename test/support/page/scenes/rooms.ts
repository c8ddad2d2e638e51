import type { FromPage, MediaView, ToPage } from '../../../../src/webview/protocol/conversation';
import type { AttachmentView, MessageView } from '../../../../src/webview/protocol/message';
import { atMinute, author, messageView, messageViews } from '../../makers/views';
import type { OpenedPage } from '../openPage';
import { png } from '../png';
import { longName, type Scene, scene } from './scene';

/** What stands around and in messages. */
export function roomScenes(): readonly Scene[] {
  return [...wayScenes, ...stateScenes, ...mediaScenes, ...focusScenes];
}

const many = messageViews(40);

const wayScenes = [
  scene('long-title', { place: { title: longName, topic: 'Everything about the load of the peak season' } }),
  scene('in-a-tab', { setup: { home: 'editor' }, place: { topic: 'API and storage · release on Thursday' } }),
  scene('jumps', {
    messages: many,
    view: { hasOlder: true, firstUnread: { id: 'far back', count: 120 } },
    act: async ({ page }) => {
      await page.locator('.viewport').evaluate((viewport) => viewport.scrollTo(0, 600));
      await page.locator('.jump.up').waitFor();
    },
  }),
  scene('flash', { messages: many, also: () => [{ type: 'reveal', message: 'm20', flashes: true }] }),
];

const long = 'Maximiliane von Hohenlohe-Langenburg';
const her = author('maximiliane.hohenlohe', { name: long, showsUsername: true });
const mine = { author: author('ann'), sentAt: atMinute(30) };

const stateScenes = [
  scene('sending', {
    messages: [
      ...messageViews(2),
      messageView('s1', { ...mine, delivery: { state: 'sending' } }),
      messageView('s2', {
        ...{ ...mine, text: 'Written on the train.' },
        delivery: { state: 'sending', reason: 'Will be sent when the connection is back' },
      }),
      messageView('s3', {
        ...mine,
        delivery: { state: 'failed', reason: 'The text is 12 characters too long for the server.' },
      }),
    ],
  }),
  scene('kinds', {
    messages: [
      messageView('k1', { kind: 'system', type: 'uj', text: 'joined the channel', author: her }),
      messageView('k2', { kind: 'deleted', text: '', sentAt: atMinute(1) }),
      messageView('k3', { kind: 'encrypted', text: '', sentAt: atMinute(8) }),
      messageView('k4', { isIgnored: true, sentAt: atMinute(16) }),
    ],
  }),
  scene('marks', {
    messages: [
      messageView('k5', {
        ...{ author: her, sentAt: atMinute(20), isStarred: true, receipt: 'read', hasBlocks: true },
        edited: { at: atMinute(21), by: 'dana' },
        pinned: { by: 'bob', at: atMinute(22) },
        thread: { replies: 80, lastReplyAt: atMinute(90), isUnread: true, isFollowed: true },
        reactions: [
          { name: ':tada:', people: ['you', 'bob'], isMine: true },
          { name: ':a_very_long_name_of_an_emoji_that_nobody_has_drawn:', people: ['bob'], isMine: false },
        ],
      }),
      messageView('k6', { sentAt: atMinute(40), reply: { thread: 'm1', isShownInRoom: true } }),
      messageView('k7', {
        sentAt: atMinute(50),
        discussion: { room: 'r', messages: 12, lastAt: atMinute(51) },
      }),
    ],
  }),
];

const media = (source: string, answer: MediaView): ToPage => ({ type: 'media', source, media: answer });
const shot = { title: 'graph.png', image_dimensions: { width: 320, height: 80 } };

const elsewhere = 'https://pictures.example.org/a.png';

const pictures: readonly AttachmentView[] = [
  { ...shot, image_url: 'own.png' },
  { ...shot, image_url: elsewhere },
  { ...shot, image_url: 'gone.png' },
];

const files: readonly AttachmentView[] = [
  {
    ...{ type: 'file', title: `${longName}.log.gz`, size: 12e6 },
    ...{ title_link: '/file-upload/1/a', title_link_download: true },
  },
  { type: 'file', title: 'memo.mp3', audio_url: 'memo.mp3', audio_type: 'audio/mpeg' },
  { type: 'removed-file' },
  {
    ...{
      color: 'danger',
      title: 'Deployment failed',
      title_link: 'https://ci.example.org/1',
      hasActions: true,
    },
    thumb_url: elsewhere,
    fields: [
      { title: 'Branch', value: 'release/2.14', short: true },
      { title: 'Commit', value: '3f9c2ab', short: true },
    ],
  },
];

const attached = (attachments: readonly AttachmentView[]) =>
  attachments.map((attachment, at) =>
    messageView(`a${at}`, { text: '', sentAt: atMinute(at), attachments: [attachment] }),
  );

/** Pictures are asked for once they come near. */
async function asksFor({ page }: OpenedPage, source: string): Promise<void> {
  await page.waitForFunction((wanted) => {
    // What the stub left in the page.
    const { told } = globalThis as unknown as { readonly told: readonly FromPage[] };
    return told.some((message) => message.type === 'media' && message.source === wanted);
  }, source);
}

const mediaScenes = [
  scene('pictures', {
    messages: attached(pictures),
    act: async (opened) => {
      // What could not be had is forgotten where nobody has asked for it.
      await asksFor(opened, 'gone.png');
      await opened.say(
        media('own.png', { state: 'ready', type: 'image/png', bytes: new Uint8Array(png) }),
        media(elsewhere, { state: 'foreign', host: 'pictures.example.org' }),
        media('gone.png', { state: 'failed', reason: 'It could not be fetched.' }),
      );
      await opened.page.getByText('It could not be fetched.').waitFor();
    },
  }),
  scene('attachments', { messages: attached(files) }),
];

/** Goes on by keys until that has the focus: only then is it seen. */
function focused(name: string, selector: string, messages: readonly MessageView[] = messageViews(6)): Scene {
  return scene(`focus-${name}`, {
    messages,
    act: async ({ page }) => {
      await page.keyboard.press('Tab');
      await page.locator(selector).last().focus();
    },
  });
}

const withCode = messageView('code', {
  sentAt: atMinute(9),
  text: 'code',
  tree: [
    {
      type: 'CODE',
      language: 'typescript',
      value: ['const entry = entries.get(key) ?? load(key); // newest last: Map keeps insertion order'].map(
        (line) => ({
          type: 'CODE_LINE',
          value: { type: 'PLAIN_TEXT', value: line },
        }),
      ),
    },
  ],
  reactions: [{ name: ':tada:', people: ['you', 'bob'], isMine: true }],
  thread: { replies: 5, lastReplyAt: atMinute(12), isUnread: true, isFollowed: true },
});

const focusScenes = [
  focused('message', '[data-message="m5"]'),
  focused('header', '.room .icon'),
  focused('code', '.code header .icon', [...messageViews(3), withCode]),
  focused('pill', '.pill[aria-pressed="true"]', [...messageViews(3), withCode]),
  focused('thread', '.message .thread', [...messageViews(3), withCode]),
  focused('send', '.send'),
];
