import assert from 'node:assert/strict';
import { parse } from '@rocket.chat/message-parser';
import type { WireNode } from '../../../src/api/wire';
import type { Message } from '../../../src/model/message';
import { summaryOf } from '../../../src/model/messageText';
import { message } from '../../support/makers/message';

/** As the server would send it, or as one would whose parser is off. */
function said(text: string, { parsed }: { readonly parsed: boolean }): Message {
  return message('m', { text, tree: parsed ? treeOf(text) : undefined });
}

function treeOf(text: string): readonly WireNode[] {
  const options = { colors: true, emoticons: true, katex: { dollarSyntax: true, parenthesisSyntax: true } };
  return parse(text, options);
}

function lineOf(one: Message): string {
  const summary = summaryOf(one);
  return summary.kind === 'text' ? summary.text : `(${summary.kind})`;
}

const sameBothWays: [string, string, string][] = [
  ['plain words', 'ship it', 'ship it'],
  ['the first line', 'first\nsecond', 'first'],
  ['the first line with something in it', '\n\n  \nfirst', 'first'],
  ['emphasis', 'a *bold*, _leaning_ and ~struck~ word', 'a bold, leaning and struck word'],
  ['emphasis within emphasis', '*really _now_*', 'really now'],
  ['names with underscores', 'call read_all_rooms twice', 'call read_all_rooms twice'],
  ['code in a line', 'use `a_b * c` here', 'use a_b * c here'],
  ['the first line of code', '```ts\nconst a = 1;\nconst b = 2;\n```', 'const a = 1;'],
  ['words before code', 'look:\n```\ncode\n```', 'look:'],
  ['the label of a link', 'see [the docs](https://example.org/a_b)', 'see the docs'],
  ['a bare link', 'https://example.org/a_b_c', 'https://example.org/a_b_c'],
  ['no permalink of a quote', '[ ](https://chat.example.org/channel/a?msg=x) yes, that', 'yes, that'],
  ['a heading', '# Release 7', 'Release 7'],
  ['a quotation', '> said before', 'said before'],
  ['the first item of a list', '- one\n- two', 'one'],
  ['the first item of a numbered list', '1. one\n2. two', 'one'],
  ['the first task', '- [x] done\n- [ ] open', 'done'],
  ['people and rooms', 'ask @ann in #general', 'ask @ann in #general'],
  ['an emoji by its name', 'nice :tada:', 'nice :tada:'],
  ['an emoji alone', ':tada:', ':tada:'],
  ['an emoji as a character', 'nice 🎉', 'nice 🎉'],
  ['a closed spoiler', 'it was ||the butler||', 'it was …'],
];

describe('summaryOf a message with its tree', () => {
  for (const [name, text, line] of sameBothWays) {
    it(`reads ${name}`, () => {
      assert.equal(lineOf(said(text, { parsed: true })), line);
    });
  }

  it('reads a formula', () => {
    assert.equal(lineOf(said('so $e = mc^2$', { parsed: true })), 'so e = mc^2');
  });

  it('reads a colour', () => {
    assert.equal(lineOf(said('paint it color:#ff8000', { parsed: true })), 'paint it #ff8000');
  });

  const plain = (value: string) => ({ type: 'PLAIN_TEXT', value });
  const time = '1767323045';
  const nodes: [string, WireNode, string][] = [
    [
      'the label of an image',
      { type: 'IMAGE', value: { src: plain('a.png'), label: plain('a cat') } },
      'a cat',
    ],
    [
      'an image without a label',
      { type: 'IMAGE', value: { src: plain('a.png'), label: plain('') } },
      'a.png',
    ],
    [
      'a time',
      { type: 'TIMESTAMP', value: { timestamp: time, format: 't' } },
      new Date(Number(time) * 1000).toLocaleString(),
    ],
    [
      'the head of a table',
      {
        type: 'TABLE',
        value: {
          header: [
            { type: 'TABLE_CELL', value: [plain('name')] },
            { type: 'TABLE_CELL', value: [plain('age')] },
          ],
          rows: [{ type: 'TABLE_ROW', value: [{ type: 'TABLE_CELL', value: [plain('ann')] }] }],
        },
      },
      'name age',
    ],
    [
      'several labels of a link',
      { type: 'LINK', value: { src: plain('x'), label: [plain('a'), plain('b')] } },
      'ab',
    ],
    ['an emoji that carries its character', { type: 'EMOJI', unicode: '🎉' } as WireNode, '🎉'],
    ['a whole hidden paragraph', { type: 'SPOILER_BLOCK', value: [plain('secret')] }, '…'],
    ['the text of a type that is new', { type: 'GLOW', value: [plain('shiny')] }, 'shiny'],
    ['a rule and then words', { type: 'X', value: [{ type: 'HORIZONTAL_RULE' }, plain('words')] }, 'words'],
  ];
  for (const [name, node, line] of nodes) {
    it(`reads ${name}`, () => {
      assert.equal(lineOf(message('m', { text: '', tree: [node] })), line);
    });
  }

  const hostile: unknown[] = [
    { type: 'LINK', value: null },
    { type: 'IMAGE', value: 7 },
    { type: 'TABLE', value: [] },
    { type: 'EMOJI' },
    { type: 'COLOR', value: 'red' },
    { type: 'TIMESTAMP', value: { timestamp: 'never' } },
    { type: 'constructor', value: {} },
    { type: 'PARAGRAPH', value: [[['deep']]] },
  ];
  for (const node of hostile) {
    it(`makes nothing of ${JSON.stringify(node)}`, () => {
      assert.equal(lineOf(message('m', { text: 'source', tree: [node as WireNode] })), 'source');
    });
  }

  it('survives a tree of any depth', () => {
    let tree: WireNode = plain('bottom');
    for (let level = 0; level < 100_000; level++) tree = { type: 'BOLD', value: [tree] };

    assert.equal(lineOf(message('m', { text: 'source', tree: [tree] })), 'source');
  });
});

