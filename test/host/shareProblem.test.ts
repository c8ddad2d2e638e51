import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Lifetime } from '../../src/base/lifetime';
import { offerProblems, problemThing } from '../../src/commands/shareProblem';
import { snippetText } from '../../src/model/snippet';

const git = { file: () => Promise.resolve(undefined) };

describe('Sharing a problem', () => {
  const lifetime = new Lifetime();
  const found = lifetime.own(vscode.languages.createDiagnosticCollection('rocketchat-test'));
  let editor: vscode.TextEditor;

  before(async () => {
    const content = 'fine()\n  a: str = 1\n  more()\n';
    const document = await vscode.workspace.openTextDocument({ language: 'python', content });
    editor = await vscode.window.showTextDocument(document);
  });
  beforeEach(() => found.clear());
  after(async () => {
    lifetime.dispose();
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('says what is wrong, by which rule, where, and in which code', async () => {
    const problem = report('Type error.', [1, 5, 1, 8]);
    problem.source = 'ts';
    problem.code = { value: 2322, target: vscode.Uri.parse('https://ts.example/2322') };
    goTo(1, 6);

    const thing = await problemThing([], git);
    assert.ok(thing);
    const snippet = await thing.complete();

    assert.match(
      snippetText(snippet),
      /^`Untitled-\d+:2` \(not saved yet\)\n\*\*Error\*\* \[ts\(2322\)\]\(https:\/\/ts\.example\/2322\)\nType error\.\n```python\na: str = 1\n```$/,
    );
    assert.equal(snippet.kind, 'error');
  });

  it('takes all lines of the problem, and its weight', async () => {
    report('Long.', [1, 5, 2, 3], vscode.DiagnosticSeverity.Warning);
    goTo(2, 0);

    const snippet = await (await problemThing([], git))?.complete();

    assert.deepEqual(snippet?.pieces, [{ lines: { first: 2, last: 3 }, code: '  a: str = 1\n  more()' }]);
    assert.deepEqual([snippet.kind, snippet.words?.[0]?.plain], ['warning', 'Warning']);
  });

  it('takes as much as is left of lines that have gone since', async () => {
    report('Old.', [40, 0, 50, 0]);
    const lastLine = editor.document.lineCount;
    const [problem] = found.get(editor.document.uri) ?? [];

    const thing = await problemThing([editor.document.uri, [problem]], git);

    assert.deepEqual(thing?.draft.pieces[0]?.lines, { first: lastLine, last: lastLine });
  });

  it('says where else to look, and whose folders these are to nobody', async () => {
    const problem = report("Clashes with '/home/ann/lib/b.py'.", [1, 5, 1, 8]);
    const elsewhere = new vscode.Location(vscode.Uri.file('/home/ann/lib/b.py'), new vscode.Position(6, 0));
    problem.relatedInformation = [new vscode.DiagnosticRelatedInformation(elsewhere, 'First seen here.')];
    found.set(editor.document.uri, [problem]);
    goTo(1, 6);

    const snippet = await (await problemThing([], git))?.complete();

    assert.deepEqual(
      snippet?.words?.map(({ plain }) => plain),
      ['Error', "Clashes with '~/lib/b.py'.", 'First seen here. (b.py:7)'],
    );
  });

  it('takes the one in the line where none is exactly at the cursor', async () => {
    report('Type error.', [1, 5, 1, 8]);
    goTo(1, 12);

    assert.ok(await problemThing([], git));
  });

  it('links no rule that leads out of the web', async () => {
    const problem = report('Bad.', [1, 5, 1, 8]);
    problem.code = { value: 'x', target: vscode.Uri.parse('command:rocketchat.signOut') };
    goTo(1, 6);

    const snippet = await (await problemThing([], git))?.complete();

    assert.equal(snippet?.words?.[0]?.markdown, '**Error** x');
  });

  it('says that there is none', async () => {
    goTo(0, 0);

    await assert.rejects(problemThing([], git), /There is no problem at the cursor/);
  });

  it('is offered with the fixes of a problem, and shares that one', async () => {
    const offered = offerProblems(() => true);
    report('Type error.', [1, 5, 1, 8]);

    const [action] = await actionsAt(1, 6);
    const thing = await problemThing(action?.command?.arguments ?? [], git);
    offered.dispose();

    assert.equal(action?.title, 'Share Problem to Rocket.Chat');
    assert.match(thing?.label ?? '', /:2$/);
  });

  it('is offered to nobody who is signed out, and nowhere else', async () => {
    const toNobody = offerProblems(() => false);
    report('Type error.', [1, 5, 1, 8]);

    const signedOut = await actionsAt(1, 6);
    toNobody.dispose();
    const toAll = offerProblems(() => true);
    const elsewhere = await actionsAt(0, 0);
    toAll.dispose();

    assert.deepEqual([signedOut, elsewhere], [[], []]);
  });

  function report(
    message: string,
    range: [number, number, number, number],
    severity = vscode.DiagnosticSeverity.Error,
  ): vscode.Diagnostic {
    const problem = new vscode.Diagnostic(new vscode.Range(...range), message, severity);
    found.set(editor.document.uri, [problem]);
    return problem;
  }

  function goTo(line: number, character: number): void {
    editor.selection = new vscode.Selection(line, character, line, character);
  }

  async function actionsAt(line: number, character: number): Promise<vscode.CodeAction[]> {
    const range = new vscode.Range(line, character, line, character);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      range,
    );
    return actions.filter(({ title }) => title.includes('Rocket.Chat'));
  }
});
