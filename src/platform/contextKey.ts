import * as vscode from 'vscode';
import type { ContextKey } from './ids';
import { log } from './log';

/** Sets a key for `when` clauses; undefined takes it away. */
export function setContext(key: ContextKey, value: string | boolean | undefined): void {
  vscode.commands
    .executeCommand('setContext', key, value)
    .then(undefined, (error: unknown) => log.error(`context ${key}`, error));
}
