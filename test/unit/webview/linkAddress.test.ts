import assert from 'node:assert/strict';
import { linkAddress } from '../../../src/webview/linkAddress';

const root = 'https://chat.example.org';
const below = 'https://example.org/chat';

describe('linkAddress', () => {
  const cases: readonly [string, string, string][] = [
    ['/file-upload/1/a.pdf', root, 'https://chat.example.org/file-upload/1/a.pdf'],
    ['/file-upload/1/a.pdf', below, 'https://example.org/chat/file-upload/1/a.pdf'],
    ['/chat/file-upload/1/a.pdf', below, 'https://example.org/chat/file-upload/1/a.pdf'],
    ['/\\other.example/a', root, 'https://chat.example.org//other.example/a'],
    ['/@other.example', root, 'https://chat.example.org/@other.example'],
    ['//other.example/a', root, '//other.example/a'],
    ['https://other.example/a', root, 'https://other.example/a'],
    ['vscode:extension/a', root, 'vscode:extension/a'],
  ];
  for (const [said, server, address] of cases)
    it(`makes ${address} of ${said} on ${server}`, () => assert.equal(linkAddress(said, server), address));
});
