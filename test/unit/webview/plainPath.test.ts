import assert from 'node:assert/strict';
import { isPlainPath } from '../../../src/webview/plainPath';

describe('A path that leads where it begins', () => {
  for (const [path, isPlain] of [
    ['/c:/project/src/a.ts', true],
    ['/c:/project/..a/b..ts', true],
    ['/c:/project/../secret', false],
    ['/c:/project/..\\..\\secret', false],
    ['/c:/project\\..', false],
  ] as const)
    it(`${path}: ${isPlain ? 'yes' : 'no'}`, () => {
      assert.equal(isPlainPath(path), isPlain);
    });
});
