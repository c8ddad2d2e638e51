import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { clipboardThing, terminalThing } from '../../src/commands/shareOutput';
import { snippetText } from '../../src/model/snippet';
import { terminalSelection } from '../../src/platform/terminal';
import { FakeClock } from '../support/fakeClock';

describe('terminalSelection', () => {
  /** A clipboard, and a terminal that takes a moment to copy. */
  function machine(selection: string, clock: FakeClock) {
    const state = { text: 'copied before', writes: 0 };
    return {
      state,
      readText: () => Promise.resolve(state.text),
      writeText: (text: string) => {
        state.text = text;
        state.writes += 1;
        return Promise.resolve();
      },
      copySelection: () => {
        if (selection !== '') clock.after(60, () => (state.text = selection));
        return Promise.resolve();
      },
    };
  }

  for (const selection of ['$ npm test', 'copied before']) {
    it(`takes the selection and puts the clipboard back: ${selection}`, async () => {
      const clock = new FakeClock();
      const terminal = machine(selection, clock);

      const reading = terminalSelection(terminal, clock);
      await clock.advance(1_000);

      assert.deepEqual([await reading, terminal.state.text], [selection, 'copied before']);
    });
  }

  it('is empty where nothing is selected, and puts the clipboard back', async () => {
    const clock = new FakeClock();
    const terminal = machine('', clock);

    const reading = terminalSelection(terminal, clock);
    await clock.advance(1_000);

    assert.deepEqual([await reading, terminal.state.text], ['', 'copied before']);
  });

  it('writes nothing over a picture where nothing is selected', async () => {
    const clock = new FakeClock();
    const terminal = machine('', clock);
    terminal.state.text = '';

    const reading = terminalSelection(terminal, clock);
    await clock.advance(1_000);

    assert.deepEqual([await reading, terminal.state.writes], ['', 0]);
  });

  it('takes the selection where the clipboard has no text', async () => {
    const clock = new FakeClock();
    const terminal = machine('$ npm test', clock);
    terminal.state.text = '';

    const reading = terminalSelection(terminal, clock);
    await clock.advance(1_000);

    assert.equal(await reading, '$ npm test');
  });

  it('puts the clipboard back where the terminal fails', async () => {
    const clock = new FakeClock();
    const terminal = { ...machine('', clock), copySelection: () => Promise.reject(new Error('gone')) };

    await assert.rejects(terminalSelection(terminal, clock), /gone/);

    assert.equal(terminal.state.text, 'copied before');
  });
});

describe('Sharing output', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('fences what the terminal has selected, without a language', async () => {
    const selection = () => Promise.resolve('\n  $ npm test\n  ok  \n\n');

    const thing = await terminalThing({ isThere: () => true, selection });

    assert.equal(thing && snippetText(thing.draft), '```\n$ npm test\nok\n```');
  });

  it('shares nothing where nothing is selected, and says what is missing without a terminal', async () => {
    const selection = () => Promise.resolve('');

    assert.equal(await terminalThing({ isThere: () => true, selection }), undefined);
    await assert.rejects(terminalThing({ isThere: () => false, selection }), /Open a terminal/);
  });

  it('shares the clipboard as it is', async () => {
    await vscode.env.clipboard.writeText('\n  some:\n    words\n');

    assert.equal(snippetText((await clipboardThing()).draft), '```\nsome:\n  words\n```');
  });

  it('knows the language of what was copied from an open document', async () => {
    const content = 'def f():\n    return 1\n';
    await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument({ language: 'python', content }),
    );
    await vscode.env.clipboard.writeText('    return 1\n');

    assert.equal(snippetText((await clipboardThing()).draft), '```python\nreturn 1\n```');
  });

  it('says that there is nothing in the clipboard', async () => {
    await vscode.env.clipboard.writeText('  \n');

    await assert.rejects(clipboardThing(), /no text in the clipboard/);
  });
});
