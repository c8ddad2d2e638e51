import assert from 'node:assert/strict';
import { endsInCode, endsInFence } from '../../../src/webview/page/answer/code';

describe('endsInFence', () => {
  const texts: readonly (readonly [string, string, boolean])[] = [
    ['plain text is no code', 'hello', false],
    ['a block begins with its first line', 'see\n```ts', true],
    ['it goes on', '```ts\nconst a = 1;\n', true],
    ['it ends with its last line', '```ts\nconst a = 1;\n```', false],
    ['another may begin', '```\na\n```\ntext\n```', true],
    ['one may be indented', '  ```\na', true],
    ['three backticks closed in the same line are no block', '```npm test```', false],
    ['three backticks amid a line are no block', 'so ``` what', false],
  ];
  for (const [words, text, isIn] of texts)
    it(words, () => {
      assert.equal(endsInFence(text), isIn);
    });
});

describe('endsInCode', () => {
  it('sees code that a single backtick began in the line', () => {
    assert.equal(endsInCode('run `npm i @'), true);
  });

  it('sees its end', () => {
    assert.equal(endsInCode('run `npm` @'), false);
  });

  it('forgets a lone backtick at the end of the line', () => {
    assert.equal(endsInCode('a ` b\n@'), false);
  });
});
