import * as vscode from 'vscode';
import type { AnswerWords } from '../protocol/answerWords';

export function answerWords(): AnswerWords {
  return {
    send: vscode.l10n.t('Send'),
  };
}
