import assert from 'node:assert/strict';
import { readText } from '../../../src/webview/page/message/readText';
import { readTree } from '../../../src/webview/page/message/readTree';
import type { Block, Span } from '../../../src/webview/page/message/written';

const read = (text: string) => readText({ text });
/** What stands in the first line of a text. */
const line = (text: string): readonly Span[] => {
  const [first] = read(text);
  return first?.kind === 'paragraph' ? (first.lines[0] ?? []) : [];
};
const kinds = (blocks: readonly Block[]) => blocks.map(({ kind }) => kind);
const plain = (text: string) => ({ type: 'PLAIN_TEXT', value: text });

describe('readText', () => {
  it('keeps lines together that no blank line parts', () => {
    const blocks = read('one\ntwo\n\nthree');

    assert.deepEqual(kinds(blocks), ['paragraph', 'gap', 'paragraph']);
  });

  for (const [what, text, kind] of [
    ['a heading', '# title', 'heading'],
    ['a list', '- one\n- two', 'list'],
    ['a numbered list', '1. one\n2. two', 'list'],
    ['tasks', '- [ ] one\n- [x] two', 'list'],
    ['a quote', '> said', 'quote'],
    ['code', '```\nx\n```', 'codeBlock'],
    ['big emoji', ':smile:', 'bigEmoji'],
    ['a line across', '---', 'rule'],
    ['a table', '| a | b |\n|---|---|\n| 1 | 2 |', 'table'],
  ] as const)
    it(`reads ${what}`, () => {
      assert.deepEqual(kinds(read(text)), [kind]);
    });

  for (const [what, text, span] of [
    ['bold', '*a*', { kind: 'bold', content: [{ kind: 'text', text: 'a' }] }],
    ['hidden text', '||a||', { kind: 'spoiler', content: [{ kind: 'text', text: 'a' }] }],
    ['inline code', '`a`', { kind: 'code', text: 'a' }],
    ['people', '@ben', { kind: 'person', username: 'ben' }],
    ['rooms', '#backend', { kind: 'room', name: 'backend' }],
    ['colours', 'color:#ff8800', { kind: 'color', color: '#ff8800', text: '#ff8800' }],
    ['times', '<t:1700000000:R>', { kind: 'time', at: 1_700_000_000_000, format: 'R' }],
    [
      'paths',
      'src/a.ts:12-20',
      { kind: 'path', ref: { path: 'src/a.ts', line: 12, end: 20 }, text: 'src/a.ts:12-20', isCode: false },
    ],
    [
      'a path that the parser takes for a domain',
      'tools.py:3',
      { kind: 'path', ref: { path: 'tools.py', line: 3 }, text: 'tools.py:3', isCode: false },
    ],
    [
      'pictures as links',
      '![l](https://a.b/c.png)',
      { kind: 'link', href: 'https://a.b/c.png', label: [{ kind: 'text', text: 'l' }] },
    ],
    [
      'an address that the parser takes for words',
      'http://build:8080/42',
      {
        kind: 'link',
        href: 'http://build:8080/42',
        label: [{ kind: 'text', text: 'http://build:8080/42' }],
      },
    ],
    ['no address in code', '`http://build:8080/42`', { kind: 'code', text: 'http://build:8080/42' }],
  ] as const)
    it(`reads ${what}`, () => {
      assert.deepEqual(line(text)[0], span);
    });

  for (const address of ['javascript:alert(1)', 'data:text/html,x', 'vscode://x/y', 'file:///etc/passwd'])
    it(`shows only the words of a link to ${address}`, () => {
      assert.deepEqual(line(`[label](${address})`), [{ kind: 'text', text: 'label' }]);
    });

  it('shows a text that is too long for the parser as it was written', () => {
    const [block] = read(`*${'a'.repeat(6_000)}*`);

    assert.deepEqual(block, {
      kind: 'paragraph',
      lines: [[{ kind: 'text', text: `*${'a'.repeat(6_000)}*` }]],
    });
  });
});

