import type * as vscode from 'vscode';
import type { Snippet } from '../model/snippet';

/** Something to be shared, as it was when the person asked for it. */
export interface Thing {
  /** Names it: `src/a.ts:12-20`, `Staged changes`. */
  readonly label: string;
  readonly folder: vscode.Uri | undefined;
  /** As far as it is known at once. */
  readonly draft: Snippet;
  /** With all that git knows. */
  complete(): Promise<Snippet>;
}

/** There is nothing to be shared; the message says what to do about it. No failure: nothing was tried. */
export class NothingToShare extends Error {
  override readonly name = 'NothingToShare';
}
