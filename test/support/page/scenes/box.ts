import type { Draft, PlaceView, ToPage, UploadView } from '../../../../src/webview/protocol/conversation';
import { longName, type Scene, scene } from './scene';
import type { OpenedPage } from '../openPage';
import { AnswerPage } from '../answerBox';

interface Place {
  readonly room: string;
}

const quotes = [
  { id: 'q1', author: 'bob', text: 'Re-planning got slow since the last release.' },
  {
    id: 'q2',
    author: 'Maximiliane von Hohenlohe-Langenburg',
    text: 'And so did the export, which nobody looked at for a while.',
  },
];

const code =
  'Look at this:\n```typescript\nconst entry = entries.get(key) ?? load(key);\n```\nIs it on purpose?';

const uploads: readonly UploadView[] = [
  { id: 'u1', name: 'notes.txt', type: 'text/plain', size: 812, state: 'ready' },
  { id: 'u2', name: `${longName}-2026-03-02T14-00-00.log.gz`, type: 'x', size: 1_200_000, state: 'ready' },
  { id: 'u3', name: 'scan.png', type: 'image/png', size: 16_000_000, state: 'sending', progress: 0.4 },
  { id: 'u4', name: 'counted by nobody.bin', type: 'x', size: 4_096, state: 'sending' },
  {
    id: 'u5',
    name: 'film.mp4',
    type: 'video/mp4',
    size: 90_000,
    state: 'failed',
    reason: 'No space left on the server.',
  },
];

const kept =
  (draft: Draft) =>
  (place: Place): readonly ToPage[] => [{ type: 'draft', place, draft }];

const toBox: ToPage = { type: 'focus', target: 'box' };

/** What the box can hold, and what stands above it. */
export function boxScenes(): readonly Scene[] {
  return [...contentScenes, ...fileScenes, ...suggestionScenes, ...dragScenes];
}

const thread: Partial<PlaceView> = {
  title: 'Re-planning got slow since the last release, and so did the export',
  parent: longName,
  box: {
    state: 'open',
    placeholder: 'Reply in thread',
    maxLength: 5000,
    files: {},
    alsoToRoom: { isChecked: true, label: `Also send to ${longName}` },
  },
};

const contentScenes = [
  scene('box-focused', { also: () => [toBox] }),
  scene('box-draft', { also: (place) => [...kept({ text: code })(place), toBox] }),
  scene('box-typing', {
    place: { typing: 'Maximiliane von Hohenlohe-Langenburg and 2 others are typing…' },
    also: kept({ text: 'x'.repeat(300) }),
  }),
  scene('box-quotes', { also: kept({ text: 'Both are one thing.', quotes }) }),
  scene('box-editing', { also: (place) => [...kept({ text: 'As it was.', edits: 'm2' })(place), toBox] }),
  scene('box-too-long', {
    place: { box: { state: 'open', placeholder: 'Message', maxLength: 40, files: {} } },
    also: kept({ text: 'This is more than the server takes in one message.' }),
  }),
  scene('box-refused', {
    also: (place) => [
      {
        type: 'refused',
        place,
        draft: { text: '/giphy cats' },
        reason: 'There is no command /giphy. Begin with a blank to send it as text.',
      },
      toBox,
    ],
  }),
  scene('box-thread', { place: thread }),
];

const fileScenes = [
  scene('files', {
    also: (place) => [...kept({ text: 'All of it.' })(place), { type: 'uploads', place, uploads }],
  }),
  scene('files-off', { place: { box: { state: 'open', placeholder: 'Message', maxLength: 5000 } } }),
];

/** Types, and answers what the page asks then. */
function suggesting(
  name: string,
  typed: string,
  items: Extract<ToPage, { readonly type: 'completions' }>['items'],
) {
  return scene(name, {
    also: () => [toBox],
    act: async (opened) => {
      await opened.forgetTold();
      await opened.page.keyboard.type(typed);
      const { request } = await opened.told('complete', { query: typed.slice(1) });
      await opened.say({ type: 'completions', request, items });
      await opened.page.keyboard.press('ArrowDown');
    },
  });
}

const suggestionScenes = [
  suggesting('suggest-people', '@', [
    { insert: '@bob', label: 'Bob Stone', detail: '@bob', icon: 'account' },
    {
      insert: '@maximiliane',
      label: 'Maximiliane von Hohenlohe-Langenburg',
      detail: '@maximiliane.hohenlohe',
      icon: 'account',
    },
    { insert: '@all', label: 'all', detail: 'Everybody in the room', icon: 'megaphone' },
  ]),
  suggesting('suggest-commands', '/', [
    {
      insert: '/invite',
      label: '/invite',
      detail: 'Invite a user to join this channel · @username',
      icon: 'terminal',
    },
    { insert: '/invite-all-to', label: '/invite-all-to', detail: '#room', icon: 'terminal' },
  ]),
];

const drag = (shiftKey: boolean) => (opened: OpenedPage) =>
  new AnswerPage(opened).drag('dragover', { files: ['notes.txt'], shiftKey });

/** Nothing comes after these: what is dragged over a page stays there. */
const dragScenes = [scene('drop-hold-shift', { act: drag(false) }), scene('drop', { act: drag(true) })];