describe('Code under a header of ours', () => {
  const code = '```ts\nx\n```';

  it('carries its place, and where that lies on the web', () => {
    const blocks = read(`look\n[src/a.ts:1-2](https://git.example.org/a) (not pushed yet)\n${code}`);

    assert.deepEqual(kinds(blocks), ['paragraph', 'codeBlock']);
    assert.deepEqual(blocks[1], {
      kind: 'codeBlock',
      code: 'x',
      language: 'ts',
      header: {
        ref: { path: 'src/a.ts', line: 1, end: 2 },
        href: 'https://git.example.org/a',
        note: 'not pushed yet',
      },
    });
  });

  it('carries a place that has no link', () => {
    const [block] = read(`\`my files/a.ts:7\`\n${code}`);

    assert.deepEqual(block?.kind === 'codeBlock' && block.header, {
      ref: { path: 'my files/a.ts', line: 7 },
      note: '',
    });
  });

  it('leaves a line that says more where it is', () => {
    assert.deepEqual(kinds(read(`see \`src/a.ts:7\`\n${code}`)), ['paragraph', 'codeBlock']);
  });
});

describe('readTree', () => {
  it('takes the text of what it does not know', () => {
    const blocks = readTree([{ type: 'NEW_THING', value: [plain('inside')] }], '');

    assert.deepEqual(blocks, [{ kind: 'paragraph', lines: [[{ kind: 'text', text: 'inside' }]] }]);
  });

  it('takes what stood there of a time that is none', () => {
    const time = { type: 'TIMESTAMP', value: { timestamp: 'soon', format: 'R' }, fallback: [0, 4] };

    assert.deepEqual(readTree([{ type: 'PARAGRAPH', value: [time] }], 'soon, or later'), [
      { kind: 'paragraph', lines: [[{ kind: 'text', text: 'soon' }]] },
    ]);
  });

  it('puts nothing to press into a link', () => {
    const label = [{ type: 'LINK', value: { src: plain('https://evil.example'), label: [plain('a')] } }];
    const link = { type: 'LINK', value: { src: plain('https://a.example/'), label } };

    assert.deepEqual(readTree([{ type: 'PARAGRAPH', value: [link] }], ''), [
      {
        kind: 'paragraph',
        lines: [[{ kind: 'link', href: 'https://a.example/', label: [{ kind: 'text', text: 'a' }] }]],
      },
    ]);
  });

  it('ends at some depth', () => {
    let node: unknown = plain('deep');
    for (let depth = 0; depth < 10_000; depth++) node = { type: 'BOLD', value: [node] };

    assert.ok(!JSON.stringify(readTree([node], '')).includes('deep'));
  });

  for (const [what, tree] of [
    ['nothing', [null, undefined, 7, true]],
    ['lists of lists', [[[['a']]]]],
    [
      'names of objects',
      [
        { type: 'constructor', value: [] },
        { type: '__proto__', value: {} },
      ],
    ],
    [
      'no values',
      ['LINK', 'IMAGE', 'TABLE', 'CODE', 'ORDERED_LIST', 'TASKS', 'COLOR', 'EMOJI'].map((type) => ({ type })),
    ],
    [
      'values of other kinds',
      ['LINK', 'TABLE', 'CODE', 'COLOR', 'TIMESTAMP', 'HEADING'].map((type) => ({
        type,
        value: 7,
        level: {},
        language: [],
      })),
    ],
    [
      'parts of other kinds',
      [
        { type: 'TABLE', value: { header: 7, rows: [{ value: 'x' }, null] } },
        { type: 'LINK', value: { src: [], label: null } },
      ],
    ],
  ] as const)
    it(`does not stumble over ${what}`, () => {
      assert.doesNotThrow(() => readTree(tree, ''));
    });
});
