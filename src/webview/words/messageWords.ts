import * as vscode from 'vscode';
import type { MessageWords } from '../protocol/messageWords';

export function messageWords(): MessageWords {
  return {
    edited: vscode.l10n.t('edited'),
  };
}
