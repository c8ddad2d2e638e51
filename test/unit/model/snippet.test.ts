import assert from 'node:assert/strict';
import { parse } from '@rocket.chat/message-parser';
import {
  excessOf,
  lineCount,
  longestThat,
  snippetText,
  type Piece,
  type Snippet,
} from '../../../src/model/snippet';

const code = 'const a = 1;\nconst b = 2;';
const snippet = (over: Partial<Snippet> = {}): Snippet => ({
  kind: 'code',
  path: 'src/a.ts',
  language: 'typescript',
  pieces: [{ lines: { first: 12, last: 13 }, code }],
  notes: [],
  linkTo: () => undefined,
  ...over,
});
const withCode = (text: string, over: Partial<Snippet> = {}) =>
  snippet({ pieces: [{ lines: { first: 1, last: text.split('\n').length }, code: text }], ...over });
const linkTo: Snippet['linkTo'] = ({ first, last }) => `https://git.example/a%20b.ts#L${first}-L${last}`;

describe('snippetText', () => {
  it('puts comment, path with lines, and fenced code below each other', () => {
    const text = snippetText(snippet({ comment: '  Why twice?  ' }));

    assert.equal(text, `Why twice?\n\`src/a.ts:12-13\`\n\`\`\`typescript\n${code}\n\`\`\``);
  });

  it('links the path, and names a single line once', () => {
    const text = snippetText(withCode('x();', { linkTo }));

    assert.match(text, /^\[src\/a\.ts:1\]\(https:\/\/git\.example\/a%20b\.ts#L1-L1\)\n/);
  });

  it('says what to know about the lines', () => {
    const text = snippetText(snippet({ linkTo, notes: ['differs from the commit'] }));

    assert.match(text, /#L12-L13\) \(differs from the commit\)\n```/);
  });

  it('keeps several pieces in their order, each with its own lines', () => {
    const pieces = [
      { lines: { first: 40, last: 40 }, code: 'second();' },
      { lines: { first: 3, last: 4 }, code: 'first();\nfirst();' },
    ];

    const text = snippetText(snippet({ pieces, linkTo, notes: ['n'] }));

    assert.deepEqual(text.split('\n'), [
      '[src/a.ts:40](https://git.example/a%20b.ts#L40-L40) (n)',
      '```typescript',
      'second();',
      '```',
      '[src/a.ts:3-4](https://git.example/a%20b.ts#L3-L4)',
      '```typescript',
      'first();',
      'first();',
      '```',
    ]);
  });

  it('leaves out the last line end of a file, as the fence has its own', () => {
    assert.match(snippetText(withCode('a\nb\n')), /typescript\na\nb\n```$/);
    assert.equal(lineCount(withCode('a\nb\n')), 2);
  });

  it('names a whole file without its lines, and yet links it', () => {
    const pieces = [{ lines: { first: 1, last: 9 }, code: 'x();', isWhole: true }];

    assert.match(snippetText(snippet({ pieces, linkTo })), /^\[src\/a\.ts\]\(\S+#L1-L9\)\n/);
  });

  it('puts what is said between the header and the code', () => {
    const words = [{ markdown: '**Error** ts', plain: '' }];

    assert.match(snippetText(snippet({ words })), /^`src\/a\.ts:12-13`\n\*\*Error\*\* ts\n```/);
  });

  it('is the code alone where there is nothing to name', () => {
    assert.equal(snippetText(snippet({ path: '', language: '', pieces: [{ code: 'ok' }] })), '```\nok\n```');
  });

  it('sends line feeds only: anything else and the parser sees no code', () => {
    const text = snippetText(withCode('a\r\nb\rc'));

    assert.match(text, /\na\nb\nc\n```$/);
  });

  const indented: Record<string, [string, string]> = {
    spaces: ['    a\n      b\n    c', 'a\n  b\nc'],
    tabs: ['\t\ta\n\t\t\tb', 'a\n\tb'],
    'only what tabs and spaces share': ['\t  a\n\t\tb', '  a\n\tb'],
    'nothing where a tab meets a space': ['\ta\n    b', '\ta\n    b'],
    'blank lines without a say': ['    a\n\n  \n      \n    b', 'a\n\n\n  \nb'],
    'nothing from blank lines alone': ['a\n   \nb', 'a\n   \nb'],
  };
  for (const [what, [before, after]] of Object.entries(indented)) {
    it(`removes common indentation: ${what}`, () => {
      assert.equal(snippetText(withCode(before)).split('typescript\n')[1], `${after}\n\`\`\``);
    });
  }
});

describe('a snippet in Rocket.Chat', () => {
  const codeIn = (text: string) => parse(text).find((block) => block.type === 'CODE');
  const linesIn = (text: string) => codeIn(text)?.value.map((line) => line.value.value);

  it('is a code block with its language below its header', () => {
    const blocks = parse(snippetText(snippet({ comment: 'Why?', linkTo })));

    assert.deepEqual(
      blocks.map(({ type }) => type),
      ['PARAGRAPH', 'PARAGRAPH', 'CODE'],
    );
    assert.equal(codeIn(snippetText(snippet()))?.language, 'typescript');
  });

  it('keeps every line of code', () => {
    const lines = [
      'function f() {',
      '\treturn `${a}` + "`";',
      '',
      '  // *bold* _it_ :smile: @all #general',
      '}',
      'x = `',
    ];

    assert.deepEqual(linesIn(snippetText(withCode(lines.join('\n')))), lines);
  });

  const languages: Record<string, string> = {
    typescriptreact: 'tsx',
    javascriptreact: 'jsx',
    shellscript: 'bash',
    csharp: 'csharp',
    cpp: 'cpp',
    'objective-c': 'objectivec',
    jsonc: 'json',
    plaintext: 'none',
    'c++ (custom)': 'none',
    go: 'go',
  };
  for (const [language, name] of Object.entries(languages)) {
    it(`highlights ${language} as ${name}`, () => {
      assert.equal(codeIn(snippetText(withCode('x', { language })))?.language, name);
    });
  }

  const paths = [
    'src/a_b_c.ts',
    'src/__init__.py',
    '_private/_x_.scss',
    'app/[id]/(group)/page.tsx',
    'a*b*.ts',
    '~tmp~/a.ts',
    'a](b.ts',
    'a] [b](c.ts',
    'dir name/ä漢🚀.ts',
    '@scope/#x/:smile:.ts',
    '$a$.ts',
  ];
  for (const path of paths) {
    it(`shows the path ${path} as it is, with a link and without`, () => {
      const [linked] = parse(snippetText(withCode('x', { path, linkTo })));
      const [plain] = parse(snippetText(withCode('x', { path })));

      assert.deepEqual(textsIn(linked, 'LINK'), [
        { src: 'https://git.example/a%20b.ts#L1-L1', label: `${path}:1` },
      ]);
      assert.deepEqual(textsIn(plain, 'INLINE_CODE'), [`${path}:1`]);
    });
  }

  it('shows a path that neither form of link can hold beside its link', () => {
    const text = snippetText(withCode('x', { path: '*a|b*.ts', linkTo }));

    assert.match(text, /^https:\/\/git\.example\/a%20b\.ts#L1-L1 \*a\|b\*\.ts:1\n/);
  });

  it('shows a path with a backtick as text, and a line break in it as a space', () => {
    assert.match(snippetText(withCode('x', { path: 'a`b\n```.ts' })), /^a`b ```\.ts:1\n/);
  });

  const fences = [
    '```',
    '```ts\nx\n```',
    'a = "```";',
    '~~~\n````\n~~~',
    '> ```',
    'text\n\n```js\nx\n```\n\ntext',
  ];
  for (const inner of fences) {
    it(`carries code with a fence byte for byte: ${JSON.stringify(inner)}`, () => {
      const text = snippetText(withCode(inner));

      assert.equal(commonMarkCode(text), inner);
    });
  }

  it('cannot be a code block there when the code holds a fence, whatever the fence', () => {
    const forms = [
      '```\na = "```";\n```',
      '````\na = "```";\n````',
      '~~~\na = "```";\n~~~',
      '    a = "```";',
    ];

    assert.deepEqual(forms.map(codeIn), [undefined, undefined, undefined, undefined]);
  });

  /** Label and address of the first link, or the text of the first code, as the parser read them. */
  function textsIn(block: unknown, type: string): unknown[] {
    const json = JSON.parse(JSON.stringify(block)) as { value: { type: string; value: unknown }[] };
    return json.value.filter((node) => node.type === type).map((node) => flat(node.value));
  }

  function flat(value: unknown): unknown {
    const node = value as { value?: unknown; src?: { value: string }; label?: { value: unknown }[] };
    if (!node.src) return node.value;
    return { src: node.src.value, label: node.label?.map((part) => part.value).join('') };
  }

  /** By CommonMark's rule: the block ends at a line of at least as many backticks as opened it. */
  function commonMarkCode(text: string): string | undefined {
    return /^(`{3,})[^`\n]*\n([^]*?)\n\1`*$/m.exec(text)?.[2];
  }
});

describe('excessOf', () => {
  it('counts as the server does, an emoji as two', () => {
    assert.equal(excessOf('ab🚀', 3), 1);
    assert.equal(excessOf('ab🚀', 4), 0);
  });
});

describe('longestThat', () => {
  const long = snippet({
    linkTo,
    pieces: [
      { lines: { first: 5, last: 7 }, code: 'one\ntwo\nthree' },
      { lines: { first: 20, last: 21 }, code: 'four\nfive' },
    ],
  });
  const length = snippetText(long).length;

  it('leaves the last lines out until the rest fits, and says so of the piece', () => {
    const part = cut(length - 1);

    assert.deepEqual(part?.pieces, [long.pieces[0], { lines: { first: 20, last: 20 }, code: 'four' }]);
  });

  it('drops a piece of which nothing is left', () => {
    const part = cut(100);

    assert.deepEqual(part?.pieces, [{ lines: { first: 5, last: 7 }, code: 'one\ntwo\nthree' }]);
  });

  it('uses all of the room there is', () => {
    const lengths = [1, 2, 3, 4, 5].map((lines) => longestWith(lines));

    assert.deepEqual(
      lengths.map((limit) => lineCount(cut(limit) ?? long)),
      [1, 2, 3, 4, 5],
    );
    assert.deepEqual(
      lengths.slice(1).map((limit) => lineCount(cut(limit - 1) ?? long)),
      [1, 2, 3, 4],
    );
  });

  it('gives up when not even one line fits', () => {
    assert.equal(cut(20), undefined);
  });

  function cut(limit: number): Snippet | undefined {
    return longestThat(long, (part) => excessOf(snippetText(part), limit) === 0);
  }

  function longestWith(lines: number): number {
    const [first, second] = long.pieces;
    const pieces = [head(first, lines), head(second, lines - 3)].filter((piece) => piece !== undefined);
    return snippetText({ ...long, pieces }).length;
  }

  function head(piece: Piece | undefined, lines: number): Piece | undefined {
    if (!piece?.lines || lines < 1) return undefined;
    const code = piece.code.split('\n').slice(0, lines);
    return {
      lines: { first: piece.lines.first, last: piece.lines.first + code.length - 1 },
      code: code.join('\n'),
    };
  }
});
