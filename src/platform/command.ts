import * as vscode from 'vscode';
import { failureOf, type FailureKind } from '../api/errors';
import { explain } from './explain';
import type { CommandId } from './ids';
import { log } from './log';

/** Registers a command whose failures reach the log and, unless cancelled, the person. */
export function command(id: CommandId, run: (...args: unknown[]) => Promise<void>): vscode.Disposable {
  return vscode.commands.registerCommand(id, (...args: unknown[]) => reported(id, () => run(...args)));
}

/** Does what a person asked for: failures reach the log and, unless cancelled, the person. Never rejects. */
export async function reported(what: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    const kind = kindOf(error);
    if (kind === 'cancelled') return;
    log.error(what, error);
    // The end of a sign-in is said once, with a button, whatever call came upon it.
    if (kind !== 'signedOut') void vscode.window.showErrorMessage(explain(error));
  }
}

/** Puts a failure into the words of what was asked for; `why` ends it. What was cancelled stays so. */
export async function inWords<T>(work: Promise<T>, words: (why: string) => string): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (kindOf(error) === 'cancelled') throw error;
    throw new Error(words(explain(error)), { cause: error });
  }
}

/** Also of an error that was put into the words of its command. */
function kindOf(error: unknown): FailureKind | undefined {
  if (error instanceof vscode.CancellationError) return 'cancelled';
  const failure = failureOf(error) ?? (error instanceof Error ? failureOf(error.cause) : undefined);
  return failure?.kind;
}
