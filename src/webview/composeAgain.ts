import * as vscode from 'vscode';
import { plainText } from '../platform/plainText';

/** A file that may be there, while no server can tell: what the person has seen. Undefined: they turn away. */
export async function isThereAlready(file: string, target: string): Promise<boolean | undefined> {
  const [again, there] = [vscode.l10n.t('Send Again'), vscode.l10n.t('It Is There')];
  const question = plainText(vscode.l10n.t('Send {0} once more to {1}?', file, target));
  const detail = vscode.l10n.t(
    'Nobody could say whether it was posted. See in the room whether it is there.',
  );
  const answer = await vscode.window.showWarningMessage(question, { modal: true, detail }, again, there);
  return answer === undefined ? undefined : answer === there;
}

/** Changed after these have got it, or may have: whether it goes to them once more. Undefined: the person turns away. */
export async function wantsAgain(names: readonly string[]): Promise<boolean | undefined> {
  const [again, rest] = [vscode.l10n.t('Send Again'), vscode.l10n.t('Send What Is Missing')];
  const question = plainText(vscode.l10n.t('Send the changed message once more to {0}?', names.join(', ')));
  const detail = vscode.l10n.t('As it was before your last changes, the message is there, or may be.');
  const answer = await vscode.window.showWarningMessage(question, { modal: true, detail }, again, rest);
  return answer === undefined ? undefined : answer === again;
}
