import assert from 'node:assert/strict';
import fc from 'fast-check';
import { candidatesIn, isLoopback } from '../../../src/api/address';
import { anyText } from '../../support/anyText';

const both = (host: string) => [`https://${host}`, `http://${host}`];

describe('candidatesIn', () => {
  const cases: [typed: string, origins: string[], prefixes: string[]][] = [
    ['chat.example.org', ['https://chat.example.org'], ['']],
    ['  Chat.Example.org/ ', ['https://chat.example.org'], ['']],
    ['chat', ['https://chat'], ['']],
    ['chat.example.org:8443', ['https://chat.example.org:8443'], ['']],
    ['https://chat.example.org', ['https://chat.example.org'], ['']],
    ['HTTPS://chat.example.org//', ['https://chat.example.org'], ['']],
    ['//chat.example.org', ['https://chat.example.org'], ['']],
    ['http://chat.example.org', both('chat.example.org'), ['']],
    ['http://localhost:3000', ['http://localhost:3000'], ['']],
    ['localhost:3000', both('localhost:3000'), ['']],
    ['127.0.0.1:3000', both('127.0.0.1:3000'), ['']],
    ['[::1]:3000', both('[::1]:3000'), ['']],
    ['https://127.0.0.1', ['https://127.0.0.1'], ['']],
    ['example.org/chat', ['https://example.org'], ['/chat', '']],
    ['example.org/team/chat/', ['https://example.org'], ['/team/chat', '/team', '']],
    ['chat.example.org/home', ['https://chat.example.org'], ['', '/home']],
    ['https://chat.example.org/channel/general', ['https://chat.example.org'], ['', '/channel/general']],
    ['https://chat.example.org/group/ops?msg=abc', ['https://chat.example.org'], ['', '/group/ops']],
    [
      'https://example.org/chat/direct/ann?msg=abc#x',
      ['https://example.org'],
      ['/chat', '', '/chat/direct/ann'],
    ],
    [
      'https://example.org/chat/channel/general/thread/abc',
      ['https://example.org'],
      ['/chat', '', '/chat/channel/general'],
    ],
    ['https://chat.example.org/account/tokens', ['https://chat.example.org'], ['', '/account/tokens']],
    ['https://ann:secret@chat.example.org/', ['https://chat.example.org'], ['']],
    [
      'https://go.rocket.chat/room?host=chat.example.org&rid=GENERAL&path=channel/general',
      ['https://chat.example.org'],
      ['', '/channel/general'],
    ],
    [
      'https://go.rocket.chat/invite?host=example.org%2Fchat&path=invite%2Fabc',
      ['https://example.org'],
      ['/chat', '', '/chat/invite/abc'],
    ],
    ['go.rocket.chat', ['https://go.rocket.chat'], ['']],
  ];

  for (const [typed, origins, prefixes] of cases) {
    it(`reads ${typed}`, () => assert.deepEqual(candidatesIn(typed), { origins, prefixes }));
  }

  for (const typed of ['', '   ', '/', 'https://', 'ftp://chat.example.org', 'chat example', 'a:b:c']) {
    it(`knows that "${typed}" is no address`, () => assert.equal(candidatesIn(typed), undefined));
  }

  it('takes anything without failing, and never leaves the host that was written', () => {
    fc.assert(
      fc.property(anyText, (path) => {
        const origins = candidatesIn(`https://chat.example.org/${path}`)?.origins;

        assert.deepEqual(origins, ['https://chat.example.org']);
      }),
    );
  });
});

describe('isLoopback', () => {
  for (const host of ['localhost', 'chat.localhost', '127.0.0.1', '127.8.8.8', '[::1]', '0x7f.1']) {
    it(`knows ${host}`, () => assert.ok(isLoopback(new URL(`http://${host}`))));
  }

  for (const host of [
    'localhost.example.org',
    '127.0.0.1.example.org',
    '10.0.0.1',
    'notlocalhost',
    '[::2]',
  ]) {
    it(`does not take ${host} for this machine`, () => assert.ok(!isLoopback(new URL(`http://${host}`))));
  }
});
