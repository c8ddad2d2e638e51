import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCount } from '../../support/count';

const suite = `
  describe('of every sort', () => {
    it('passes', () => {});
    it('fails', () => { throw new Error('as it should'); });
    it('is pending');
    it.skip('is skipped', () => {});
    describe('under a hook that fails', () => {
      before(() => { throw new Error('as it should'); });
      it('does not run', () => {});
      it('does not run either', () => {});
    });
  });
`;

describe('The counting reporter', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'reporter-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('counts as failed whatever did not pass', async () => {
    const file = join(folder, 'suite.cjs');
    const counts = join(folder, 'counts.json');
    writeFileSync(file, suite);

    await mocha(file, counts);

    assert.deepEqual(readCount(counts), { passed: 1, failed: 5 });
  });
});

/** Resolves at the end, whatever the outcome. */
async function mocha(file: string, counts: string): Promise<void> {
  const program = join('node_modules', 'mocha', 'bin', 'mocha.js');
  const args = [program, '--reporter', join('test', 'support', 'countingReporter.cjs'), file];
  const env = { ...process.env, COUNTS_FILE: counts };
  return new Promise((resolve) => {
    execFile(process.execPath, args, { env }, () => resolve());
  });
}
