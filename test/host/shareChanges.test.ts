import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { changesThing, type ChangesSource } from '../../src/commands/shareChanges';
import { snippetText } from '../../src/model/snippet';
import type { Changes, ChangesWanted } from '../../src/platform/gitChanges';

const root = vscode.Uri.file('/home/ann/app');
const file = (path: string) => vscode.Uri.joinPath(root, path);
const row = (path: string) => ({ resourceUri: file(path) });
const diff = 'diff --git a/src/a.ts b/src/a.ts\n--- a/src/a.ts\n+++ b/src/a.ts\n@@ -1 +1 @@\n-a\n+b\n';

/** Git with one repository; remembers what was asked of it. */
class Repository implements ChangesSource {
  readonly asked: ChangesWanted[] = [];

  constructor(
    private readonly changes: Partial<Changes> = {},
    private readonly roots = [root.toString()],
  ) {}

  repositories = () => Promise.resolve(this.roots);
  repositoryOf = ({ path }: vscode.Uri) =>
    Promise.resolve(path.startsWith(`${root.path}/`) ? root.toString() : undefined);

  read = (wanted: ChangesWanted) => {
    this.asked.push(wanted);
    return Promise.resolve({ diff, untracked: [], leftOut: 0, isWithoutNew: false, ...this.changes });
  };
}

describe('Sharing changes', () => {
  const meant: Record<string, [args: unknown[], which: ChangesWanted['which'], files: string[]]> = {
    'everything from the palette': [[], 'all', []],
    'everything from the title of the view': [[{ rootUri: root }], 'all', []],
    'a file of the Explorer whole': [[file('src/a.ts'), [file('src/a.ts')]], 'all', ['src/a.ts']],
    'of a change what is not staged': [[row('src/a.ts')], 'working', ['src/a.ts']],
    'every row that is selected': [[row('a'), [row('a'), row('b')]], 'working', ['a', 'b']],
    'every change of a folder': [[row('a'), row('b')], 'working', ['a', 'b']],
    'a group of changes': [
      [{ id: 'workingTree', resourceStates: [row('a'), row('b')] }],
      'working',
      ['a', 'b'],
    ],
  };
  for (const [what, [args, which, files]] of Object.entries(meant)) {
    it(`means ${what}`, async () => {
      const git = new Repository();

      await changesThing(args, false, git);

      assert.deepEqual(
        git.asked.map((wanted) => [wanted.which, wanted.files.map(({ path }) => path)]),
        [[which, files.map((path) => file(path).path)]],
      );
    });
  }

  it('means what is staged wherever that is asked for', async () => {
    const git = new Repository();

    const thing = await changesThing([row('src/a.ts')], true, git);

    assert.deepEqual([git.asked[0]?.which, thing?.label], ['staged', 'the changes of src/a.ts']);
  });

  it('shares the diff of one file under its path, and of several under their number', async () => {
    const untracked = [{ path: 'new.ts', text: 'new\n' }];

    const one = await changesThing([file('src/a.ts')], false, new Repository());
    const both = await changesThing([], false, new Repository({ untracked }));

    assert.equal(one && snippetText(one.draft), `\`src/a.ts\`\n\`\`\`diff\n${diff}\`\`\``);
    assert.match(
      both ? snippetText(both.draft) : '',
      /^Changes in 2 files\n```diff\ndiff --git a\/src\/a\.ts/,
    );
    assert.equal(both?.draft.kind, 'diff');
  });

  it('says that new files are left out, or some of them', async () => {
    const apart = await changesThing([], false, new Repository({ isWithoutNew: true }));
    const many = await changesThing([], false, new Repository({ leftOut: 3 }));

    assert.deepEqual(
      [apart?.draft.notes, many?.draft.notes],
      [['without new files'], ['without 3 new files']],
    );
    await assert.rejects(
      changesThing([], false, new Repository({ diff: '', isWithoutNew: true })),
      /no changes to share but new files/,
    );
  });

  it('says that there is nothing to share', async () => {
    const none = new Repository({ diff: '' });

    await assert.rejects(changesThing([], false, none), /no changes to share/);
    await assert.rejects(changesThing([], true, none), /Nothing is staged/);
  });

  it('shares no more than was asked for where the menu does not say which file it was', async () => {
    await assert.rejects(changesThing([{ sourceControlHandle: 0 }], false, new Repository()), /does not say/);
  });

  it('says where git knows nothing of it', async () => {
    const elsewhere = vscode.Uri.file('/tmp/x.ts');

    await assert.rejects(changesThing([elsewhere], false, new Repository()), /lies in no repository/);
    await assert.rejects(changesThing([], false, new Repository({}, [])), /no repository open here/);
  });
});
