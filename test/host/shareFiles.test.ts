import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { fileThings, filesMeant, lineLinkThing } from '../../src/commands/shareFiles';
import { snippetText } from '../../src/model/snippet';
import type { GitFile } from '../../src/platform/git';

const pushed: GitFile = {
  path: 'src/a.ts',
  commit: '0123456789abcdef0123456789abcdef01234567',
  remoteUrl: 'https://github.com/acme/app.git',
  isPushed: true,
  isChanged: false,
};
const lines = `https://github.com/acme/app/blob/${pushed.commit}/src/a.ts`;

const knowing = (file?: GitFile) => ({ file: () => Promise.resolve(file) });

describe('Sharing files', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rocketchat-files-'));
    await writeFile(join(folder, 'a.ts'), '  a();\n  b();\n');
    await writeFile(join(folder, 'empty.ts'), ' \n');
    await writeFile(join(folder, 'a.png'), new Uint8Array([137, 80, 78, 71, 0, 0, 0, 1]));
  });
  after(() => rm(folder, { recursive: true, force: true }));
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  const uri = (name: string) => vscode.Uri.file(join(folder, name));

  it('takes the whole of the file that the menu was opened on, with a link to it', async () => {
    const [thing, ...more] = await fileThings([uri('a.ts')], knowing(pushed));
    assert.ok(thing);

    const text = snippetText(await thing.complete());

    assert.equal(text, `[src/a.ts](${lines}#L1-L2)\n\`\`\`typescript\na();\nb();\n\`\`\``);
    assert.deepEqual([thing.label, more], ['a.ts', []]);
  });

  it('takes every file that is selected', async () => {
    await writeFile(join(folder, 'b.ts'), 'b();\n');
    const both = [uri('a.ts'), uri('b.ts')];

    const things = await fileThings([both[0], both], knowing());

    assert.deepEqual(
      things.map(({ label }) => label),
      ['a.ts', 'b.ts'],
    );
  });

  it('takes the file of the editor in front from the palette', async () => {
    await vscode.window.showTextDocument(uri('a.ts'));

    const things = await fileThings([], knowing());

    assert.deepEqual(
      things.map(({ label }) => label),
      ['a.ts'],
    );
  });

  it('takes the file of a tab, whatever else VS Code says of it', () => {
    assert.deepEqual(filesMeant([uri('a.ts'), { groupId: 1 }]), [uri('a.ts')]);
  });

  it('says what cannot be shared as code, and what is empty', async () => {
    await assert.rejects(fileThings([uri('a.png')], knowing()), /a\.png is no text/);
    await assert.rejects(fileThings([uri('empty.ts')], knowing()), /nothing in empty\.ts/);
    await assert.rejects(fileThings([vscode.Uri.file(folder)], knowing()), /is no text/);
  });

  it('says what to do where there is no file', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');

    await assert.rejects(fileThings([], knowing()), /Open the file to share/);
    await assert.rejects(lineLinkThing([], knowing()), /Open a file to share a link/);
  });

  it('links the lines under the cursors without their code', async () => {
    const editor = await vscode.window.showTextDocument(uri('a.ts'));
    editor.selections = [new vscode.Selection(1, 0, 1, 0), new vscode.Selection(0, 0, 2, 0)];

    const thing = await lineLinkThing([], knowing(pushed));

    assert.equal(
      snippetText(await thing.complete()),
      `[src/a.ts:2](${lines}#L2)\n[src/a.ts:1-2](${lines}#L1-L2)`,
    );
  });

  it('links the line whose number the menu was opened on, unless it is selected', async () => {
    const editor = await vscode.window.showTextDocument(uri('a.ts'));
    editor.selection = new vscode.Selection(0, 0, 1, 3);
    const linkTo = async (lineNumber: number) =>
      snippetText((await lineLinkThing([{ uri: uri('a.ts'), lineNumber }], knowing(pushed))).draft);

    assert.equal(await linkTo(3), `[src/a.ts:3](${lines}#L3)`);
    assert.equal(await linkTo(2), `[src/a.ts:1-2](${lines}#L1-L2)`);
  });

  const linkless: Record<string, [GitFile | undefined, RegExp]> = {
    'the commit is not pushed': [
      { ...pushed, isPushed: false },
      /no link to a\.ts:1\. The commit is not pushed/,
    ],
    'there is no repository': [undefined, /no link to a\.ts:1\. The file lies in no repository/],
    'nobody knows how its host links': [
      { ...pushed, remoteUrl: '/srv/app.git' },
      /no place whose links are known/,
    ],
  };
  for (const [why, [file, message]] of Object.entries(linkless)) {
    it(`shares no link where ${why}, and says so before anything is asked`, async () => {
      const editor = await vscode.window.showTextDocument(uri('a.ts'));
      editor.selection = new vscode.Selection(0, 0, 0, 0);

      await assert.rejects(lineLinkThing([], knowing(file)), message);
    });
  }
});
