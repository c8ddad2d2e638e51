import type {
  AttachmentForm,
  ComposeFileView,
  ComposeForm,
  ComposeView,
  OutcomeView,
  ToCompose,
} from '../../../../src/webview/protocol/compose';
import type { AttachmentView } from '../../../../src/webview/protocol/message';
import { attachmentForm } from '../../makers/composition';
import { author, messageView } from '../../makers/views';
import { ComposerPage, composerOpening } from '../composerPage';
import type { OpenedPage } from '../openPage';
import { png } from '../png';

/** Something that a composer can show, and a person looks at. Each needs a page of its own. */
export interface ComposerScene {
  readonly name: string;
  readonly says: readonly ToCompose[];
  readonly act?: (opened: OpenedPage) => Promise<void>;
}

interface Given {
  readonly view?: Partial<ComposeView>;
  readonly form?: Partial<ComposeForm>;
  readonly also?: readonly ToCompose[];
  readonly act?: ComposerScene['act'];
}

function scene(name: string, { view, form, also = [], act }: Given): ComposerScene {
  // Where one was in another draft is none of its business.
  const says = [...composerOpening({ view: { draft: name, ...view }, ...(form && { form }) }), ...also];
  return { name, says, ...(act && { act }) };
}

const text = 'Nightly load test is back. Two regressions, details below.';

const shown: AttachmentView = {
  color: 'danger',
  title: 'Load test, 17 November',
  title_link: 'https://ci.example.org/41',
  text: 'p95 rose from *210 ms* to *340 ms*',
  fields: [
    { title: 'p95', value: '340 ms', short: true },
    { title: 'Errors', value: '0.4 %', short: true },
  ],
};

const preview: ToCompose = {
  type: 'preview',
  message: messageView('preview', { author: author('ann'), text, attachments: [shown], offers: [] }),
};

const loadTest: Partial<AttachmentForm> = {
  color: 'danger',
  title: 'Load test, 17 November',
  title_link: 'htps://ci.example.org/41',
  text: 'p95 rose from *210 ms* to *340 ms*',
  ts: '2026-11-17 09:30',
  fields: shown.fields ?? [],
};

const full: Partial<ComposeForm> = {
  targets: [
    { entry: '#backend', label: 'backend' },
    { entry: '@ann', label: 'ann' },
  ],
  text,
  attachments: [
    attachmentForm(loadTest),
    attachmentForm({ id: 'a2', title: 'Release notes', author_name: 'Dana' }),
    attachmentForm({ id: 'a3', text: 'A picture of it', image_url: 'https://example.org/a.png' }),
  ],
};

const files: readonly ComposeFileView[] = [
  { ...file('f1', 'load-test.png'), image: 'file:f1', description: 'How it went', progress: 0.4 },
  { ...file('f2', 'peak-season-load-test-of-the-warehouse-scheduler-2026-11-17.log'), progress: 0 },
  { ...file('f3', 'notes.txt'), state: 'failed', reason: 'Files of this type are not allowed here.' },
];

function file(id: string, name: string): ComposeFileView {
  return { id, name, type: 'image/png', size: 1_400_000, state: 'ready', description: '' };
}

const picture: ToCompose = {
  type: 'media',
  source: 'file:f1',
  media: { state: 'ready', type: 'image/png', bytes: new Uint8Array(png) },
};

const problems: ToCompose = {
  type: 'problems',
  problems: [
    { path: 'targets', text: 'Add a room or a person to send it to.' },
    { path: 'attachments.0.title_link', text: 'Not a web address: it starts with htps.' },
    { path: 'customFields', text: 'Not JSON. It looks like {"key": "value"}.' },
  ],
};

const under = (states: readonly OutcomeView['state'][]): ToCompose => ({
  type: 'outcomes',
  outcomes: states.map((state, at) => ({
    ...(full.targets?.[at] ?? { entry: '#ops', label: 'ops' }),
    state,
    ...(state === 'failed' && {
      reason: 'You cannot write in this room: only its owners and moderators can.',
    }),
    ...(state === 'waiting' && { reason: 'Will be sent when the connection is back' }),
  })),
});

/** A button that is off is in reach all the same: only the test's mouse waits for it. */
const send = async ({ page }: OpenedPage) =>
  page.getByRole('button', { name: 'Send', exact: true }).press('Enter');

/** Every state of a composer. */
export const composerScenes: readonly ComposerScene[] = [
  scene('empty', { form: { targets: [] }, also: [emptyPreview()] }),
  scene('full', { form: full, also: [preview] }),
  scene('files', { form: { ...full, attachments: [] }, also: [{ type: 'files', files }, picture, preview] }),
  scene('problems', {
    form: { targets: [], attachments: [attachmentForm(loadTest)], customFields: '{"a"' },
    also: [problems, emptyPreview()],
    act: send,
  }),
  scene('sending', {
    form: full,
    also: [
      { type: 'files', files: files.slice(0, 2).map((one) => ({ ...one, state: 'sending' })) },
      picture,
      preview,
      under(['sending', 'waiting', 'delivered']),
    ],
  }),
  scene('failed-target', { form: full, also: [preview, under(['delivered', 'delivered', 'failed'])] }),
  scene('edit', { view: { mode: 'edit' }, form: full, also: [preview] }),
  scene('bot', {
    view: { mayImpersonate: true, accountLabel: 'ann @ chat.example.org' },
    form: {
      text: 'Built.',
      emoji: ':tada:',
      alias: 'Build',
      avatar: 'https://example.org/b.png',
      parseUrls: false,
    },
    also: [{ type: 'draftState', isKept: false }],
  }),
  scene('thread', {
    form: {
      text,
      thread: { id: 't1', label: 'Is the load test back yet, or do we wait for it?', alsoToRoom: true },
    },
    also: [preview],
  }),
  scene('too-long', { view: { maxLength: 50 }, form: { text } }),
  scene('notice', { view: { notice: 'Sign in as ann @ chat.example.org to send this.' }, form: full }),
  scene('search', { act: search }),
  scene('completion', { act: complete }),
];

function emptyPreview(): ToCompose {
  return { type: 'preview', message: messageView('preview', { author: author('ann'), text: '' }) };
}

async function search(opened: OpenedPage): Promise<void> {
  await new ComposerPage(opened).find('re', '#release', '#rendering-of-pages', '@rebecca');
}

async function complete(opened: OpenedPage): Promise<void> {
  const { text: area } = new ComposerPage(opened);
  await area.pressSequentially('Thanks :ta');
}
