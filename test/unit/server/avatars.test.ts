import assert from 'node:assert/strict';
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

    it('is refused, whatever the headers say', async () => {
      assert.equal((await get('ann')).status, 403);
      assert.equal((await get('ann', { 'X-User-Id': 'ann-id', 'X-Auth-Token': 'ann-token' })).status, 403);
    });

    it('is shown to who says in the query who it is', async () => {
      assert.equal((await get('ann?rc_uid=ann-id&rc_token=ann-token')).status, 200);
      assert.equal((await get('ann?rc_uid=ann-id&rc_token=no')).status, 403);
    });

    it('is shown to who brings the cookies', async () => {
      const response = await get('ann', { Cookie: 'rc_uid=ann-id; rc_token=ann-token' });

      assert.equal(response.status, 200);
    });
  });
});
