import * as vscode from 'vscode';
import { accountLabel, type Account } from '../model/account';
import type { PollReason } from '../model/live';
import type { Waiting } from '../model/otherAccounts';
import type { SnoozeEnd } from '../model/snooze';
import type { CommandId } from '../platform/ids';
import type { StatusShown } from './statusBarState';

type Shown = Exclude<StatusShown, { kind: 'nothing' }>;

/** What the tooltip tells besides. */
export interface StatusDetails {
  readonly account: Account | undefined;
  readonly waiting: number;
  readonly elsewhere: readonly Waiting[];
  readonly snoozedUntil: SnoozeEnd | undefined;
  readonly upToDateAt: number | undefined;
}

export function statusText(shown: Shown): string {
  if (shown.kind === 'unsent') return vscode.l10n.t('$(warning) {0} not sent', shown.count);
  const count = 'waiting' in shown && shown.waiting > 0 ? ` ${shown.waiting}` : '';
  return `$(${iconOf(shown)})${count}`;
}

/** For screen readers. */
export function statusLabel(shown: Shown): string {
  switch (shown.kind) {
    case 'unsent':
      return vscode.l10n.t('{0} not sent to Rocket.Chat', shown.count);
    case 'signedOut':
      return vscode.l10n.t('Rocket.Chat: sign in again');
    case 'connecting':
      return vscode.l10n.t('Rocket.Chat: connecting');
    case 'polling':
      return withCount(vscode.l10n.t('Rocket.Chat: no live updates'), shown.waiting);
    case 'offline':
      return withCount(vscode.l10n.t('Rocket.Chat: offline'), shown.waiting);
    case 'calm':
      return withCount(
        shown.isSnoozed ? vscode.l10n.t('Rocket.Chat: notifications snoozed') : 'Rocket.Chat',
        shown.waiting,
      );
  }
}

export function statusCommand(shown: Shown): CommandId | 'rocketchat.rooms.focus' {
  if (shown.kind === 'unsent') return 'rocketchat.showUnsent';
  if (shown.kind !== 'signedOut') return 'rocketchat.rooms.focus';
  return shown.why === 'expired' ? 'rocketchat.signIn' : 'rocketchat.restoreSignIn';
}

/** Lines of plain text: nothing in it is a link or markup. */
export function statusTooltip(shown: Shown, details: StatusDetails): vscode.MarkdownString {
  const { account, waiting, elsewhere, snoozedUntil } = details;
  const lines = [
    account && accountLabel(account),
    ...stateLines(shown, details),
    waiting > 0 && vscode.l10n.t('{0} waiting for you', waiting),
    ...elsewhere.map((other) =>
      vscode.l10n.t('{0} waiting for {1}', other.count, accountLabel(other.account)),
    ),
    snoozedUntil !== undefined && snoozeLine(snoozedUntil),
  ];
  const tooltip = new vscode.MarkdownString();
  for (const [at, line] of lines.filter((text) => typeof text === 'string').entries())
    tooltip.appendMarkdown(at === 0 ? '' : '\n\n').appendText(line);
  return tooltip;
}

function iconOf(shown: Exclude<Shown, { kind: 'unsent' }>): string {
  switch (shown.kind) {
    case 'signedOut':
      return 'sign-in';
    case 'connecting':
      return 'sync~spin';
    case 'polling':
      return 'sync-ignored';
    case 'offline':
      return 'debug-disconnect';
    case 'calm':
      return shown.isSnoozed ? 'bell-slash' : 'comment-discussion';
  }
}

function withCount(words: string, waiting: number): string {
  return waiting > 0 ? vscode.l10n.t('{0}, {1} waiting for you', words, waiting) : words;
}

function stateLines(shown: Shown, { upToDateAt }: StatusDetails): string[] {
  switch (shown.kind) {
    case 'unsent':
      return [vscode.l10n.t('These messages did not reach Rocket.Chat. Send, copy or discard them.')];
    case 'signedOut':
      return [signedOutLine(shown.why)];
    case 'connecting':
      return [vscode.l10n.t('Connecting…')];
    case 'polling':
      return [reasons[shown.reason](), vscode.l10n.t('The server is asked every few minutes instead.')];
    case 'offline':
      return [offlineLine(upToDateAt)];
    case 'calm':
      return [];
  }
}

function signedOutLine(why: 'expired' | 'locked'): string {
  return why === 'expired'
    ? vscode.l10n.t('The server no longer accepts your sign-in. Sign in again.')
    : vscode.l10n.t('Your sign-in could not be read from the keychain of this system. Try again.');
}

const reasons: Record<PollReason, () => string> = {
  setting: () => vscode.l10n.t('Live updates are switched off by the setting.'),
  unsupported: () => vscode.l10n.t('This VS Code has no WebSocket for live updates.'),
  blocked: () =>
    vscode.l10n.t('Something between here and the server lets no live connection through, perhaps a proxy.'),
};

function offlineLine(upToDateAt: number | undefined): string {
  return upToDateAt === undefined
    ? vscode.l10n.t('Offline')
    : vscode.l10n.t('Offline, last up to date {0}', timeText(upToDateAt));
}

function snoozeLine(end: SnoozeEnd): string {
  return end === 'byHand'
    ? vscode.l10n.t('Notifications are snoozed until you end it')
    : vscode.l10n.t('Notifications are snoozed until {0}', timeText(end));
}

/** With its day unless it is today. */
function timeText(time: number): string {
  const isToday = new Date(time).toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(vscode.env.language, {
    hour: 'numeric',
    minute: '2-digit',
    ...(!isToday && { weekday: 'short', day: 'numeric', month: 'short' }),
  }).format(time);
}
