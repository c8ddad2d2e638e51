import assert from 'node:assert/strict';
import { addressesIn } from '../../../src/webview/page/message/addresses';

/** Where the links of a text lead. */
const hrefs = (text: string) =>
  addressesIn(text).flatMap((part) => (typeof part === 'string' ? [] : [part.href]));

describe('addressesIn', () => {
  for (const [what, text, href] of [
    ['an ending that nobody knows', 'see https://git.heron.example/x now', 'https://git.heron.example/x'],
    ['a host of the own network', 'http://build:8080/42', 'http://build:8080/42'],
    ['no full stop after it', 'see http://build/42.', 'http://build/42'],
    ['no bracket around it', '(see http://build/42).', 'http://build/42'],
    ['brackets within it', 'http://wiki/x_(y)', 'http://wiki/x_(y)'],
    ['a host in brackets', 'http://[::1]:8080/a, then', 'http://[::1]:8080/a'],
    ['a line of a file on the web', 'http://git/src/a.ts:12', 'http://git/src/a.ts:12'],
    ['nothing that would turn it around', 'http://build/1\u202egnp', 'http://build/1'],
  ] as const)
    it(`finds ${what}`, () => {
      assert.deepEqual(hrefs(text), [href]);
    });

  for (const text of [
    'http://',
    'http:///x',
    'ftp://build/x',
    'xhttp://build',
    `http://b/${'x'.repeat(4_000)}`,
  ])
    it(`finds none in ${text.slice(0, 20)}`, () => {
      assert.deepEqual(addressesIn(text), [text]);
    });

  it('keeps what stands around', () => {
    const parts = addressesIn('a http://b/1, http://c/2!');

    assert.deepEqual(parts, [
      'a ',
      { href: 'http://b/1', text: 'http://b/1' },
      ', ',
      { href: 'http://c/2', text: 'http://c/2' },
      '!',
    ]);
  });
});
