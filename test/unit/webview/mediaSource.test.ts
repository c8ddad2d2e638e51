import assert from 'node:assert/strict';
import { mediaSource } from '../../../src/webview/mediaSource';

const home = 'https://chat.example.org/team';
const homes = [home, 'https://www.example.org'];

describe('mediaSource', () => {
  const own: readonly [string, string][] = [
    ['/file-upload/f1/a%20b.png', '/file-upload/f1/a%20b.png'],
    ['/team/file-upload/f1/a.png', '/file-upload/f1/a.png'],
    ['https://chat.example.org/team/file-upload/f1/a.png?x=1', '/file-upload/f1/a.png?x=1'],
    ['https://www.example.org/file-upload/f1/a.png', '/file-upload/f1/a.png'],
    ['/file-upload/f1/100%.png', '/file-upload/f1/100%.png'],
    ['/file-upload/f1/22%2F11.png', '/file-upload/f1/22%2F11.png'],
    ['/emoji-custom/party.gif', '/emoji-custom/party.gif'],
  ];
  for (const [source, path] of own)
    it(`knows ${source} as a file of the server`, () => {
      assert.deepEqual(mediaSource(source, homes), { kind: 'own', path });
    });

  const avatars: readonly [string, object][] = [
    ['/avatar/bob?etag=e1&size=48', { username: 'bob', etag: 'e1', size: 48 }],
    ['/avatar/room/r1', { roomId: 'r1' }],
    ['/avatar/uid/u1', { userId: 'u1' }],
    ['/avatar/@general', { initialsOf: 'general' }],
  ];
  for (const [source, of] of avatars)
    it(`knows whose picture ${source} is`, () => {
      assert.deepEqual(mediaSource(source, homes), { kind: 'avatar', of });
    });

  for (const source of [
    '/api/v1/logout',
    '/api/v1/chat.ignoreUser?rid=r&userId=u',
    '/file-upload/../api/v1/logout',
    '/file-upload/..%2Fapi/v1/logout',
    '/file-upload/f1/%2e%2e%5c..%5Capi/v1/logout',
    'https://chat.example.org/team/api/v1/logout',
    'https://www.example.org/api/v1/logout',
    '/avatar/../api/v1/logout',
    '/logout',
  ])
    it(`never asks for ${source} with a token`, () => {
      assert.deepEqual(mediaSource(source, homes), { kind: 'none' });
    });

  for (const source of [
    '',
    'data:image/png;base64,AAAA',
    'file:///etc/passwd',
    'blob:https://chat.example.org/1',
    'javascript:alert(1)',
    'http://elsewhere.example/a.png',
    'https://ann:secret@elsewhere.example/a.png',
    'https://',
  ])
    it(`knows nothing to fetch behind ${source === '' ? 'nothing' : source}`, () => {
      assert.deepEqual(mediaSource(source, homes), { kind: 'none' });
    });

  for (const source of ['https://elsewhere.example/a.png', '//elsewhere.example/a.png'])
    it(`leaves ${source} to the person`, () => {
      const place = mediaSource(source, homes);

      assert.equal(place.kind === 'foreign' && place.url.href, 'https://elsewhere.example/a.png');
    });
});
