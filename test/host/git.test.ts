import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { Git, type GitCommands, type RepositoryState } from '../../src/platform/git';
import { FakeClock } from '../support/fakeClock';

const run = promisify(execFile);

describe('Git, asking the git extension', () => {
  let folder = '';
  let commit = '';
  const remote = () => join(folder, 'remote.git');
  const file = (path: string) => vscode.Uri.file(join(folder, 'app', path));

  before(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'rocketchat-git-')));
    await mkdir(join(folder, 'app/src'), { recursive: true });
    await git('init', '--quiet', '--bare', '../remote.git');
    await git('init', '--quiet', '--initial-branch', 'main');
    await git('remote', 'add', 'origin', remote());
    await write('src/a.ts', 'a\n');
    await write('src/b.ts', 'b\n');
    await commitAll('one');
    commit = await git('rev-parse', 'HEAD');
    await git('push', '--quiet', '--set-upstream', 'origin', 'main');
    await vscode.commands.executeCommand('git.openRepository', join(folder, 'app'));
  });
  after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

  it('names the commit, the remote and the path of a file that is pushed', async () => {
    const found = await new Git().file(file('src/a.ts'));

    assert.deepEqual(found, {
      path: 'src/a.ts',
      commit,
      remoteUrl: remote(),
      isPushed: true,
      isChanged: false,
    });
  });

  it('sees that a file differs from the commit, and another does not', async () => {
    await write('src/a.ts', 'changed\n');
    await refreshed();

    const [changed, other] = await Promise.all([
      new Git().file(file('src/a.ts')),
      new Git().file(file('src/b.ts')),
    ]);

    assert.deepEqual([changed?.isChanged, changed?.isPushed], [true, true]);
    assert.deepEqual([other?.isChanged, other?.isPushed], [false, true]);
  });

  it('sees that the commit does not hold a new file', async () => {
    await write('src/new.ts', 'new\n');
    await refreshed();

    const found = await new Git().file(file('src/new.ts'));

    assert.deepEqual([found?.isChanged, found?.isPushed], [true, false]);
  });

  it('sees that the commit does not hold a file that is not to be seen by git', async () => {
    await write('.gitignore', 'src/secret.ts\n');
    await write('src/secret.ts', 'secret\n');
    await refreshed();

    const [ignored, held] = await Promise.all([
      new Git().file(file('src/secret.ts')),
      new Git().file(file('src/b.ts')),
    ]);

    assert.deepEqual([ignored?.isPushed, held?.isPushed], [false, true]);
  });

  it('has no answer for what only has the path of a file', async () => {
    for (const scheme of ['git', 'vscode-local-history', 'vscode-notebook-cell', 'untitled'])
      assert.equal(await new Git().file(file('src/b.ts').with({ scheme })), undefined, scheme);
  });

  it('sees that a commit is not pushed, and that a branch follows nothing', async () => {
    await commitAll('two');
    await refreshed();
    const ahead = await new Git().file(file('src/b.ts'));
    await git('checkout', '--quiet', '-b', 'topic');
    await refreshed();
    const alone = await new Git().file(file('src/b.ts'));

    assert.deepEqual([ahead?.isPushed, ahead?.remoteUrl], [false, remote()]);
    assert.deepEqual([alone?.isPushed, alone?.remoteUrl], [false, undefined]);
  });

  it('knows nothing of a file outside of every repository', async () => {
    assert.equal(await new Git().file(vscode.Uri.file(join(folder, 'elsewhere.ts'))), undefined);
  });

  async function git(...words: string[]): Promise<string> {
    const who = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.com', '-c', 'commit.gpgsign=false'];
    const { stdout } = await run('git', [...who, ...words], { cwd: join(folder, 'app') });
    return stdout.trim();
  }

  async function write(path: string, text: string): Promise<void> {
    await writeFile(join(folder, 'app', path), text);
  }

  async function commitAll(message: string): Promise<void> {
    await git('add', '--all');
    await git('commit', '--quiet', '--message', message);
  }

  /** The git extension looks again now, not when its file watcher wakes up. */
  async function refreshed(): Promise<void> {
    await vscode.commands.executeCommand('git.refresh', vscode.Uri.file(join(folder, 'app')));
  }
});

