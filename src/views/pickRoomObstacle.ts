import * as vscode from 'vscode';
import { postingObstacle, type Room } from '../model/room';

/** Beside the name of a room where nothing can be posted, in a word or two. */
export function shortObstacle(room: Room): string {
  switch (postingObstacle(room)) {
    case 'archived':
      return vscode.l10n.t('archived');
    case 'encrypted':
      return vscode.l10n.t('encrypted');
    case 'readOnly':
      return vscode.l10n.t('read-only');
    case 'silenced':
      return vscode.l10n.t('you are silenced');
    case 'blocked':
      return vscode.l10n.t('blocked');
    case undefined:
      return '';
  }
}

/** Why nothing can be posted there, as a sentence; undefined where it can. */
export function obstacleText(room: Room): string | undefined {
  switch (postingObstacle(room)) {
    case 'archived':
      return vscode.l10n.t('{0} is archived: nobody can post there any more.', room.name);
    case 'encrypted':
      return vscode.l10n.t('{0} is encrypted: post there in Rocket.Chat itself.', room.name);
    case 'readOnly':
      return vscode.l10n.t('{0} is read-only: only its owners and moderators post there.', room.name);
    case 'silenced':
      return vscode.l10n.t('You may read {0}, but a moderator has silenced you there.', room.name);
    case 'blocked':
      return vscode.l10n.t('Messages between you and {0} are blocked.', room.name);
    case undefined:
      return undefined;
  }
}
