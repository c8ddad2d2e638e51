import assert from 'node:assert/strict';
import { parse } from '@rocket.chat/message-parser';
import { findingWords, frameWords, literal } from '../../../src/model/snippetWords';

describe('findingWords', () => {
  const markdown = (over: Partial<Parameters<typeof findingWords>[0]> = {}) =>
    findingWords({ severity: 'Error', message: 'Not good.', ...over }).map((line) => line.markdown);

  it('names the weight, who says it and the rule, and then the message', () => {
    assert.deepEqual(markdown({ source: 'eslint', code: 'no-var' }), [
      '**Error** eslint(no-var)',
      'Not good.',
    ]);
  });

  it('links the rule where it is explained', () => {
    assert.deepEqual(
      markdown({ source: 'ts', code: '2322', link: 'https://t.example/a(b)' })[0],
      ['**Error** [ts(2322)](https://t.example/a(b%29)'][0],
    );
  });

  it('leaves out what is not known', () => {
    assert.deepEqual([markdown()[0], markdown({ code: '7' })[0]], ['**Error**', '**Error** 7']);
  });

  it('keeps every line of the message', () => {
    assert.deepEqual(markdown({ message: 'one\r\n  two_\n' }).slice(1), ['one', '`  two_`']);
  });

  it('says it plainly for a file', () => {
    const [first, second] = findingWords({ severity: 'Error', message: 'a_b', source: 'ts', code: '1' });

    assert.deepEqual([first?.plain, second?.plain], ['Error ts(1)', 'a_b']);
  });
});

describe('frameWords', () => {
  it('puts the link to its line behind each call', () => {
    const words = frameWords([
      { name: 'main', path: 'src/a.ts', line: 3, link: 'https://git.example/a#L3' },
      { name: '<anonymous>', path: 'src/b.ts', line: 7 },
      { name: 'native' },
    ]);

    assert.deepEqual(
      words.map((line) => line.markdown),
      ['main [src/a.ts:3](https://git.example/a#L3)', '`<anonymous>` `src/b.ts:7`', 'native'],
    );
    assert.deepEqual(
      words.map((line) => line.plain),
      ['main (src/a.ts:3)', '<anonymous> (src/b.ts:7)', 'native'],
    );
  });
});

describe('literal', () => {
  const hostile = [
    '@all look',
    '#general',
    ':smile:',
    '*bold* _it_ ~no~',
    '[a](https://evil.example)',
    '<https://evil.example|a>',
    'https://example.org',
    '- list',
    '1. list',
    '> quote',
    'a ` b ` c',
    '\\*a\\*',
  ];
  for (const text of hostile) {
    it(`lets nothing be made of ${text}`, () => {
      const [block] = parse(literal(text));

      assert.ok(block.type === 'PARAGRAPH');
      assert.deepEqual(
        block.value.map((node) => ('type' in node ? node.type : '')),
        ['INLINE_CODE'],
      );
    });
  }

  it('leaves a plain sentence plain', () => {
    assert.equal(
      literal("Type 'string' is not assignable to type 'number'."),
      "Type 'string' is not assignable to type 'number'.",
    );
  });
});
