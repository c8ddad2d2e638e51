import assert from 'node:assert/strict';
import { pictureHead } from '../../server/world/imageHeader';
import { eachWithServer } from '../../support/standIn';

const oldest = 'Thu, 01 Jan 2015 00:00:00 GMT';

describe('an avatar', () => {
  const server = eachWithServer();
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${server().url}/avatar/${path}`, { headers });

  it('is a drawn letter that may be kept', async () => {
    const response = await get('ann?etag=abc');

    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'image/svg+xml');
    assert.equal(response.headers.get('cache-control'), 'public, max-age=3600');
    assert.equal(response.headers.get('last-modified'), oldest);
    assert.match(await response.text(), />A<\/text>/);
  });

  it('has not changed', async () => {
    const response = await get('ann', { 'If-Modified-Since': oldest });

    assert.equal(response.status, 304);
    assert.equal(await response.text(), '');
  });

  const sizes: [string, string][] = [
    ['', '200 200'],
    ['?size=50', '50 50'],
    ['?size=1', '16 16'],
    ['?size=9999', '1024 1024'],
  ];
  for (const [query, box] of sizes) {
    it(`is ${box} for ann${query}`, async () => {
      assert.match(await (await get(`ann${query}`)).text(), new RegExp(`viewBox="0 0 ${box}"`));
    });
  }

  it('holds nothing of a hostile name', async () => {
    const text = await (await get(encodeURIComponent('"><script>'))).text();

    assert.match(text, />S<\/text>/);
    assert.doesNotMatch(text, /script/);
  });

  for (const [path, letter] of [
    ['@Zebra', 'Z'],
    ['uid/bob-id', 'B'],
    ['room/GENERAL', 'G'],
  ]) {
    it(`is drawn for ${path ?? ''}`, async () => {
      assert.match(await (await get(path ?? '')).text(), new RegExp(`>${letter ?? ''}</text>`));
    });
  }

  for (const path of ['room/nowhere', 'uid/nobody', '']) {
    it(`is a 404 for "${path}"`, async () => {
      assert.equal((await get(path)).status, 404);
    });
  }

  describe('that strangers may not see', () => {
    beforeEach(() => server().settings.set('Accounts_AvatarBlockUnauthenticatedAccess', true));

    const bare: [name: string, query: string, headers: Record<string, string>][] = [
      ['strangers', '', {}],
      ['who says in the headers who it is', '', { 'X-User-Id': 'bob-id', 'X-Auth-Token': 'bob-token' }],
      ['a false token', '?rc_uid=bob-id&rc_token=no', {}],
    ];
    for (const [name, query, headers] of bare) {
      it(`is a letter for ${name}`, async () => {
        const response = await get(`ann${query}`, headers);

        assert.deepEqual([response.status, response.headers.get('cache-control')], [200, null]);
        assert.match(await response.text(), />A<\/text>/);
      });
    }

    it('is a letter of the id for strangers to a room', async () => {
      assert.match(await (await get('room/zoo')).text(), />Z<\/text>/);
    });

    it('is nothing for strangers who ask by an id', async () => {
      const response = await get('uid/ann-id');

      assert.deepEqual([response.status, await response.text()], [404, '']);
    });

    it('is shown to who says in the query who it is', async () => {
      const response = await get('ann?rc_uid=ann-id&rc_token=ann-token');

      assert.equal(response.headers.get('cache-control'), 'public, max-age=3600');
    });

    it('is shown to who brings the cookies', async () => {
      const response = await get('ann', { Cookie: 'rc_uid=ann-id; rc_token=ann-token' });

      assert.equal(response.headers.get('cache-control'), 'public, max-age=3600');
    });
  });

  for (const format of ['png', 'jpeg']) {
    it(`comes as ${format} if asked`, async () => {
      const response = await get(`ann?size=24&format=${format}`);

      const head = pictureHead(new Uint8Array(await response.arrayBuffer()));
      assert.equal(response.headers.get('content-type'), `image/${format}`);
      assert.deepEqual(head, { format, size: { width: 24, height: 24 } });
    });
  }

  it('shows the initials of the name where the workspace says so', async () => {
    server().settings.set('UI_Use_Name_Avatar', true);

    assert.match(await (await get('@Ann%20van%20Dijk')).text(), />AVD<\/text>/);
  });
});
