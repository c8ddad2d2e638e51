import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import type { SnippetKind } from '../model/snippet';
import { withoutOwnFolders } from '../model/ownFolders';
import { findingWords, frameWords, type Frame } from '../model/snippetWords';
import { workspaceFolders, workspacePath } from '../platform/workspacePath';
import { codeThing, type FileKnowledge } from './shareSnippet';
import { linesAt } from './shareSource';
import { NothingToShare, type Thing } from './shareThing';

const commandId = 'rocketchat.shareProblem';

/** Offers a problem to be shared where its fixes are: at the light bulb, and in the Problems view. */
export function offerProblems(isSignedIn: () => boolean): Disposable {
  const kind = vscode.CodeActionKind.QuickFix;
  const provideCodeActions: vscode.CodeActionProvider['provideCodeActions'] = ({ uri }, _range, context) => {
    const { diagnostics } = context;
    if (diagnostics.length === 0 || !isSignedIn()) return [];
    const title = vscode.l10n.t('Share Problem to Rocket.Chat');
    const action = new vscode.CodeAction(title, kind);
    action.diagnostics = [...diagnostics];
    action.command = { command: commandId, title, arguments: [uri, diagnostics] };
    return [action];
  };
  return vscode.languages.registerCodeActionsProvider(
    '*',
    { provideCodeActions },
    { providedCodeActionKinds: [kind] },
  );
}

/** The problem that was chosen, or one at the cursor. Undefined when the person leaves. */
export async function problemThing(
  [uri, diagnostics]: readonly unknown[],
  git: FileKnowledge,
): Promise<Thing | undefined> {
  const found =
    uri instanceof vscode.Uri && Array.isArray(diagnostics)
      ? { uri, problems: diagnostics.filter((one) => one instanceof vscode.Diagnostic) }
      : atCursor();
  const problem = await chosen(found.problems);
  if (!problem) return undefined;
  const document = await vscode.workspace.openTextDocument(found.uri);
  return thingOf(document, problem, git);
}

function atCursor(): { readonly uri: vscode.Uri; readonly problems: readonly vscode.Diagnostic[] } {
  const editor = vscode.window.activeTextEditor;
  const all = editor ? vscode.languages.getDiagnostics(editor.document.uri) : [];
  const cursor = editor?.selection;
  const exact = all.filter(({ range }) => cursor && range.intersection(cursor));
  const inLine = all.filter(({ range }) => range.start.line === cursor?.active.line);
  const problems = exact.length > 0 ? exact : inLine;
  if (!editor || problems.length === 0)
    throw new NothingToShare(
      vscode.l10n.t('There is no problem at the cursor. Go to the one to share first.'),
    );
  return { uri: editor.document.uri, problems };
}

async function chosen(problems: readonly vscode.Diagnostic[]): Promise<vscode.Diagnostic | undefined> {
  const byWeight = [...problems].sort((one, other) => one.severity - other.severity);
  if (byWeight.length < 2) return byWeight[0];
  const rows = byWeight.map((problem) => ({
    label: problem.message.split('\n', 1)[0] ?? '',
    description: ruleOf(problem),
    iconPath: new vscode.ThemeIcon(looks[problem.severity].icon),
    problem,
  }));
  const title = vscode.l10n.t('Which problem do you want to share?');
  return (await vscode.window.showQuickPick(rows, { title, matchOnDescription: true }))?.problem;
}

function thingOf(document: vscode.TextDocument, problem: vscode.Diagnostic, git: FileKnowledge): Thing {
  const { uri, isDirty, languageId: language } = document;
  const { code, message, severity, source } = problem;
  const target = typeof code === 'object' ? code.target : undefined;
  const finding = findingWords({
    severity: severityText(severity),
    message: withoutOwnFolders(message, workspaceFolders()),
    source,
    code: codeText(code),
    link: target && /^https?$/.test(target.scheme) ? target.toString(true) : undefined,
  });
  const words = [...finding, ...frameWords(relatedPlaces(problem))];
  const pieces = [linesAt(document, problem.range)];
  return codeThing({ uri, isDirty, language, pieces }, git, { kind: looks[severity].kind, words });
}

const mostRelated = 10;

/** Where else one has to look, in the tool's words. */
function relatedPlaces({ relatedInformation = [] }: vscode.Diagnostic): Frame[] {
  return relatedInformation.slice(0, mostRelated).map(({ message, location: { uri, range } }) => ({
    name: withoutOwnFolders(message, workspaceFolders()),
    path: workspacePath(uri),
    line: range.start.line + 1,
  }));
}

function ruleOf({ source, code }: vscode.Diagnostic): string {
  return [source, codeText(code)].filter((text) => text !== undefined).join(' ');
}

function codeText(code: vscode.Diagnostic['code']): string | undefined {
  const value = typeof code === 'object' ? code.value : code;
  return value === undefined || value === '' ? undefined : String(value);
}

const looks: Readonly<Record<vscode.DiagnosticSeverity, { kind: SnippetKind; icon: string }>> = {
  [vscode.DiagnosticSeverity.Error]: { kind: 'error', icon: 'error' },
  [vscode.DiagnosticSeverity.Warning]: { kind: 'warning', icon: 'warning' },
  [vscode.DiagnosticSeverity.Information]: { kind: 'note', icon: 'info' },
  [vscode.DiagnosticSeverity.Hint]: { kind: 'note', icon: 'lightbulb' },
};

function severityText(severity: vscode.DiagnosticSeverity): string {
  switch (severity) {
    case vscode.DiagnosticSeverity.Error:
      return vscode.l10n.t('Error');
    case vscode.DiagnosticSeverity.Warning:
      return vscode.l10n.t('Warning');
    case vscode.DiagnosticSeverity.Information:
      return vscode.l10n.t('Information');
    case vscode.DiagnosticSeverity.Hint:
      return vscode.l10n.t('Hint');
  }
}
