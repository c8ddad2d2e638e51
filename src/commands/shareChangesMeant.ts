import * as vscode from 'vscode';
import type { ChangesWanted } from '../platform/gitChanges';
import { filesMeant } from './shareFiles';
import { NothingToShare } from './shareThing';

/** What a menu was opened on. */
interface Meant {
  /** None: all of the repository. */
  readonly files: readonly vscode.Uri[];
  /** Of the repository, where the menu says it. */
  readonly root?: vscode.Uri;
  readonly which: Exclude<ChangesWanted['which'], 'staged'>;
}

/**
 * A row of a change stands for what is not staged of it, a row of the Explorer for everything. From the title of the
 * view it is a whole repository.
 */
export function changesMeant(args: readonly unknown[]): Meant {
  const [first] = args;
  if (first === undefined) return { files: [], which: 'all' };
  if (first instanceof vscode.Uri) return { files: filesMeant(args), which: 'all' };
  const things = args.flat().map(fieldsOf);
  const inGroups = things.flatMap(({ resourceStates }) => listOf(resourceStates)).map(fieldsOf);
  const files = [...things, ...inGroups].flatMap(({ resourceUri }) =>
    resourceUri instanceof vscode.Uri ? [resourceUri] : [],
  );
  if (files.length > 0) return { files: distinct(files), which: 'working' };
  const root = things[0]?.['rootUri'];
  if (root instanceof vscode.Uri) return { files: [], root, which: 'all' };
  // The git extension runs on another machine: its rows come without their files.
  throw new NothingToShare(
    vscode.l10n.t('VS Code does not say which file this is. Share all changes from the Command Palette.'),
  );
}

/** Nothing is promised about what menus hand over. */
function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return Object(value) as Readonly<Record<string, unknown>>;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function distinct(uris: readonly vscode.Uri[]): vscode.Uri[] {
  return [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
}
