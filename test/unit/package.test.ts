import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { listFiles, PackageManager } from '@vscode/vsce';

/** What the pages need. */
const shipped = [
  'dist/emoji.json',
  'dist/page/codicon.css',
  'dist/page/codicon.ttf',
  'dist/page/compose.css',
  'dist/page/compose.js',
  'dist/page/conversation.css',
  'dist/page/conversation.js',
  'dist/page/shared.js',
];

describe('The package', () => {
  it('holds the bundle, the manifest, its words, pictures and documents, and nothing else', async () => {
    const files = await listFiles({ packageManager: PackageManager.None });

    const expected = [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist/extension.js',
      ...shipped,
      'package.json',
      ...globSync(['package.nls*.json', 'l10n/*.json', 'media/**/*.*']),
    ];
    assert.deepEqual(files.toSorted(), expected.toSorted());
  });
});