describe('Git', () => {
  const uri = vscode.Uri.parse('vscode-remote://ssh-remote+box/home/ann/app/packages/lib/src/%5Bid%5D.ts');
  const state = (over: Partial<RepositoryState> = {}): RepositoryState => ({
    HEAD: { commit: 'c0ffee', ahead: 0, upstream: { remote: 'fork', name: 'main' } },
    remotes: [
      { name: 'origin', fetchUrl: 'https://git.example/origin.git' },
      { name: 'fork', pushUrl: 'https://git.example/fork.git' },
    ],
    mergeChanges: [],
    indexChanges: [],
    workingTreeChanges: [],
    ...over,
  });

  class Answers implements GitCommands {
    readonly asked: string[] = [];
    lists = 0;

    constructor(
      private readonly answer: RepositoryState | null,
      private readonly isHeld = true,
      private readonly roots: (time: number) => readonly string[] | undefined = () => [
        'file:///home/ann/app',
        'file:///home/ann/app/packages/lib',
        'file:///home/ann/ap',
      ],
    ) {}

    repositories() {
      this.lists += 1;
      return Promise.resolve(this.roots(this.lists));
    }

    state(repository: string) {
      this.asked.push(repository);
      return Promise.resolve(this.answer);
    }

    holds(file: vscode.Uri, commit: string) {
      this.asked.push(`${commit}:${file.path}`);
      return Promise.resolve(this.isHeld);
    }
  }

  it('finds the innermost repository by its path, on whatever machine', async () => {
    const answers = new Answers(state());

    const found = await new Git(answers).file(uri);

    assert.deepEqual(answers.asked, ['file:///home/ann/app/packages/lib', `c0ffee:${uri.path}`]);
    assert.equal(found?.path, 'src/[id].ts');
  });

  it('takes the remote that the branch follows', async () => {
    const found = await new Git(new Answers(state())).file(uri);

    assert.equal(found?.remoteUrl, 'https://git.example/fork.git');
  });

  it('knows that nothing is pushed of a file that the commit does not hold', async () => {
    const change = { uri: 'file:///home/ann/app/packages/lib/src/%5Bid%5D.ts' };

    const found = await new Git(new Answers(state({ indexChanges: [change] }), false)).file(uri);

    assert.deepEqual([found?.isPushed, found?.isChanged], [false, true]);
  });

  it('asks for no file of a branch without a commit', async () => {
    const answers = new Answers(state({ HEAD: {} }));

    const found = await new Git(answers).file(uri);

    assert.deepEqual([found?.isPushed, answers.asked.length], [false, 1]);
  });

  it('waits a moment for a git that has just started, once', async () => {
    const clock = new FakeClock();
    const late = new Answers(state(), true, (time) => (time < 4 ? undefined : ['file:///home/ann/app']));
    const none = new Answers(state(), true, () => []);
    const git = new Git(none, clock);

    const found = new Git(late, clock).file(uri);
    const nothing = git.file(uri);
    await clock.advance(2_000);

    assert.equal((await found)?.path, 'packages/lib/src/[id].ts');
    assert.equal(await nothing, undefined);
    assert.equal(none.lists, 9);
    assert.equal(await git.file(uri), undefined);
    assert.equal(none.lists, 10);
  });

  it('gives up on a git that does not answer, and on one that fails', async () => {
    const clock = new FakeClock();
    const silent: GitCommands = {
      repositories: () => new Promise(() => undefined),
      state: () => Promise.resolve(null),
      holds: () => Promise.resolve(false),
    };
    const failing: GitCommands = { ...silent, repositories: () => Promise.reject(new Error('no git')) };

    const found = new Git(silent, clock).file(uri);
    await clock.advance(3_000);

    assert.equal(await found, undefined);
    assert.equal(await new Git(failing, clock).file(uri), undefined);
    assert.deepEqual(clock.pending, []);
  });
});
