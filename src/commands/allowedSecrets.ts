import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import type { AllowedSecrets } from '../model/guard/allowed';
import { command } from '../platform/command';

/** Takes back that some secrets are never asked about. */
export function registerAllowedSecrets(allowed: AllowedSecrets): Disposable {
  return command('rocketchat.forgetAllowedSecrets', () => forgetAllowed(allowed));
}

type Confirm = (question: string, detail: string) => Promise<boolean>;

/** Which they are, nobody can say: all are forgotten, or none. */
export async function forgetAllowed(
  allowed: AllowedSecrets,
  confirm: Confirm = confirmModally,
): Promise<void> {
  const { count } = allowed;
  if (count === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No secret is always allowed.'));
    return;
  }
  const question =
    count === 1
      ? vscode.l10n.t('Forget the secret that is always allowed?')
      : vscode.l10n.t('Forget the {0} secrets that are always allowed?', count);
  if (await confirm(question, vscode.l10n.t('You are asked again before they are sent.')))
    await allowed.forget();
}

async function confirmModally(question: string, detail: string): Promise<boolean> {
  const yes = vscode.l10n.t('Forget');
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, yes)) === yes;
}
