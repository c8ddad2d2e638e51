import * as vscode from 'vscode';
import type { CurrentSession, Session } from '../model/session';

/** Does it for the account in use; without one, signs in first of all. */
export async function signedIn(
  current: CurrentSession,
  run: (session: Session) => Promise<void>,
): Promise<void> {
  const session = current.get();
  if (session) await run(session);
  else await vscode.commands.executeCommand('rocketchat.signIn');
}
