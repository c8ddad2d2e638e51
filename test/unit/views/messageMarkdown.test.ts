import assert from 'node:assert/strict';
import { parse } from '@rocket.chat/message-parser';
import { marked } from 'marked';
import type { WireNode } from '../../../src/api/wire';
import { escapeMarkdown, fenced, messageMarkdown } from '../../../src/views/messageMarkdown';

const rendered = (source: string): string =>
  messageMarkdown(parse(source, { katex: { dollarSyntax: true } }));

const line = (value: string) => ({ type: 'CODE_LINE', value: { type: 'PLAIN_TEXT', value } });

describe('messageMarkdown', () => {
  const table: readonly [source: string, markdown: string][] = [
    ['plain', 'plain'],
    ['*bold* and _italic_ and ~gone~', '**bold** and _italic_ and ~~gone~~'],
    ['hi @ann in #dev', 'hi **@ann** in **#dev**'],
    ['`code`', '`code`'],
    ['```ts\nlet a = 1;\n```', '```ts\nlet a = 1;\n```'],
    ['# Title', '**Title**'],
    ['> quoted', '> quoted'],
    ['[docs](https://example.org/a)', '[docs](<https://example.org/a>)'],
    ['- one\n- two', '- one\n- two'],
    ['1. one\n2. two', '1. one\n2. two'],
    ['- [x] done\n- [ ] open', '- ☑ done\n- ☐ open'],
    ['||secret||', '▒▒▒▒'],
    [':tada:', ':tada:'],
    ['🎉', '🎉'],
  ];
  for (const [source, markdown] of table) {
    it(`renders ${JSON.stringify(source)}`, () => assert.equal(rendered(source), markdown));
  }

  it('makes a link only of web and mail addresses', () => {
    const tree: WireNode[] = [
      {
        type: 'PARAGRAPH',
        value: [
          {
            type: 'LINK',
            value: {
              src: { type: 'PLAIN_TEXT', value: 'command:workbench.action.quit' },
              label: [{ type: 'PLAIN_TEXT', value: 'click' }],
            },
          },
        ],
      },
    ];

    assert.equal(messageMarkdown(tree), 'click');
  });

  it('shows an image as a link, so that nothing is fetched', () => {
    assert.equal(rendered('![cat](https://example.org/cat.png)'), '[cat](<https://example.org/cat.png>)');
  });

  it('escapes what markdown or html would read as its own', () => {
    assert.equal(rendered('<img src=x> | 1. a'), '\\<img src=x\\> \\| 1\\. a');
  });

  const image = '![](https://evil.example/t.png)';
  const hostile: readonly [what: string, node: WireNode & { unicode?: string }][] = [
    ['an emoji', { type: 'EMOJI', value: undefined, unicode: image }],
    ['inline code with a blank line', { type: 'INLINE_CODE', value: `a\`\n\n${image}` }],
    ['inline code of blank lines', { type: 'INLINE_CODE', value: `a\n\n${image}` }],
    ['code inside bold', { type: 'BOLD', value: [{ type: 'CODE', value: [line(image)] }] }],
    ['a formula inside a list', { type: 'LIST_ITEM', value: [{ type: 'KATEX', value: `\n\n${image}` }] }],
    ['a mention', { type: 'MENTION_USER', value: { type: 'PLAIN_TEXT', value: image } }],
    ['a language', { type: 'CODE', value: [], language: `\n\`\`\`\n${image}` } as WireNode],
  ];
  for (const [what, node] of hostile) {
    it(`lets no image in by ${what}`, () => {
      const html = marked.parse(messageMarkdown([{ type: 'PARAGRAPH', value: [node] }]), { async: false });

      assert.doesNotMatch(html, /<img/);
    });
  }

  it('falls back to the text of a type that it does not know', () => {
    const tree = [{ type: 'PARAGRAPH', value: [{ type: 'SPARKLE', value: 'new *thing*' }] }];

    assert.equal(messageMarkdown(tree), 'new \\*thing\\*');
  });

  it('survives wrong shapes and endless depth', () => {
    let deep: WireNode = { type: 'PLAIN_TEXT', value: 'bottom' };
    for (let level = 0; level < 5000; level++) deep = { type: 'BOLD', value: [deep] };
    const hostile = [{ type: 'LINK', value: 7 }, { type: 'TABLE' }, { type: '__proto__', value: 'x' }, deep];

    assert.equal(messageMarkdown(hostile).includes('bottom'), false);
  });
});

describe('fenced', () => {
  it('cannot be closed from inside', () => {
    assert.equal(fenced('a\n```\nb', 'md'), '````md\na\n```\nb\n````');
  });
});

describe('escapeMarkdown', () => {
  it('leaves letters and spaces alone', () => assert.equal(escapeMarkdown('Zoë 漢字 ok'), 'Zoë 漢字 ok'));
});
