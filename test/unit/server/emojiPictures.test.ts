import assert from 'node:assert/strict';
import { eachWithServer } from '../../support/standIn';

const oldest = 'Thu, 01 Jan 2015 00:00:00 GMT';

describe('the picture of an emoji of the workspace', () => {
  const server = eachWithServer({ data: 'demo' });
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${server().url}/emoji-custom/${path}`, { headers });
  const names = ['content-type', 'cache-control', 'content-disposition'];

  it('may be kept', async () => {
    const response = await get('heron.png?etag=abc');

    const bytes = Buffer.from(await response.arrayBuffer());
    assert.deepEqual(
      names.map((name) => response.headers.get(name)),
      ['image/png', 'public, max-age=31536000', 'inline'],
    );
    assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [48, 48]);
  });

  it('has not changed', async () => {
    const modified = (await get('heron.png')).headers.get('last-modified') ?? '';

    const response = await get('heron.png', { 'If-Modified-Since': modified });

    assert.deepEqual([response.status, response.headers.get('cache-control')], [304, null]);
  });

  for (const path of ['party.gif', 'heron.gif', 'heron']) {
    it(`is a drawn question mark for ${path}`, async () => {
      const response = await get(path);

      assert.deepEqual(
        names.map((name) => response.headers.get(name)),
        ['image/svg+xml', 'public, max-age=0', 'inline'],
      );
      assert.match(await response.text(), />\?<\/text>/);
    });
  }

  it('is drawn once', async () => {
    const response = await get('party.gif', { 'If-Modified-Since': oldest });

    assert.deepEqual([response.status, response.headers.get('last-modified')], [304, oldest]);
  });

  it('has a name', async () => {
    const response = await get('');

    assert.deepEqual([response.status, await response.text()], [403, 'Forbidden']);
  });
});
