import * as vscode from 'vscode';
import { plainText } from '../platform/plainText';

/** Whoever writes in a channel is in it: the person says whether they want to be. */
export async function confirmJoin(name: string): Promise<boolean> {
  const join = vscode.l10n.t('Join and Send');
  const question = plainText(vscode.l10n.t('Join #{0} to send it there?', name));
  const detail = vscode.l10n.t('Only members can write in a channel.');
  return (await vscode.window.showInformationMessage(question, { modal: true, detail }, join)) === join;
}
