import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { FoundPage, Search } from '../../src/model/roomMembers';
import { FoundPick, type FoundQuestion, type FoundRow, type PickRow } from '../../src/views/foundPick';
import { eventually } from '../support/eventually';
import { failure } from '../support/fakeClient';

type Pages = AsyncGenerator<FoundPage<FoundRow>, void, undefined>;

function row(key: string): FoundRow {
  return { key, label: key };
}

async function* pagesOf(...pages: readonly (readonly string[])[]): Pages {
  for (const [at, keys] of pages.entries())
    yield await Promise.resolve({ items: keys.map(row), hasMore: at < pages.length - 1 });
}

/** The first answer is a failure. */
function failingOnce(): () => Pages {
  let asked = 0;
  return async function* () {
    asked += 1;
    if (asked === 1) throw failure('offline');
    yield await Promise.resolve({ items: [row('found')], hasMore: false });
  };
}

describe('FoundPick', () => {
  const ending = new AbortController();
  let picker: vscode.QuickPick<PickRow<FoundRow>>;
  let picked: Promise<readonly FoundRow[] | undefined>;
  afterEach(() => picker.dispose());

  function open(search: (search: Search) => Pages, over: Partial<FoundQuestion<FoundRow>> = {}): void {
    picker = vscode.window.createQuickPick<PickRow<FoundRow>>();
    const question = {
      title: 'Pick',
      placeholder: 'Type',
      nothing: 'Nothing here',
      own: [],
      search,
      isMany: false,
      signal: ending.signal,
      ...over,
    };
    picked = new FoundPick({ question, picker }).picked;
  }

  const labels = () => picker.items.map(({ label }) => label);
  const shows = (...expected: string[]) =>
    eventually(expected.join(', '), () => !picker.busy && labels().join() === expected.join());
  const accept = () => vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');

  /** One row down, as VS Code tells it. */
  async function goTo(label: string): Promise<void> {
    const moved = new Promise<void>((resolve) => {
      picker.onDidChangeActive(([active]) => {
        if (active?.label === label) resolve();
      });
    });
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await moved;
  }

  it('shows what is known first, then what the server has besides', async () => {
    open(() => pagesOf(['b', 'c']), { own: [row('a'), row('b')] });

    await shows('a', 'b', 'c');
  });

  it('goes on past pages that bring nothing new', async () => {
    open(() => pagesOf(['a'], ['a'], ['d']), { own: [row('a')] });

    await shows('a', 'd');
  });

  it('offers more where there is more, and brings it', async () => {
    open(() => pagesOf(['a'], ['b']));
    await shows('a', 'Load more');

    await goTo('Load more');
    await accept();

    await shows('a', 'b');
  });

  it('answers the row in focus', async () => {
    open(() => pagesOf(['a', 'b']));
    await shows('a', 'b');

    await accept();

    assert.equal((await picked)?.[0]?.key, 'a');
  });

  it('says that there is nothing', async () => {
    open(() => pagesOf([]));

    await eventually('the words', () => picker.prompt === 'Nothing here');
  });

  it('says why nothing came, and tries again', async () => {
    open(failingOnce());
    await shows('Try Again');
    assert.match(picker.prompt ?? '', /cannot be reached/);

    await accept();

    await shows('found');
  });

  it('answers nothing when the person turns away', async () => {
    open(() => pagesOf(['a']));
    await shows('a');

    picker.hide();

    assert.equal(await picked, undefined);
  });
});
