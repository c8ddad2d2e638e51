import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { Downloads, type AskWhere } from '../../src/webview/mediaDownload';
import { FakeMemento } from '../support/fakes/memento';
import { sessionWith } from '../support/fakeSession';

describe('Saving a file', () => {
  let folder: string;
  let asked: (vscode.SaveDialogOptions | undefined)[];
  const memory = new FakeMemento();

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rocketchat-download-'));
    asked = [];
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const answering =
    (name: string | undefined): AskWhere =>
    (options) => {
      asked.push(options);
      return Promise.resolve(name === undefined ? undefined : vscode.Uri.file(join(folder, name)));
    };

  function session() {
    const { session: opened } = sessionWith({});
    const client = {
      ...opened.client,
      download: (path: string) => Promise.resolve(new Blob([`at ${path}`])),
    };
    return { account: opened.account, knownSettings: undefined, signal: opened.signal, client };
  }

  it('writes it where the person says, its name a mere label', async () => {
    const downloads = new Downloads(memory, answering('saved.txt'));

    await downloads.save(session(), '/file-upload/f1/a.txt', '../../evil.txt');

    assert.equal(await readFile(join(folder, 'saved.txt'), 'utf8'), 'at /file-upload/f1/a.txt');
    assert.match(asked[0]?.title ?? '', /evil\.txt$/);
    assert.doesNotMatch(asked[0]?.title ?? '', /\.\./);
  });

  it('begins where the last one went', async () => {
    await new Downloads(memory, answering('one.txt')).save(session(), '/file-upload/f1/a.txt', 'one.txt');
    await new Downloads(memory, answering(undefined)).save(session(), '/file-upload/f2/b.txt', 'two.txt');

    assert.equal(asked[1]?.defaultUri?.fsPath, join(folder, 'two.txt'));
  });

  it('never asks the server for what is no file', async () => {
    const downloads = new Downloads(memory, answering('x'));

    await assert.rejects(downloads.save(session(), '/api/v1/logout', 'x'), /no file behind/);
    assert.deepEqual(asked, []);
  });
});
