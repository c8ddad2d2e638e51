import * as vscode from 'vscode';
import type { Outgoing } from '../model/sendingItems';
import type { Meaning } from '../model/slashCommands';
import { explain } from '../platform/explain';
import type { DeliveryView } from './protocol/message';

/** How it stands with a message that the server does not have yet. */
export function deliveryOf({ state, error }: Outgoing): DeliveryView {
  switch (state) {
    case 'sending':
      return { state: 'sending' };
    case 'waiting':
      return { state: 'sending', reason: waiting(error?.failure.kind) };
    case 'failed':
      return { state: 'failed', reason: explain(error) };
  }
}

export function waiting(kind: string | undefined): string {
  if (kind === 'signedOut') return vscode.l10n.t('Will be sent when you have signed in again');
  if (kind === 'rateLimited') return vscode.l10n.t('Will be sent when the server lets us');
  return vscode.l10n.t('Will be sent when the connection is back');
}

/** Why a text that looks like a command was not sent. */
export function notSent({ command }: Extract<Meaning, { kind: 'unknown' }>): string {
  return vscode.l10n.t('There is no command /{0}. Begin with a blank to send it as text.', command);
}

const doubtful = ['offline', 'timeout', 'server', 'protocol', 'cors'];

export function commandFailed(command: string, kind: string | undefined, error: unknown): string {
  return doubtful.includes(kind ?? '')
    ? vscode.l10n.t('Nobody could say whether /{0} was run. {1}', command, explain(error))
    : vscode.l10n.t('/{0} was not run. {1}', command, explain(error));
}

/** The box would lose its attachments. */
export function notEditableHere(): string {
  return vscode.l10n.t('A message with attachments cannot be edited here. Send it again, or discard it.');
}

export function notThere(): string {
  return vscode.l10n.t('The message is not there any more.');
}

export function tooLong(excess: number): string {
  return excess === 1
    ? vscode.l10n.t('The text is one character too long for the server.')
    : vscode.l10n.t('The text is {0} characters too long for the server.', excess);
}
