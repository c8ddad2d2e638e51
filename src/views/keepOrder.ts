import type * as vscode from 'vscode';
import { log } from '../platform/log';

/**
 * Keeps the rows of a pick list in their order while somebody types: they are in that of time, the newest first, and the
 * last ones do something else.
 *
 * By itself VS Code puts rows first whose label has what is typed, those in alphabetical order; no stable part of its
 * interface turns that off, `alwaysShow` and `matchOnDetail` decide only what is shown. The typings lack this property,
 * every VS Code up to now obeys it. One that does not sorts, and all else works.
 */
export function keepOrder(picker: vscode.QuickPick<vscode.QuickPickItem>): void {
  try {
    Reflect.set(picker, 'sortByLabel', false);
  } catch (error) {
    log.error('order of a list', error);
  }
}
