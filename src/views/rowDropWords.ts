import * as vscode from 'vscode';
import { plainText } from '../platform/plainText';
import { hasUnsavedChanges, placeOutside, type Dropped } from './droppedFiles';

/** Why a file did not arrive. */
export interface Missed {
  readonly name: string;
  readonly why: string;
}

/** One question for all that was dropped. */
export interface DropQuestion {
  readonly question: string;
  readonly detail: string;
}

/** Asks whether the files go there; `refused` is said, as it stays here anyway. */
export function questionOf(
  where: string,
  files: readonly Dropped[],
  refused: readonly Missed[],
): DropQuestion {
  const [first] = files;
  const question =
    files.length === 1 && first
      ? vscode.l10n.t('Share {0} with {1}?', first.name, where)
      : vscode.l10n.t('Share {0} files with {1}?', files.length, where);
  const names = files.length === 1 ? [] : [listOf(files.map(({ name }) => name))];
  const detail = [...names, ...files.flatMap(warnings), ...refused.map(missedText)].join('\n');
  return { question: plainText(question), detail: plainText(detail) };
}

function warnings(file: Dropped): readonly string[] {
  const path = placeOutside(file);
  return [
    ...(path === undefined ? [] : [vscode.l10n.t('Not in this workspace: {0}', path)]),
    ...(hasUnsavedChanges(file)
      ? [vscode.l10n.t('{0} has changes that are not saved. They are not shared.', file.name)]
      : []),
  ];
}

/** What arrived. */
export function sharedText(where: string, names: readonly string[]): string {
  return plainText(vscode.l10n.t('Shared {0} with {1}.', listOf(names), where));
}

export function missedTexts(missed: readonly Missed[]): string {
  return plainText(missed.map(missedText).join(' '));
}

function missedText({ name, why }: Missed): string {
  return vscode.l10n.t('{0} was not shared. {1}', name, why);
}

const mostNames = 10;

function listOf(names: readonly string[]): string {
  const more = names.length - mostNames;
  const shown = names.slice(0, mostNames).join(', ');
  return more > 0 ? vscode.l10n.t('{0} and {1} more', shown, more) : shown;
}
