import * as vscode from 'vscode';
import { gitLink } from '../model/gitLink';
import type { Snippet } from '../model/snippet';
import type { GitFile } from '../platform/git';
import type { Source } from './shareSource';

/** The snippet of what was selected, with all that git knows of the file. */
export function snippetOf(source: Source, file: GitFile | undefined, comment: string): Snippet {
  return {
    comment,
    path: file?.path ?? workspacePath(source.uri),
    language: source.language,
    pieces: source.pieces,
    notes: notesOn(source, file),
    linkTo: (lines) => {
      if (!file?.isPushed || file.commit === undefined || file.remoteUrl === undefined) return undefined;
      return gitLink({ remoteUrl: file.remoteUrl, commit: file.commit, path: file.path }, lines);
    },
  };
}

/** Relative to the workspace; outside of it only the name, because folders there are nobody's business. */
export function workspacePath(uri: vscode.Uri): string {
  if (vscode.workspace.getWorkspaceFolder(uri)) return vscode.workspace.asRelativePath(uri);
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

function notesOn(source: Source, file: GitFile | undefined): string[] {
  if (source.uri.scheme === 'untitled') return [vscode.l10n.t('not saved yet')];
  if (!file) return [];
  if (!file.isPushed) return [vscode.l10n.t('not pushed yet')];
  return file.isChanged || source.isDirty ? [vscode.l10n.t('differs from the commit')] : [];
}
