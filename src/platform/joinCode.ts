import * as vscode from 'vscode';
import { plainText } from './plainText';

/** The code that a room wants of whoever joins; undefined where the person turns away. */
export function askForJoinCode(room: string, isWrong: boolean): Promise<string | undefined> {
  const prompt = isWrong
    ? vscode.l10n.t('This is not the join code of {0}. Try another one.', room)
    : vscode.l10n.t('{0} asks for a join code. Its owners know it.', room);
  const typed = vscode.window.showInputBox({
    title: vscode.l10n.t('Join Room'),
    prompt: plainText(prompt),
    password: true,
    ignoreFocusOut: true,
    validateInput: (code) => (code === '' ? vscode.l10n.t('Type the join code') : undefined),
  });
  return Promise.resolve(typed);
}
