import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { cleanName, initialOf, plainCode } from '../../../src/webview/page/message/cleaned';
import { barColor } from '../../../src/webview/page/message/colors';
import { highlight, languageOf } from '../../../src/webview/page/message/highlight';
import { commitOf, isSaidBy, safeAddress } from '../../../src/webview/page/message/links';
import { pathsIn } from '../../../src/webview/page/message/paths';
import { boxOf } from '../../../src/webview/page/message/pictureBox';

describe('pathsIn', () => {
  for (const [text, ref] of [
    ['src/a.ts:12', { path: 'src/a.ts', line: 12 }],
    ['src/a.ts:12-20', { path: 'src/a.ts', line: 12, end: 20 }],
    ['src/a.ts:12:5', { path: 'src/a.ts', line: 12 }],
    ['src\\a.ts(12,3)', { path: 'src\\a.ts', line: 12 }],
    ['C:\\w\\a.ts:3', { path: 'C:\\w\\a.ts', line: 3 }],
    ['/home/me/a.py:3', { path: '/home/me/a.py', line: 3 }],
    ['main.go:3', { path: 'main.go', line: 3 }],
  ] as const)
    it(`finds ${text}`, () => {
      assert.deepEqual(pathsIn(`see ${text}, please`), ['see ', { ...ref, text }, ', please']);
    });

  for (const text of [
    'at 12:30',
    'example.org:443',
    'https://a.example/src/a.ts:12',
    'a.ts',
    'v1.2:3',
    'src/a.ts:0',
  ])
    it(`finds no file in ${text}`, () => {
      assert.deepEqual(pathsIn(text), [text]);
    });

  it('gets through a long text of dots and slashes', () => {
    assert.equal(pathsIn('a./'.repeat(30_000)).length, 1);
  });
});

describe('safeAddress', () => {
  // Ours, as the manifest has it.
  const { publisher, name } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly publisher: string;
    readonly name: string;
  };
  const ours = `${publisher}.${name}`;

  for (const [source, address] of [
    ['https://a.example', 'https://a.example/'],
    ['//a.example/x', 'https://a.example/x'],
    ['mailto:ben@a.example', 'mailto:ben@a.example'],
    ['javascript:alert(1)', undefined],
    ['JaVaScRiPt:alert(1)', undefined],
    [' javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['/file-upload/a', undefined],
    ['command:workbench.action.quit', undefined],
    [`vscode://${ours}/message?mid=m`, `vscode://${ours}/message?mid=m`],
    [`vscode://${ours}/anything`, undefined],
    ['vscode://other.extension/message?mid=m', undefined],
    [`javascript://${ours}/room?%0aalert(1)`, undefined],
    [`file://${ours}/room`, undefined],
    [`https://a.example/${'x'.repeat(5_000)}`, undefined],
  ] as const)
    it(`makes ${String(address)} of ${source.slice(0, 40)}`, () => {
      assert.equal(safeAddress(source), address);
    });
});

describe('isSaidBy', () => {
  it('knows an address by its words', () => {
    assert.ok(isSaidBy('a.example/x', 'https://a.example/x'));
  });

  it('does not take one address for another', () => {
    assert.ok(!isSaidBy('https://bank.example', 'https://evil.example/'));
  });
});

describe('commitOf', () => {
  it('finds the commit in a link to code', () => {
    const commit = '3f9c2ab1234567890123456789012345678901ab';

    assert.equal(commitOf(`https://git.example.org/o/r/blob/${commit}/src/a.ts#L1`), '3f9c2ab');
  });
});

describe('cleanName', () => {
  for (const [what, name, clean] of [
    ['what turns text around', 'ann\u202Egpj.exe', 'anngpj.exe'],
    ['what is not seen', 'a\u200Bn\u2060n\uFEFF', 'ann'],
    ['line breaks', 'ann\nben', 'annben'],
    ['too many blanks', ' ann   b ', 'ann b'],
  ] as const)
    it(`takes ${what} out of a name`, () => {
      assert.equal(cleanName(name), clean);
    });

  it('leaves a family together', () => {
    assert.equal(cleanName('👩‍👧 ann'), '👩‍👧 ann');
  });
});

