import * as vscode from 'vscode';

/** Of the rows meant those that allow it. Throws, in words for the person, where there are some and none does. */
export function allowing<Thing>(
  things: readonly Thing[],
  applies: (thing: Thing) => boolean,
  title: string,
): readonly Thing[] {
  const found = things.filter(applies);
  if (found.length > 0 || things.length === 0) return found;
  throw new Error(vscode.l10n.t('None of the rows selected allows “{0}”.', title));
}
