import assert from 'node:assert/strict';
import { findBrowser, type Machine } from '../../support/host/findBrowser';

function machine(platform: NodeJS.Platform, paths: readonly string[], env: NodeJS.ProcessEnv = {}): Machine {
  return { env, platform, exists: (path) => paths.includes(path) };
}

describe('findBrowser', () => {
  it('takes the one that is named before all others', () => {
    const here = machine('linux', ['/opt/mine', '/usr/bin/chromium'], { CHROMIUM: '/opt/mine' });

    assert.equal(findBrowser(here), '/opt/mine');
  });

  it('says so when the one that is named does not exist', () => {
    const here = machine('linux', ['/usr/bin/chromium'], { CHROMIUM: '/opt/gone' });

    assert.throws(() => findBrowser(here), /CHROMIUM names \/opt\/gone, which does not exist/);
  });

  const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
  const places: [platform: NodeJS.Platform, path: string][] = [
    ['linux', '/usr/bin/google-chrome'],
    ['linux', '/snap/bin/chromium'],
    ['darwin', chrome],
    ['win32', edge],
  ];

  for (const [platform, path] of places) {
    it(`finds ${path}`, () => {
      const here = machine(platform, [path], { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' });

      assert.equal(findBrowser(here), path);
    });
  }

  it('finds none where there is none', () => {
    assert.equal(findBrowser(machine('linux', [])), undefined);
  });
});
