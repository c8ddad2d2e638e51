import assert from 'node:assert/strict';
import { isEndless } from '../../../../src/model/guard/endless';

describe('isEndless', () => {
  for (const source of ['(a+)+', '(?:x*y)*', '((a|b{2,})c){3,}', '(?<secret>(?:a+b)?)+', '(a+)+?'])
    it(`refuses ${source}`, () => {
      assert.equal(isEndless(source), true);
    });

  for (const source of [
    'acme_[0-9a-f]{32}',
    '(a+)(bc)+',
    '(?:[a-z]{1,60}\\.)+',
    '(?:\\w+-){4}',
    '\\(a+\\)+',
    '[(+)]+',
    '(?:[+)]x)+',
    '(?<secret>a+)b',
  ])
    it(`takes ${source}`, () => {
      assert.equal(isEndless(source), false);
    });
});
