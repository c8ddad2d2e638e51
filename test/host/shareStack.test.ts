import assert from 'node:assert/strict';
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { stackThing } from '../../src/commands/shareStack';
import { snippetText } from '../../src/model/snippet';
import { CallStacks, stackWanted, type StackWanted } from '../../src/platform/callStack';
import type { GitFile } from '../../src/platform/git';
import { eventually } from '../support/eventually';

const uri = vscode.Uri.file('/home/ann/app/src/a.ts');
const pushed: GitFile = {
  path: 'src/a.ts',
  commit: 'c0ffee',
  remoteUrl: 'https://github.com/acme/app.git',
  isPushed: true,
  isChanged: true,
};

describe('Sharing a call stack', () => {
  it('links every line that is on the web, and shows no folder of this machine', async () => {
    const calls = [
      { name: 'handle', uri, line: 12 },
      { name: 'outside', uri: vscode.Uri.file('/home/ann/lib/b.ts'), line: 7 },
      { name: 'native' },
    ];
    const git = { file: (file: vscode.Uri) => Promise.resolve(file.path === uri.path ? pushed : undefined) };

    const thing = await stackThing([], { calls: () => Promise.resolve(calls) }, git);

    assert.equal(
      snippetText(await thing.complete()),
      [
        'Call stack (differs from the commit)',
        'handle [src/a.ts:12](https://github.com/acme/app/blob/c0ffee/src/a.ts#L12)',
        'outside `b.ts:7`',
        'native',
      ].join('\n'),
    );
  });

  it('asks for the thread of the row that the menu was opened on', async () => {
    const asked: StackWanted[] = [];
    const calls = (wanted: StackWanted) => {
      asked.push(wanted);
      return Promise.resolve([{ name: 'f' }]);
    };
    const context = { sessionId: 'a-b', threadId: 'thread:a-b:7', frameId: 'stackframe:thread:a-b:7:0:x' };

    await stackThing(['file:///x', context], { calls }, { file: () => Promise.resolve(undefined) });

    assert.deepEqual(asked, [{ session: 'a-b', thread: 7 }]);
  });

  it('means the one in front from the palette, or for a row without a thread', () => {
    assert.deepEqual(stackWanted(undefined, undefined), {});
    assert.deepEqual(stackWanted('a-b', { sessionId: 'a-b' }), { session: 'a-b' });
  });

  it('reads the stack of a program that stands still', async function () {
    // A debugger is a program of its own, which has to start first.
    this.timeout(60_000);
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'rocketchat-stack-')));
    const program = join(folder, 'stopped.js');
    await writeFile(
      program,
      'function inner() {\n  debugger;\n}\nfunction outer() {\n  inner();\n}\nouter();\n',
    );
    const stacks = new CallStacks();
    const launch = { type: 'node', request: 'launch', name: 'stopped', program };
    await vscode.debug.startDebugging(undefined, launch);

    const calls = await eventually('a paused program', () => stacks.calls({}));
    await vscode.debug.stopDebugging();
    stacks.dispose();
    await rm(folder, { recursive: true, force: true });

    assert.deepEqual(
      calls.slice(0, 3).map(({ name, uri: file, line }) => [name.replace(/^global\./, ''), file?.path, line]),
      [
        ['inner', program, 2],
        ['outer', program, 5],
        ['<anonymous>', program, 7],
      ],
    );
  });

  it('says that nothing is paused', async () => {
    const stacks = new CallStacks();

    await assert.rejects(
      stackThing([], stacks, { file: () => Promise.resolve(undefined) }),
      /Nothing is paused/,
    );
    stacks.dispose();
  });
});
