import * as vscode from 'vscode';
import { failureOf } from '../api/errors';
import { explain } from './explain';
import type { CommandId } from './ids';
import { log } from './log';

/** Registers a command whose failures reach the log and, unless cancelled, the person. */
export function command(id: CommandId, run: (...args: unknown[]) => Promise<void>): vscode.Disposable {
  return vscode.commands.registerCommand(id, async (...args: unknown[]) => {
    try {
      await run(...args);
    } catch (error) {
      if (isCancelled(error)) return;
      log.error(id, error);
      void vscode.window.showErrorMessage(explain(error));
    }
  });
}

/** The person left, or the caller ended it: nobody needs to be told. */
function isCancelled(error: unknown): boolean {
  return error instanceof vscode.CancellationError || failureOf(error)?.kind === 'cancelled';
}
