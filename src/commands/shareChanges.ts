import * as vscode from 'vscode';
import type { Snippet } from '../model/snippet';
import { filesIn, newFileDiff } from '../model/snippetDiff';
import type { Changes, ChangesWanted, GitChanges } from '../platform/gitChanges';
import { changesMeant } from './shareChangesMeant';
import { NothingToShare, type Thing } from './shareThing';

export type ChangesSource = Pick<GitChanges, 'repositories' | 'repositoryOf' | 'read'>;

/** Changes as a diff: of the rows that a menu was opened on, or of a whole repository. Undefined when the person leaves. */
export async function changesThing(
  args: readonly unknown[],
  isStaged: boolean,
  changes: ChangesSource,
): Promise<Thing | undefined> {
  const { files, root, which } = changesMeant(args);
  const repository = await repositoryFor(root ?? files[0], changes);
  if (repository === undefined) return undefined;
  const wanted: ChangesWanted = { repository, files, which: isStaged ? 'staged' : which };
  const found = await changes.read(wanted);
  const whole = found.diff + found.untracked.map(({ path, text }) => newFileDiff(path, text)).join('');
  if (whole === '') throw new NothingToShare(whyNone(wanted, found));
  return diffThing(whole, wanted, notesOn(found));
}

function whyNone({ which }: ChangesWanted, { isWithoutNew }: Changes): string {
  if (which === 'staged') return vscode.l10n.t('Nothing is staged.');
  return isWithoutNew
    ? vscode.l10n.t('There are no changes to share but new files. Share those from where they are listed.')
    : vscode.l10n.t('There are no changes to share.');
}

function notesOn({ leftOut, isWithoutNew }: Changes): string[] {
  return [
    ...(isWithoutNew ? [vscode.l10n.t('without new files')] : []),
    ...(leftOut > 0 ? [leftOutNote(leftOut)] : []),
  ];
}

function leftOutNote(count: number): string {
  return count === 1 ? vscode.l10n.t('without 1 new file') : vscode.l10n.t('without {0} new files', count);
}

function diffThing(
  diff: string,
  { repository, files, which }: ChangesWanted,
  notes: readonly string[],
): Thing {
  const root = vscode.Uri.parse(repository);
  const [file, ...more] = files;
  const path = file && more.length === 0 ? file.path.slice(root.path.length + 1) : '';
  const count = filesIn(diff);
  const title = which === 'staged' ? stagedTitle(count) : changesTitle(count);
  const draft: Snippet = {
    kind: 'diff',
    path,
    title,
    language: 'diff',
    pieces: [{ code: diff, isWhole: true }],
    notes,
    linkTo: () => undefined,
  };
  const label = path === '' ? title : vscode.l10n.t('the changes of {0}', path);
  const folder = vscode.workspace.getWorkspaceFolder(file ?? root)?.uri;
  return { label, folder, draft, complete: () => Promise.resolve(draft) };
}

function changesTitle(count: number): string {
  return count === 1 ? vscode.l10n.t('Changes in 1 file') : vscode.l10n.t('Changes in {0} files', count);
}

function stagedTitle(count: number): string {
  return count === 1
    ? vscode.l10n.t('Staged changes in 1 file')
    : vscode.l10n.t('Staged changes in {0} files', count);
}

/** That of the file or folder; else that of the editor in front, or one that is asked for. */
async function repositoryFor(
  place: vscode.Uri | undefined,
  changes: ChangesSource,
): Promise<string | undefined> {
  const all = await changes.repositories();
  if (all.length === 0) throw new NothingToShare(vscode.l10n.t('Git has no repository open here.'));
  const inFront = vscode.window.activeTextEditor?.document.uri;
  if (place) return (await holderOf(place, all, changes)) ?? noRepository();
  const found = inFront && (await changes.repositoryOf(inFront));
  return found ?? (all.length === 1 ? all[0] : askForRepository(all));
}

/** The root of a repository is its own. */
async function holderOf(
  place: vscode.Uri,
  roots: readonly string[],
  changes: ChangesSource,
): Promise<string | undefined> {
  const own = roots.find((root) => vscode.Uri.parse(root).path === place.path);
  return own ?? changes.repositoryOf(place);
}

function noRepository(): never {
  throw new NothingToShare(vscode.l10n.t('This file lies in no repository that git has open.'));
}

async function askForRepository(roots: readonly string[]): Promise<string | undefined> {
  const rows = roots.map((root) => {
    const { path } = vscode.Uri.parse(root);
    return { label: path.slice(path.lastIndexOf('/') + 1), description: path, root };
  });
  const title = vscode.l10n.t('Which repository’s changes do you want to share?');
  return (await vscode.window.showQuickPick(rows, { title }))?.root;
}
