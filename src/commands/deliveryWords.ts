import * as vscode from 'vscode';
import type { WrittenKind } from '../model/sendingFile';

/** What is said of a message on its way. `place`: the name of its room. */
export interface DeliveryWords {
  sending(place: string): string;
  delivered(place: string): string;
  /** It goes by itself. */
  waiting(place: string): string;
  /** It goes by itself too. */
  slowedDown(place: string): string;
  signedOut(place: string, account: string): string;
  failed(place: string, why: string): string;
  unknown(place: string, why: string): string;
}

export function wordsFor(kind: WrittenKind | undefined): DeliveryWords {
  switch (kind) {
    case 'share':
      return code;
    case 'reply':
      return reply;
    case undefined:
      return message;
  }
}

const code: DeliveryWords = {
  sending: (place) => vscode.l10n.t('Sharing with {0}…', place),
  delivered: (place) => vscode.l10n.t('Shared with {0}.', place),
  waiting: (place) => vscode.l10n.t('Will be shared with {0} when the connection is back.', place),
  slowedDown: (place) => vscode.l10n.t('Will be shared with {0} when the server lets us.', place),
  signedOut: (place, account) =>
    vscode.l10n.t('The code for {0} is kept: sign in as {1} to share it.', place, account),
  failed: (place, why) => vscode.l10n.t('Not shared with {0}. {1}', place, why),
  unknown: (place, why) =>
    vscode.l10n.t(
      'Nobody could say whether the code reached {0}. {1} Trying again does not post it twice.',
      place,
      why,
    ),
};

const reply: DeliveryWords = {
  sending: (place) => vscode.l10n.t('Sending to {0}…', place),
  delivered: (place) => vscode.l10n.t('Sent to {0}.', place),
  waiting: (place) => vscode.l10n.t('Will be sent to {0} when the connection is back.', place),
  slowedDown: (place) => vscode.l10n.t('Will be sent to {0} when the server lets us.', place),
  signedOut: (place, account) =>
    vscode.l10n.t('The reply to {0} is kept: sign in as {1} to send it.', place, account),
  failed: (place, why) => vscode.l10n.t('Not sent to {0}. {1}', place, why),
  unknown: (place, why) =>
    vscode.l10n.t(
      'Nobody could say whether the reply reached {0}. {1} Trying again does not post it twice.',
      place,
      why,
    ),
};

/** Of what was written where messages are shown, and is sent again from elsewhere. */
const message: DeliveryWords = {
  ...reply,
  signedOut: (place, account) =>
    vscode.l10n.t('The message for {0} is kept: sign in as {1} to send it.', place, account),
  unknown: (place, why) =>
    vscode.l10n.t(
      'Nobody could say whether the message reached {0}. {1} Trying again does not post it twice.',
      place,
      why,
    ),
};
