import * as vscode from 'vscode';
import type { ListWords } from '../protocol/listWords';

export function listWords(): ListWords {
  return {
    newMessages: vscode.l10n.t('New messages'),
  };
}
