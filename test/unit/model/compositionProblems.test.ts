import assert from 'node:assert/strict';
import {
  emptyAttachment,
  emptyComposition,
  problemKinds,
  type AttachmentForm,
  type Composition,
  type Problem,
} from '../../../src/model/composition';
import { problemsOf, type ComposeLimits } from '../../../src/model/compositionProblems';

const limits: ComposeLimits = { maxLength: 10, mayImpersonate: true, files: 0 };
const general = { entry: '#general', label: 'general' };
const ready: Composition = { ...emptyComposition, targets: [general], text: 'hello' };

const problems = (over: Partial<Composition>, more: Partial<ComposeLimits> = {}) =>
  problemsOf({ ...ready, ...over }, { ...limits, ...more });
const attached = (over: Partial<AttachmentForm>) => ({
  attachments: [{ ...emptyAttachment('a'), title: 'T', ...over }],
});

type Case = readonly [string, Partial<Composition>, Partial<ComposeLimits>, Problem];

const refused: readonly Case[] = [
  ['no target', { targets: [] }, {}, { path: 'targets', kind: 'noTarget' }],
  [
    'a thread without its room',
    { targets: [], thread: { id: 'm1', label: '', alsoToRoom: false } },
    {},
    { path: 'targets', kind: 'noTarget' },
  ],
  [
    'a room that is closed to this person',
    { targets: [general, { entry: 'r2', label: 'news' }] },
    { canPost: (entry) => (entry === 'r2' ? 'readOnly' : undefined) },
    { path: 'targets.1', kind: 'notPostable', detail: 'news', obstacle: 'readOnly' },
  ],
  ['nothing at all', { text: ' \n' }, {}, { path: 'text', kind: 'nothingToSend' }],
  [
    'an attachment without anything',
    { text: '', ...attached({ title: '', collapsed: true }) },
    {},
    { path: 'text', kind: 'nothingToSend' },
  ],
  ['a long text', { text: ' hello there! ' }, {}, { path: 'text', kind: 'tooLong', detail: 2 }],
  ['an emoji itself', { emoji: '🎉' }, {}, { path: 'emoji', kind: 'notAnEmoji' }],
  ['two emoji', { emoji: ':a: :b:' }, {}, { path: 'emoji', kind: 'notAnEmoji' }],
  [
    'another name without the right to it',
    { alias: 'Bot' },
    { mayImpersonate: false },
    { path: 'alias', kind: 'noRightToImpersonate' },
  ],
  [
    'another picture without the right to it',
    { avatar: '/a/b.png' },
    { mayImpersonate: false },
    { path: 'avatar', kind: 'noRightToImpersonate' },
  ],
  ['a picture that is no address', { avatar: 'face' }, {}, { path: 'avatar', kind: 'notAnAddress' }],
  ['custom fields that are no JSON', { customFields: '{' }, {}, { path: 'customFields', kind: 'notJson' }],
  [
    'custom fields that are no object',
    { customFields: '[1]' },
    {},
    { path: 'customFields', kind: 'notAnObject' },
  ],
  [
    'custom fields where the server has refused them',
    { customFields: '{"a":1}' },
    { refusesCustomFields: true },
    { path: 'customFields', kind: 'customFieldsOff' },
  ],
  ['a color that is none', attached({ color: '#12' }), {}, at('color', 'notAColor')],
  ['a long text of an attachment', attached({ text: 'hello there' }), {}, at('text', 'tooLong', 1)],
  ['a time that is none', attached({ ts: 'now' }), {}, at('ts', 'notATime')],
  [
    'a link to a message without its time',
    attached({ message_link: 'https://a.example' }),
    {},
    at('message_link', 'linkWithoutTime'),
  ],
  [
    'a title that leads somewhere, but has no words',
    attached({ title: ' ', title_link: 'https://a.example' }),
    {},
    at('title', 'missingTitle', 'title_link'),
  ],
  [
    'a row without title',
    attached({ fields: [{ title: '', value: 'V', short: false }] }),
    {},
    at('fields.0.title', 'missingTitle'),
  ],
  [
    'a row without value',
    attached({ fields: [{ title: 'T', value: ' ', short: false }] }),
    {},
    at('fields.0.value', 'missingValue'),
  ],
  ['other keys that are no JSON', attached({ rest: '{' }), {}, at('rest', 'notJson')],
  ['other keys that are no object', attached({ rest: '1' }), {}, at('rest', 'notAnObject')],
  [
    'a misspelt scheme',
    attached({ image_url: 'htps://a.example' }),
    {},
    at('image_url', 'wrongScheme', 'htps'),
  ],
  [
    'a script',
    attached({ author_link: 'JavaScript:alert(1)' }),
    {},
    at('author_link', 'wrongScheme', 'javascript'),
  ],
  [
    'a file whose bytes are gone',
    {},
    { files: 1, faultyFiles: [{ name: 'a.txt', fault: 'lost' }] },
    { path: 'files', kind: 'lostFile', detail: 'a.txt' },
  ],
  [
    'a file that the server does not take',
    {},
    { files: 1, faultyFiles: [{ name: 'a.svg', fault: { kind: 'type' } }] },
    { path: 'files', kind: 'refusedFile', detail: 'a.svg', refusal: { kind: 'type' } },
  ],
];

