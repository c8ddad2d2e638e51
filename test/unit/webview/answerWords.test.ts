import assert from 'node:assert/strict';
import { lengthText } from '../../../src/webview/page/answer/length';
import { sizeText } from '../../../src/webview/page/shared/size';

describe('lengthText', () => {
  const words = {
    leftOne: '{0} character left',
    leftMany: '{0} characters left',
    overOne: '{0} character too many',
    overMany: '{0} characters too many',
  };

  for (const [length, text] of [
    [4_799, ''],
    [4_800, '200 characters left'],
    [4_999, '1 character left'],
    [5_000, '0 characters left'],
    [5_001, '1 character too many'],
    [5_300, '300 characters too many'],
  ] as const)
    it(`says "${text}" after ${length} of 5000 characters`, () => {
      assert.equal(lengthText(length, 5_000, words), text);
    });
});

describe('sizeText', () => {
  for (const [bytes, text] of [
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1_400, '1.4 kB'],
    [14_400, '14 kB'],
    [2_000_000, '2 MB'],
    [3_100_000_000, '3.1 GB'],
  ] as const)
    it(`says ${text}`, () => {
      assert.equal(sizeText(bytes, 'en'), text);
    });
});
