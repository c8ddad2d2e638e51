import type { TextEditor } from 'vscode';
import { snippetText } from '../model/snippet';
import type { Git } from '../platform/git';
import { snippetOf } from './shareSnippet';
import { selectedCode } from './shareSource';

/** What is selected as a message that can still be changed; undefined where nothing but blanks is. */
export async function selectionText(editor: TextEditor, git: Pick<Git, 'file'>): Promise<string | undefined> {
  const source = selectedCode(editor);
  return source && snippetText(snippetOf(source, await git.file(source.uri), ''));
}
