import * as vscode from 'vscode';

/** How many, in words: one thing is not several. */
export function replyCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 reply') : vscode.l10n.t('{0} replies', count);
}

export function mentionCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 mention') : vscode.l10n.t('{0} mentions', count);
}

export function unreadThreadCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 unread thread') : vscode.l10n.t('{0} unread threads', count);
}

export function roomCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 room') : vscode.l10n.t('{0} rooms', count);
}

export function messageCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 message') : vscode.l10n.t('{0} messages', count);
}

export function moreRoomCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 more room') : vscode.l10n.t('{0} more rooms', count);
}

export function minuteCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 minute') : vscode.l10n.t('{0} minutes', count);
}

export function memberCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 member') : vscode.l10n.t('{0} members', count);
}
