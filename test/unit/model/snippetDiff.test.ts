import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesIn, newFileDiff } from '../../../src/model/snippetDiff';

describe('newFileDiff', () => {
  const texts = ['one\n', 'one\ntwo\n', 'no end', 'one\nno end', '\n', '+\n-\n\\\n', 'a\r\nb\r\n'];
  for (const text of texts) {
    it(`can be applied by git: ${JSON.stringify(text)}`, () => {
      assert.equal(applied('src/new file.ts', newFileDiff('src/new file.ts', text)), text);
    });
  }

  it('can be applied with a name that git quotes', () => {
    assert.equal(applied('a"b.ts', newFileDiff('a"b.ts', 'x\n')), 'x\n');
  });

  it('says that a file is binary, or empty', () => {
    assert.match(newFileDiff('a.png', undefined), /\nBinary files \/dev\/null and b\/a\.png differ\n$/);
    assert.equal(applied('empty', newFileDiff('empty', '')), '');
  });

  function applied(path: string, diff: string): string {
    const folder = mkdtempSync(join(tmpdir(), 'rocketchat-diff-'));
    try {
      execFileSync('git', ['apply', '--unsafe-paths', '-'], { cwd: folder, input: diff, stdio: 'pipe' });
      return readFileSync(join(folder, path), 'utf8');
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
});

describe('filesIn', () => {
  it('counts the files of a diff', () => {
    const two = `${newFileDiff('a', 'diff --git\n')}${newFileDiff('b', '')}`;

    assert.deepEqual([filesIn(two), filesIn('')], [2, 0]);
  });

  it('counts a file once that is staged and was changed again', () => {
    const staged = newFileDiff('a', 'one\n');
    const again = 'diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1 +1 @@\n-one\n+two\n';

    assert.equal(filesIn(staged + again), 1);
  });
});
