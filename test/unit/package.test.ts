import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { listFiles, PackageManager } from '@vscode/vsce';

describe('The package', () => {
  it('holds the bundle, the manifest, its words, pictures and documents, and nothing else', async () => {
    const files = await listFiles({ packageManager: PackageManager.None });

    const expected = [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist/extension.js',
      'package.json',
      ...globSync(['package.nls*.json', 'l10n/*.json', 'media/**/*.*']),
    ];
    assert.deepEqual(files.toSorted(), expected.toSorted());
  });
});
