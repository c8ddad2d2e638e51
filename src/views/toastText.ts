import * as vscode from 'vscode';
import type { OneMessage, ToastContent } from '../model/toastContent';

/** What a toast says, in one line. */
export function toastText(content: ToastContent): string {
  switch (content.kind) {
    case 'rooms':
      return vscode.l10n.t('{0} new messages in {1} rooms', content.count, content.rooms);
    case 'room':
      return content.isDirect
        ? vscode.l10n.t('{0} new messages from {1}', content.count, content.place)
        : vscode.l10n.t('{0} new messages in {1}', content.count, content.place);
    case 'answer':
      return answerText(content);
    case 'direct':
    case 'message':
      return content.place === undefined
        ? vscode.l10n.t('{0}: {1}', content.sender, saidIn(content))
        : vscode.l10n.t('{0} in {1}: {2}', content.sender, content.place, saidIn(content));
  }
}

function answerText(content: OneMessage): string {
  return content.place === undefined
    ? vscode.l10n.t('{0} answered: {1}', content.sender, saidIn(content))
    : vscode.l10n.t('{0} answered in {1}: {2}', content.sender, content.place, saidIn(content));
}

function saidIn({ text }: OneMessage): string {
  if (text === undefined) return vscode.l10n.t('encrypted message');
  return text === '' ? vscode.l10n.t('message without text') : text;
}
