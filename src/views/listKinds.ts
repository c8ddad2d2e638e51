import * as vscode from 'vscode';
import type { RoomListKind } from '../model/roomLists';

export interface ListKind {
  readonly label: string;
  readonly icon: string;
  /** Said where there is nothing. */
  readonly empty: string;
}

/** How each thing that a room opens into is shown; `model/roomLists` says how it is loaded. */
export function listKind(kind: RoomListKind): ListKind {
  switch (kind) {
    case 'threads':
      return {
        label: vscode.l10n.t('Threads'),
        icon: 'comment-discussion',
        empty: vscode.l10n.t('No threads yet'),
      };
    case 'pinned':
      return { label: vscode.l10n.t('Pinned'), icon: 'pin', empty: vscode.l10n.t('Nothing pinned yet') };
    case 'starred':
      return {
        label: vscode.l10n.t('Starred'),
        icon: 'star-empty',
        empty: vscode.l10n.t('Nothing starred yet'),
      };
    case 'mentions':
      return { label: vscode.l10n.t('Mentions'), icon: 'mention', empty: vscode.l10n.t('No mentions yet') };
    case 'discussions':
      return {
        label: vscode.l10n.t('Discussions'),
        icon: 'comment-discussion-quote',
        empty: vscode.l10n.t('No discussions yet'),
      };
  }
}
