import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { getL10nJson } from '@vscode/l10n-dev';

describe('l10n/bundle.l10n.json', () => {
  it('holds the strings of the code (renewed by `npm run l10n`)', async function () {
    this.timeout(120_000);
    // Reading a file for strings is slow, and most have none.
    const files = globSync('src/**/*.ts')
      .map((path) => ({ extension: '.ts', contents: readFileSync(path, 'utf8') }))
      .filter(({ contents }) => contents.includes('l10n'));

    const strings = await getL10nJson(files);

    assert.deepEqual(JSON.parse(readFileSync('l10n/bundle.l10n.json', 'utf8')), strings);
  });
});
