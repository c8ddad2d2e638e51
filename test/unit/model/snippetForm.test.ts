import assert from 'node:assert/strict';
import type { Snippet } from '../../../src/model/snippet';
import { cutForm, excessIn, formed, shareAs, snippetForm } from '../../../src/model/snippetForm';

const snippet = (over: Partial<Snippet> = {}): Snippet => ({
  kind: 'code',
  path: 'src/a.ts',
  language: 'typescript',
  pieces: [{ lines: { first: 12, last: 13 }, code: '  one();\n  two();' }],
  notes: [],
  linkTo: ({ first, last }) => `https://git.example/a.ts#L${first}-L${last}`,
  ...over,
});
const long = (lines: number, over: Partial<Snippet> = {}) => {
  const code = Array.from({ length: lines }, (_, at) => `line${at};`).join('\n');
  return snippet({ pieces: [{ lines: { first: 1, last: lines }, code }], ...over });
};
const words = { limit: 5_000, firstLines: (shown: number, total: number) => `first ${shown} of ${total}` };
const auto = (limit: number) => ({ limit, setting: 'auto' as const });
const exactly = (one: Snippet) => formed(one, 'code', words).text.length;

describe('snippetForm', () => {
  it('leaves code in the message up to the last character that fits, and makes a file of it after that', () => {
    const limit = exactly(snippet());

    assert.deepEqual(
      [snippetForm(snippet(), auto(limit)), snippetForm(snippet(), auto(limit - 1))],
      ['code', 'file'],
    );
  });

  for (const [kind, form] of [
    ['code', 'code'],
    ['output', 'code'],
    ['stack', 'code'],
    ['link', 'code'],
    ['error', 'attachment'],
    ['warning', 'attachment'],
    ['note', 'attachment'],
    ['diff', 'attachment'],
  ] as const) {
    it(`makes of ${kind} by itself: ${form}`, () => {
      assert.equal(snippetForm(snippet({ kind }), auto(5_000)), form);
    });
  }

  it('makes a file of a diff whose attachment would be too long', () => {
    assert.equal(snippetForm(long(100, { kind: 'diff' }), auto(300)), 'file');
  });

  it('does what is set, whatever it is and however long', () => {
    const forms = (['code', 'attachment', 'file'] as const).map((setting) =>
      snippetForm(long(100, { kind: 'error' }), { limit: 10, setting }),
    );

    assert.deepEqual(forms, ['code', 'attachment', 'file']);
  });

  it('leaves a link a line of text even so', () => {
    assert.equal(snippetForm(snippet({ kind: 'link' }), { limit: 10, setting: 'file' }), 'code');
  });
});

describe('shareAs', () => {
  it('takes what stands in the settings, and anything else for auto', () => {
    assert.deepEqual(['file', 'auto', 'snippet', ''].map(shareAs), ['file', 'auto', 'auto', 'auto']);
  });
});

describe('formed', () => {
  it('puts everything into the text as code', () => {
    const { text, attachments, file } = formed(snippet({ comment: 'Look' }), 'code', words);

    assert.equal(
      text,
      'Look\n[src/a.ts:12-13](https://git.example/a.ts#L12-L13)\n```typescript\none();\ntwo();\n```',
    );
    assert.deepEqual([attachments, file], [[], undefined]);
  });

  it('puts path and link into the title of an attachment, and the comment above it', () => {
    const { text, attachments } = formed(
      snippet({ comment: ' Look ', notes: ['differs'] }),
      'attachment',
      words,
    );

    assert.equal(text, 'Look');
    assert.deepEqual(attachments, [
      {
        title: 'src/a.ts:12-13 (differs)',
        title_link: 'https://git.example/a.ts#L12-L13',
        text: '```typescript\none();\ntwo();\n```',
      },
    ]);
  });

  it('makes an attachment for each piece, and says once what holds for all', () => {
    const pieces = [
      { lines: { first: 1, last: 1 }, code: 'a();' },
      { lines: { first: 5, last: 5 }, code: 'b();' },
    ];
    const said = [{ markdown: '*said*', plain: 'said' }];

    const { attachments } = formed(snippet({ pieces, notes: ['n'], words: said }), 'attachment', words);

    assert.deepEqual(
      attachments.map(({ title, text }) => [title, text]),
      [
        ['src/a.ts:1 (n)', '*said*\n```typescript\na();\n```'],
        ['src/a.ts:5', '```typescript\nb();\n```'],
      ],
    );
  });

  for (const [kind, color] of [
    ['error', 'danger'],
    ['warning', 'warning'],
    ['note', '#1d74f5'],
    ['diff', '#1d74f5'],
    ['code', undefined],
    ['output', undefined],
  ] as const) {
    it(`gives ${kind} its colour: ${color ?? 'none'}`, () => {
      assert.equal(formed(snippet({ kind }), 'attachment', words).attachments[0]?.color, color);
    });
  }

  it('sends no title where there is nothing to name, and no link where there is none', () => {
    const output = snippet({ kind: 'output', path: '', language: '', pieces: [{ code: 'done' }] });

    assert.deepEqual(formed(output, 'attachment', words).attachments, [{ text: '```\ndone\n```' }]);
  });

  it('shows the first ten lines above a file', () => {
    const { text, file } = formed(long(11, { comment: 'Look' }), 'file', words);

    assert.match(text, /^Look\n\[src\/a\.ts:1-10\]\(\S+\) \(first 10 of 11\)\n```typescript\nline0;/);
    assert.match(text, /line9;\n```$/);
    assert.equal(file?.text.split('\n').length, 12);
  });

  it('does not say all of it twice', () => {
    const { text } = formed(long(10), 'file', words);

    assert.equal(text, '[src/a.ts:1-10](https://git.example/a.ts#L1-L10)');
  });

  it('shows fewer lines where ten are too many for the server, or none', () => {
    const full = formed(long(11), 'file', words).text.length;

    const fewer = formed(long(11), 'file', { ...words, limit: full - 1 }).text;
    const none = formed(long(11), 'file', { ...words, limit: 60 }).text;

    assert.match(fewer, /\(first 9 of 11\)/);
    assert.equal(none, '[src/a.ts:1-11](https://git.example/a.ts#L1-L11)');
  });
});

describe('excessIn', () => {
  it('counts each text on its own, as the server does', () => {
    const both = formed(snippet({ comment: 'a'.repeat(20) }), 'attachment', words);

    assert.deepEqual(
      [excessIn(both, 35), excessIn(both, 20)],
      [0, (both.attachments[0]?.text?.length ?? 0) - 20],
    );
  });
});

describe('cutForm', () => {
  it('leaves as many lines as fit in the attachment', () => {
    const cut = cutForm(long(20), 'attachment', 60);

    assert.equal(cut?.pieces[0]?.code, 'line0;\nline1;\nline2;\nline3;\nline4;\nline5;');
    assert.deepEqual(cut.pieces[0].lines, { first: 1, last: 6 });
  });

  it('cuts what is said where there is no code', () => {
    const said = ['one', 'two', 'three'].map((plain) => ({ markdown: plain, plain }));

    const cut = cutForm(snippet({ path: '', pieces: [], words: said }), 'code', 7);

    assert.deepEqual(
      cut?.words?.map(({ plain }) => plain),
      ['one', 'two'],
    );
  });
});
