import type * as vscode from 'vscode';
import { snippetText } from '../model/snippet';
import type { Git } from '../platform/git';
import { snippetOf } from './shareSnippet';
import { selectedCode } from './shareSource';

/** What is selected in an editor as a message, as sharing makes it; undefined where nothing is. */
export async function selectionText(
  editor: vscode.TextEditor,
  git: Pick<Git, 'file'>,
): Promise<string | undefined> {
  const source = selectedCode(editor);
  return source && snippetText(snippetOf(source, await git.file(source.uri)));
}