describe('initialOf', () => {
  for (const [name, initial] of [
    ['ann', 'A'],
    ['👩‍👧 ann', '👩‍👧'],
    ['\u202E', '?'],
  ] as const)
    it(`is ${initial} of ${JSON.stringify(name)}`, () => {
      assert.equal(initialOf(name), initial);
    });
});

describe('plainCode', () => {
  it('shows what would turn code around', () => {
    assert.equal(plainCode('if (\u202Eadmin)'), 'if (<U+202E>admin)');
  });
});

describe('barColor', () => {
  const isColor = () => true;

  it('takes colours from the theme that servers name', () => {
    assert.match(barColor('good', isColor) ?? '', /^var\(--vscode-/);
  });

  it('takes what the browser knows as a colour', () => {
    assert.equal(barColor(' #FF8800 ', isColor), '#ff8800');
    assert.equal(
      barColor('nonsense', () => false),
      undefined,
    );
  });

  for (const color of ['var(--vscode-foreground)', 'url(https://a.example)', 'red var(--x)', 'a'.repeat(100)])
    it(`refuses ${color.slice(0, 30)}`, () => {
      assert.equal(barColor(color, isColor), undefined);
    });
});

describe('languageOf', () => {
  for (const [name, language] of [
    ['typescriptreact', 'typescript'],
    ['shellscript', 'bash'],
    ['jsonc', 'json'],
    ['TS', 'ts'],
    ['klingon', undefined],
    ['constructor', undefined],
  ] as const)
    it(`finds ${String(language)} for ${name}`, () => {
      assert.equal(languageOf(name), language);
    });
});

describe('highlight', () => {
  it('tells the pieces of code apart', () => {
    const looks = highlight('const a = "x"; // c', 'typescript').filter(({ look }) => look);

    assert.deepEqual(looks, [
      { text: 'const', look: 'keyword' },
      { text: '"x"', look: 'string' },
      { text: '// c', look: 'comment' },
    ]);
  });

  it('reads a language in a language', () => {
    const tokens = highlight('<script>let a = 1</script>', 'html');

    assert.ok(tokens.some(({ text, look }) => text === 'let' && look === 'keyword'));
  });

  it('loses nothing of the code', () => {
    const code = '<a href="x">\n  <b>&amp;</b> {{ "y" }}\n</a>';

    assert.equal(
      highlight(code, 'vue')
        .map(({ text }) => text)
        .join(''),
      code,
    );
  });

  for (const [what, code, language] of [
    ['of no language', 'const a', undefined],
    ['of a language that nobody knows', 'const a', 'klingon'],
    ['of which there is too much', 'const a;\n'.repeat(3_000), 'typescript'],
  ] as const)
    it(`leaves code ${what} as it is`, () => {
      assert.deepEqual(highlight(code, language), [{ text: code }]);
    });
});

describe('boxOf', () => {
  for (const [what, size, box] of [
    ['a small picture its own width', { width: 100, height: 50 }, { width: 100, ratio: 2 }],
    [
      'a wide picture no more than a message should be',
      { width: 4000, height: 2000 },
      { width: 360, ratio: 2 },
    ],
    ['a high picture no more either', { width: 1000, height: 1000 }, { width: 240, ratio: 1 }],
    ['a picture of unknown measures a usual one', undefined, { width: 240, ratio: 1.5 }],
    ['a line of a hair something to press', { width: 1, height: 100_000 }, { width: 24, ratio: 0.25 }],
  ] as const)
    it(`gives ${what}`, () => {
      assert.deepEqual(boxOf(size), box);
    });
});
