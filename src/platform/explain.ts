import * as vscode from 'vscode';
import { ApiError, type Failure, type FailureKind } from '../api/errors';
import { plainText } from './plainText';

/** What went wrong and what to do next, in one or two sentences for people. Nothing in it is a link or an icon. */
export function explain(error: unknown): string {
  return plainText(sentencesOn(error));
}

function sentencesOn(error: unknown): string {
  if (error instanceof ApiError) return explainFailure(error.failure, error.call.serverText);
  return error instanceof Error ? error.message : String(error);
}

function explainFailure(failure: Failure, serverText: string | undefined): string {
  if (failure.kind === 'refused' || failure.kind === 'invalid') return explainRefusal(serverText);
  if (failure.kind === 'protocol') return explainAnswer(failure.redirectedTo);
  if (failure.kind === 'rateLimited') {
    return vscode.l10n.t(
      'The server asks to slow down. Try again in {0} seconds.',
      secondsUntil(failure.retryAt),
    );
  }
  return sentences[failure.kind]();
}

const sentences: Record<
  Exclude<FailureKind, 'refused' | 'invalid' | 'protocol' | 'rateLimited'>,
  () => string
> = {
  forbidden: () => vscode.l10n.t('Your account is not allowed to do this here.'),
  notFound: () => vscode.l10n.t('The server does not have it any more.'),
  signedOut: () => vscode.l10n.t('The server does not take this sign-in any more. Sign in again.'),
  totpRequired: () => vscode.l10n.t('The server wants a second factor. Sign in again.'),
  cancelled: () => vscode.l10n.t('Cancelled.'),
  offline: () => vscode.l10n.t('The server cannot be reached. Check the network and try again.'),
  timeout: () => vscode.l10n.t('The server took too long to answer. Try again.'),
  server: () => vscode.l10n.t('The server has a problem of its own. Try again later.'),
  certificate: () =>
    vscode.l10n.t('The certificate of the server is not trusted on this machine. Ask who runs it.'),
  cors: () => vscode.l10n.t('The server does not let editors in a browser in. Use VS Code on the desktop.'),
};

function explainRefusal(serverText: string | undefined): string {
  if (!serverText) return vscode.l10n.t('The server refused without a reason.');
  const known = refusals[serverText];
  if (known) return known();
  // Without the code in brackets behind the sentence.
  return vscode.l10n.t('The server refused: {0}', serverText.replace(/\s*\[[\w-]+\]$/, '') || serverText);
}

/** What servers say by a code alone. */
const refusals: Readonly<Record<string, () => string>> = {
  room_is_archived: () => vscode.l10n.t('This room is archived.'),
  room_is_blocked: () => vscode.l10n.t('One of you has blocked the other.'),
  You_have_been_muted: () => vscode.l10n.t('You have been muted in this room.'),
};

function explainAnswer(redirectedTo: string | undefined): string {
  if (redirectedTo === undefined) {
    return vscode.l10n.t(
      'The answer did not come from Rocket.Chat. A proxy or sign-in page may be in between.',
    );
  }
  return vscode.l10n.t('The server sent us to {0} instead of answering. Sign in there.', redirectedTo);
}

function secondsUntil(time: Date): number {
  return Math.max(1, Math.ceil((time.getTime() - Date.now()) / 1000));
}
