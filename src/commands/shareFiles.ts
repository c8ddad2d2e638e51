import * as vscode from 'vscode';
import type { Lines } from '../model/gitLink';
import { codeThing, linkThing, type FileKnowledge } from './shareSnippet';
import { chosenLines, selectedCode, wholeFile } from './shareSource';
import { NothingToShare, type Thing } from './shareThing';

/** What is selected in the editor in front, or the lines under its cursors. */
export function selectionThing(git: FileKnowledge): Thing {
  const editor = vscode.window.activeTextEditor;
  const source = editor && selectedCode(editor);
  if (source) return codeThing(source, git);
  throw new NothingToShare(
    editor
      ? vscode.l10n.t('There is nothing to share in this line. Select some code first.')
      : vscode.l10n.t('Open a file and select the code to share.'),
  );
}

/** A link to the lines under the cursors of the editor in front, or to the one whose number a menu was opened on. */
export async function lineLinkThing(args: readonly unknown[], git: FileKnowledge): Promise<Thing> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) throw new NothingToShare(vscode.l10n.t('Open a file to share a link to a line of it.'));
  const { uri, isDirty, languageId: language } = editor.document;
  return linkThing({ uri, isDirty, language }, linesMeant(args, editor), git);
}

/** Whoever opens the menu within a selection means all of it. */
function linesMeant([context]: readonly unknown[], editor: vscode.TextEditor): Lines[] {
  const chosen = chosenLines(editor);
  // Nothing is promised about what menus hand over.
  const { lineNumber: line } = Object(context) as { readonly lineNumber?: unknown };
  if (typeof line !== 'number' || chosen.some(({ first, last }) => first <= line && line <= last))
    return chosen;
  return [{ first: line, last: line }];
}

/** The files that a menu was opened on; from the palette that of the editor in front. */
export async function fileThings(args: readonly unknown[], git: FileKnowledge): Promise<Thing[]> {
  const uris = filesMeant(args);
  if (uris.length === 0)
    throw new NothingToShare(vscode.l10n.t('Open the file to share, or choose it in the Explorer.'));
  return Promise.all(uris.map((uri) => fileThing(uri, git)));
}

/** A menu hands over the row it was opened on, and all that are selected. */
export function filesMeant([row, selected]: readonly unknown[]): vscode.Uri[] {
  const several = Array.isArray(selected) ? selected.filter((one) => one instanceof vscode.Uri) : [];
  if (several.length > 0) return several;
  const inFront = vscode.window.activeTextEditor?.document.uri;
  const uri = row instanceof vscode.Uri ? row : inFront;
  return uri ? [uri] : [];
}

async function fileThing(uri: vscode.Uri, git: FileKnowledge): Promise<Thing> {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const source = wholeFile(await textOf(uri, name));
  if (!source) throw new NothingToShare(vscode.l10n.t('There is nothing in {0}.', name));
  return codeThing(source, git);
}

async function textOf(uri: vscode.Uri, name: string): Promise<vscode.TextDocument> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch (error) {
    // A folder, a picture, or far too large: VS Code says which, but in words for its own editor.
    throw new NothingToShare(
      vscode.l10n.t('{0} is no text that could be shared as code. Drop it on a room to share it.', name),
      { cause: error },
    );
  }
}
