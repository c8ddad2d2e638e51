import * as vscode from 'vscode';
import { gitLink, type Lines } from '../model/gitLink';
import type { Snippet } from '../model/snippet';
import { headerOf, labelOf } from '../model/snippetHeader';
import type { GitFile } from '../platform/git';
import { workspacePath } from '../platform/workspacePath';
import type { Source } from './shareSource';
import { NothingToShare, type Thing } from './shareThing';

/** Who knows where a file is on the web. */
export interface FileKnowledge {
  file(uri: vscode.Uri): Promise<GitFile | undefined>;
}

/** Code of a file. `over`: what it is besides. */
export function codeThing(source: Source, git: FileKnowledge, over: Partial<Snippet> = {}): Thing {
  const { uri, pieces } = source;
  const [first, ...more] = pieces.map(({ lines, isWhole }) =>
    labelOf(workspacePath(uri), isWhole ? undefined : lines),
  );
  return {
    label: more.length > 0 ? vscode.l10n.t('{0} and {1} more', first ?? '', more.length) : (first ?? ''),
    folder: vscode.workspace.getWorkspaceFolder(uri)?.uri,
    draft: { ...snippetOf(source, undefined), ...over },
    complete: async () => ({ ...snippetOf(source, await git.file(uri)), ...over }),
  };
}

/** Where these lines are, without what they say. Nobody is asked where to share a link that there is not. */
export async function linkThing(
  source: Omit<Source, 'pieces'>,
  lines: readonly Lines[],
  git: FileKnowledge,
): Promise<Thing> {
  const pieces = lines.map((range) => ({ lines: range, code: '' }));
  const { label, folder } = codeThing({ ...source, pieces }, git);
  const file = await git.file(source.uri);
  if (lines.some((range) => webLink(file, range) === undefined))
    throw new NothingToShare(vscode.l10n.t('There is no link to {0}. {1}', label, whyNoLink(file)));
  const draft = linksOf(snippetOf({ ...source, pieces }, file));
  return {
    label: vscode.l10n.t('a link to {0}', label),
    folder,
    draft,
    complete: () => Promise.resolve(draft),
  };
}

function whyNoLink(file: GitFile | undefined): string {
  if (!file) return vscode.l10n.t('The file lies in no repository that git has open.');
  return file.isPushed
    ? vscode.l10n.t('The repository is at no place whose links are known.')
    : vscode.l10n.t('The commit is not pushed yet.');
}

/** The snippet of what was selected, with all that git knows of the file. */
export function snippetOf(source: Source, file: GitFile | undefined): Snippet {
  return {
    kind: 'code',
    path: file?.path ?? workspacePath(source.uri),
    language: source.language,
    pieces: source.pieces,
    notes: notesOn(source, file),
    linkTo: (lines) => webLink(file, lines),
  };
}

/** Undefined where the lines are not on the web, or nobody knows. */
export function webLink(file: GitFile | undefined, lines: Lines): string | undefined {
  if (!file?.isPushed || file.commit === undefined || file.remoteUrl === undefined) return undefined;
  return gitLink({ remoteUrl: file.remoteUrl, commit: file.commit, path: file.path }, lines);
}

/** What to know before relying on lines of a file that may differ from what others have. */
export function differsNote(): string {
  return vscode.l10n.t('differs from the commit');
}

function notesOn(source: Pick<Source, 'uri' | 'isDirty'>, file: GitFile | undefined): string[] {
  if (source.uri.scheme === 'untitled') return [vscode.l10n.t('not saved yet')];
  if (!file) return [];
  if (!file.isPushed) return [vscode.l10n.t('not pushed yet')];
  return file.isChanged || source.isDirty ? [differsNote()] : [];
}

function linksOf({ path, pieces, notes, linkTo, ...rest }: Snippet): Snippet {
  const words = pieces.flatMap(({ lines }, index) => {
    if (!lines) return [];
    const said = index === 0 ? notes.map((note) => `(${note})`) : [];
    return [
      {
        markdown: [headerOf(path, lines, linkTo(lines)), ...said].join(' '),
        plain: [labelOf(path, lines), ...said].join(' '),
      },
    ];
  });
  return { ...rest, kind: 'link', path: '', pieces: [], words, notes: [], linkTo };
}
