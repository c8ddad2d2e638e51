import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import type { GitCommands, RepositoryState } from '../../src/platform/git';
import { GitChanges, type ChangesWanted } from '../../src/platform/gitChanges';
import { eventually } from '../support/eventually';

const run = promisify(execFile);

describe('GitChanges, asking the git extension', () => {
  let folder = '';
  let repository = '';
  const everything: ChangesWanted = { repository: 'file:///app', which: 'all', files: [] };
  const file = (path: string) => vscode.Uri.file(join(folder, 'app', path));

  before(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'rocketchat-changes-')));
    await mkdir(join(folder, 'app/src'), { recursive: true });
    await git('init', '--quiet', '--initial-branch', 'main');
    await write('src/a.ts', 'a\n');
    await write('src/b.ts', 'b\n');
    await git('add', '.');
    await git('-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '--quiet', '-m', 'one');
    await vscode.commands.executeCommand('git.openRepository', join(folder, 'app'));
    await write('src/a.ts', 'staged\n');
    await git('add', 'src/a.ts');
    await write('src/a.ts', 'working\n');
    await write('src/b.ts', 'changed\n');
    await write('src/new.ts', 'new\n');
    repository = await eventually('an open repository', () =>
      new GitChanges().repositoryOf(file('src/a.ts')),
    );
    await vscode.commands.executeCommand('git.refresh', vscode.Uri.parse(repository));
  });
  after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

  it('has what is staged, then what is not, and what git does not know yet', async () => {
    const { diff, untracked } = await read('all');

    assert.deepEqual(signed(diff), ['-a', '+staged', '-staged', '+working', '-b', '+changed']);
    assert.match(diff, /^diff --git a\/src\/a\.ts b\/src\/a\.ts\n/);
    assert.deepEqual(untracked, [{ path: 'src/new.ts', text: 'new\n' }]);
  });

  it('has what is staged, and nothing else', async () => {
    const { diff, untracked } = await read('staged');

    assert.deepEqual([signed(diff), untracked], [['-a', '+staged'], []]);
  });

  it('has the changes of some files alone', async () => {
    const { diff, untracked } = await read('working', 'src/b.ts');

    assert.deepEqual([signed(diff), untracked], [['-b', '+changed'], []]);
  });

  it('has a new file alone', async () => {
    const { diff, untracked } = await read('working', 'src/new.ts');

    assert.deepEqual([diff, untracked.map(({ path }) => path)], ['', ['src/new.ts']]);
  });

  it('has a new file that git shows apart, where it is chosen, and says that the whole is without', async () => {
    const settings = vscode.workspace.getConfiguration('git');
    await settings.update('untrackedChanges', 'separate', vscode.ConfigurationTarget.Global);
    try {
      await vscode.commands.executeCommand('git.refresh', vscode.Uri.parse(repository));

      const one = await read('working', 'src/new.ts', 'src/b.ts');
      const whole = await read('all');

      assert.deepEqual(one.untracked, [{ path: 'src/new.ts', text: 'new\n' }]);
      assert.deepEqual([one.isWithoutNew, whole.isWithoutNew, whole.untracked], [false, true, []]);
    } finally {
      await settings.update('untrackedChanges', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('reads some of very many new files, and counts the rest', async () => {
    const changes = Array.from({ length: 250 }, (_, at) => ({
      uri: file(`${at}.ts`).toString(),
      status: 'UNTRACKED',
    }));

    const { untracked, leftOut } = await new GitChanges(gitWith(changes), filesOf(10)).read(everything);
    const { untracked: large } = await new GitChanges(gitWith(changes), filesOf(1_000_000)).read(everything);

    assert.deepEqual([untracked.length, leftOut, large.length], [200, 50, 4]);
  });

  function read(which: ChangesWanted['which'], ...paths: string[]) {
    return new GitChanges().read({ repository, which, files: paths.map(file) });
  }

  function gitWith(workingTreeChanges: RepositoryState['workingTreeChanges']): GitCommands {
    const state = { remotes: [], mergeChanges: [], indexChanges: [], workingTreeChanges };
    return {
      repositories: () => Promise.resolve([]),
      state: () => Promise.resolve(state),
      holds: () => Promise.resolve(false),
    };
  }

  /** Every file is of that size; there is no diff. */
  function filesOf(size: number): Pick<vscode.FileSystem, 'stat' | 'readFile'> {
    return {
      stat: () => Promise.resolve({ type: vscode.FileType.File, size, ctime: 0, mtime: 0 }),
      readFile: ({ scheme }) => Promise.resolve(new Uint8Array(scheme === 'git' ? 0 : size).fill(97)),
    };
  }

  function signed(diff: string): string[] {
    return diff.split('\n').filter((line) => /^[-+](?![-+])/.test(line));
  }

  async function git(...args: string[]): Promise<void> {
    await run('git', args, { cwd: join(folder, 'app') });
  }

  function write(path: string, text: string): Promise<void> {
    return writeFile(join(folder, 'app', path), text);
  }
});
