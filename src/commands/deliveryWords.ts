import * as vscode from 'vscode';
import type { Parcel } from '../model/unsent';

/** What is said of a parcel. `place`: the name of its room. */
export interface DeliveryWords {
  sending(place: string): string;
  delivered(place: string): string;
  signedOut(place: string, account: string): string;
  failed(place: string, why: string): string;
  unknown(place: string, why: string): string;
  cutOff(place: string): string;
}

export function wordsFor({ kind }: Parcel): DeliveryWords {
  return kind === 'reply' ? reply : code;
}

const code: DeliveryWords = {
  sending: (place) => vscode.l10n.t('Sharing with {0}…', place),
  delivered: (place) => vscode.l10n.t('Shared with {0}.', place),
  signedOut: (place, account) =>
    vscode.l10n.t('The code for {0} is kept: sign in as {1} to share it.', place, account),
  failed: (place, why) => vscode.l10n.t('Not shared with {0}. {1}', place, why),
  unknown: (place, why) =>
    vscode.l10n.t(
      'Nobody could say whether the code reached {0}. {1} Trying again does not post it twice.',
      place,
      why,
    ),
  cutOff: (place) =>
    vscode.l10n.t(
      'The session ended while the code was on its way to {0}. Trying again does not post it twice.',
      place,
    ),
};

const reply: DeliveryWords = {
  sending: (place) => vscode.l10n.t('Sending to {0}…', place),
  delivered: (place) => vscode.l10n.t('Sent to {0}.', place),
  signedOut: (place, account) =>
    vscode.l10n.t('The reply to {0} is kept: sign in as {1} to send it.', place, account),
  failed: (place, why) => vscode.l10n.t('Not sent to {0}. {1}', place, why),
  unknown: (place, why) =>
    vscode.l10n.t(
      'Nobody could say whether the reply reached {0}. {1} Trying again does not post it twice.',
      place,
      why,
    ),
  cutOff: (place) =>
    vscode.l10n.t(
      'The session ended while the reply was on its way to {0}. Trying again does not post it twice.',
      place,
    ),
};