describe('summaryOf a message without a tree', () => {
  for (const [name, text, line] of sameBothWays) {
    it(`reads ${name}`, () => {
      assert.equal(lineOf(said(text, { parsed: false })), line);
    });
  }

  it('reads code between fences in one line', () => {
    assert.equal(lineOf(said('```let a_b = 1```', { parsed: false })), 'let a_b = 1');
  });

  it('leaves what looks like markup in code', () => {
    assert.equal(lineOf(said('```\n# *not* a heading\n```', { parsed: false })), '# *not* a heading');
  });

  it('sees no emphasis that begins within a word', () => {
    assert.equal(lineOf(said('set max_size and min_', { parsed: false })), 'set max_size and min_');
  });

  it('leaves a product alone', () => {
    assert.equal(lineOf(said('2 * 3 * 4', { parsed: false })), '2 * 3 * 4');
  });

  const marks = ['[', '*', '`', '|', '>', '~_', '[a](', '- ', '||a'];
  for (const mark of marks) {
    it(`comes to an end with a great many of ${mark}`, () => {
      assert.notEqual(summaryOf(said(`${mark.repeat(100_000)} end`, { parsed: false })).kind, 'system');
    });
  }
});

describe('summaryOf', () => {
  const empty = { text: '', tree: undefined };
  const cases: [string, Partial<Message>, string][] = [
    [
      'the title of an attachment',
      { ...empty, attachments: [{ title: 'Build 7', text: 'passed' }] },
      'Build 7',
    ],
    ['its text', { ...empty, attachments: [{ text: '*passed* in 3 min' }] }, 'passed in 3 min'],
    ['its tree', { ...empty, attachments: [{ text: 'x', md: treeOf('*passed*') }] }, 'passed'],
    ['what was said about it', { ...empty, attachments: [{ description: 'our cat' }] }, 'our cat'],
    ['the next attachment', { ...empty, attachments: [{ color: 'red' }, { title: 'Build 7' }] }, 'Build 7'],
    ['the name of a file', { ...empty, files: [{ _id: 'f', name: 'build.log' }] }, 'build.log'],
    [
      'a quote when nothing else was said',
      {
        text: '[ ](https://chat.example.org/channel/a?msg=x)',
        attachments: [{ message_link: 'https://chat.example.org/channel/a?msg=x', text: 'the quoted' }],
      },
      'the quoted',
    ],
    ['nothing where there is nothing', empty, '(empty)'],
  ];
  for (const [name, over, line] of cases) {
    it(`falls back to ${name}`, () => {
      assert.equal(lineOf(message('m', over)), line);
    });
  }

  it('leaves the words for system messages to the view', () => {
    assert.deepEqual(summaryOf(message('m', { kind: 'system', type: 'r', text: 'new-name' })), {
      kind: 'system',
      type: 'r',
      parameter: 'new-name',
    });
  });

  it('says that a message is encrypted or deleted, not what it holds', () => {
    assert.deepEqual(summaryOf(message('m', { kind: 'encrypted', text: 'xXx' })), { kind: 'encrypted' });
    assert.deepEqual(summaryOf(message('m', { kind: 'deleted' })), { kind: 'deleted' });
  });

  it('is one line of bearable length', () => {
    const long = lineOf(message('m', { text: `a\tb\u0000c ${'🎉'.repeat(1000)}`, tree: undefined }));

    assert.match(long, /^a b c 🎉+…$/u);
    assert.ok(long.length <= 300);
  });
});
