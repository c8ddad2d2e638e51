import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cached, cacheFolder, type Fill } from '../../support/host/cache';

describe('cached', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cache-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  const fillWith =
    (text: string): Fill =>
    (draft) =>
      writeFile(join(draft, 'file'), text);

  it('fills a folder once', async () => {
    const first = await cached(folder, 'thing', fillWith('first'));
    const second = await cached(folder, 'thing', fillWith('second'));

    assert.equal(second, first);
    assert.equal(await readFile(join(second, 'file'), 'utf8'), 'first');
  });

  it('gives two who come at once the same, and leaves nothing else', async () => {
    const both = await Promise.all([
      cached(folder, 'thing', fillWith('a')),
      cached(folder, 'thing', fillWith('b')),
    ]);

    assert.equal(both[0], both[1]);
    assert.deepEqual(await readdir(folder), ['thing']);
  });

  it('leaves nothing behind when filling fails', async () => {
    const filling = cached(folder, 'thing', () => Promise.reject(new Error('no network')));

    await assert.rejects(filling, /no network/);
    assert.deepEqual(await readdir(folder), []);
  });
});

describe('cacheFolder', () => {
  const cases: [NodeJS.Platform, NodeJS.ProcessEnv, string][] = [
    ['linux', { HOME: '/home/me' }, '/home/me/.cache/rocketchat-for-vscode'],
    ['linux', { HOME: '/home/me', XDG_CACHE_HOME: '/cache' }, '/cache/rocketchat-for-vscode'],
    ['darwin', { HOME: '/Users/me' }, '/Users/me/Library/Caches/rocketchat-for-vscode'],
  ];

  for (const [platform, env, expected] of cases) {
    it(`is ${expected} on ${platform}`, () => {
      assert.equal(cacheFolder(env, platform), expected);
    });
  }
});