describe('problemsOf', () => {
  for (const [what, form, more, problem] of refused)
    it(`refuses ${what}`, () => {
      assert.deepEqual(problems(form, more), [problem]);
    });

  it('knows each kind of problem', () => {
    const seen = new Set(refused.map(([, , , { kind }]) => kind));

    assert.deepEqual(
      problemKinds.filter((kind) => !seen.has(kind)),
      [],
    );
  });

  const taken: readonly (readonly [string, Partial<Composition>, Partial<ComposeLimits>])[] = [
    ['a text', {}, {}],
    ['one attachment', { text: '', ...attached({}) }, {}],
    ['one file', { text: '' }, { files: 1 }],
    ['an empty attachment beside a text', { attachments: [emptyAttachment()] }, {}],
    ['an empty row of the table', attached({ fields: [{ title: '', value: ' ', short: true }] }), {}],
    ['a channel that is not joined yet', {}, { canPost: () => 'notJoined' }],
    ['an emoji without its colons', { emoji: 'man_technologist' }, {}],
    ['a picture below the server', { avatar: '/avatar/ann' }, {}],
    ['custom fields', { customFields: '{"a":1}' }, {}],
    [
      'a link to a message with its time',
      attached({ message_link: 'https://a.example', ts: '2026-11-17 09:30' }),
      {},
    ],
  ];
  for (const [what, form, more] of taken)
    it(`takes ${what}`, () => {
      assert.deepEqual(problems(form, more), []);
    });

  for (const color of [
    'good',
    'teal',
    '#fff',
    '#1d74f5',
    '#1d74f580',
    'rgb(1 2 3 / 50%)',
    'var(--accent)',
    'hsl(calc(1), 2%, 3%)',
  ])
    it(`takes the color ${color}`, () => {
      assert.deepEqual(problems(attached({ color })), []);
    });

  for (const color of ['#12345', 'red;', 'rgb(1', 'url(x)', 'rgb(url(x))', '12', 'rgb())('])
    it(`refuses the color ${color}`, () => {
      assert.deepEqual(problems(attached({ color })), [at('color', 'notAColor')]);
    });

  for (const address of [
    'https://a.example/b?c#d',
    'HTTP://a',
    'http://localhost:3000',
    '/file-upload/x/y.png',
    '/team/file-upload/x/y',
  ])
    it(`takes the address ${address}`, () => {
      assert.deepEqual(problems(attached({ thumb_url: address })), []);
    });

  for (const address of [
    'a.example',
    'www.a.example/b',
    '/avatar/ann',
    'https://',
    'http:a',
    'https://a b',
    'localhost:3000',
    '//a.example',
    '/file-upload/',
  ])
    it(`refuses the address ${address}`, () => {
      assert.deepEqual(problems(attached({ thumb_url: address })), [at('thumb_url', 'notAnAddress')]);
    });
});

function at(key: string, kind: Problem['kind'], detail?: string | number): Problem {
  return { path: `attachments.0.${key}`, kind, ...(detail !== undefined && { detail }) };
}
