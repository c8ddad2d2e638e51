import * as vscode from 'vscode';
import { markUnreadFrom, pin, star, unpin, unstar } from '../model/messageActions';
import { each, one, type MessageAction } from './messageAction';

export function marks(): readonly MessageAction[] {
  return [...pins(), ...stars(), unread()];
}

function pins(): readonly MessageAction[] {
  return [
    {
      command: 'rocketchat.pinMessage',
      action: 'pin',
      title: vscode.l10n.t('Pin Message'),
      nothing: vscode.l10n.t('No message to pin here'),
      failed: vscode.l10n.t('Not pinned.'),
      allowed: mayPin,
      run: each(pin),
    },
    {
      command: 'rocketchat.unpinMessage',
      action: 'unpin',
      title: vscode.l10n.t('Unpin Message'),
      nothing: vscode.l10n.t('No pinned message among the recent ones here'),
      failed: vscode.l10n.t('Still pinned.'),
      allowed: mayPin,
      run: each(unpin),
    },
  ];
}

function mayPin(room: string): string {
  return vscode.l10n.t('In {0} only owners and moderators may.', room);
}

function stars(): readonly MessageAction[] {
  return [
    {
      command: 'rocketchat.starMessage',
      action: 'star',
      title: vscode.l10n.t('Star Message'),
      nothing: vscode.l10n.t('No message to star here'),
      failed: vscode.l10n.t('Not starred.'),
      run: each(star),
    },
    {
      command: 'rocketchat.unstarMessage',
      action: 'unstar',
      title: vscode.l10n.t('Unstar Message'),
      nothing: vscode.l10n.t('No starred message among the recent ones here'),
      failed: vscode.l10n.t('Still starred.'),
      run: each(unstar),
    },
  ];
}

function unread(): MessageAction {
  return {
    command: 'rocketchat.markUnreadFromMessage',
    action: 'markUnread',
    title: vscode.l10n.t('Mark Unread from Message'),
    nothing: vscode.l10n.t('No message of others here'),
    failed: vscode.l10n.t('Not marked as unread.'),
    run: one(markUnreadFrom),
  };
}
