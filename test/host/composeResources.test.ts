import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { readAll } from '../../src/webview/composeResources';

describe('Files that were picked', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'picked-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('are read but for those that cannot be, each of which says why', async () => {
    await writeFile(join(folder, 'a.txt'), 'one');
    await writeFile(join(folder, 'b.txt'), 'two');
    const picked = ['gone.txt', 'a.txt', '', 'b.txt'].map((name) => vscode.Uri.file(join(folder, name)));

    const { files, refusals } = await readAll(picked, ({ name }) =>
      Promise.resolve(name === 'b.txt' ? 'b.txt is too large.' : undefined),
    );

    assert.deepEqual(
      files.map(({ name }) => name),
      ['a.txt'],
    );
    assert.match(refusals.join(' '), /gone\.txt cannot be read\. .* is a folder\. .* b\.txt is too large\./);
  });
});
