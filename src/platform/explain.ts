import * as vscode from 'vscode';
import { ApiError, type Failure } from '../api/errors';

/** What went wrong and what to do next, in one or two sentences for people. */
export function explain(error: unknown): string {
  if (error instanceof ApiError) return explainFailure(error.failure, error.call.serverText);
  return error instanceof Error ? error.message : String(error);
}

function explainFailure(failure: Failure, serverText: string | undefined): string {
  const said = serverText ? wordsOf(serverText) : undefined;
  switch (failure.kind) {
    case 'refused':
    case 'invalid':
      return said
        ? vscode.l10n.t('The server refused: {0}', said)
        : vscode.l10n.t('The server refused without a reason.');
    case 'forbidden':
      return vscode.l10n.t('Your account is not allowed to do this here.');
    case 'notFound':
      return vscode.l10n.t('The server does not have it any more.');
    case 'rateLimited':
      return vscode.l10n.t(
        'The server asks to slow down. Try again in {0} seconds.',
        secondsUntil(failure.retryAt),
      );
    case 'signedOut':
      return vscode.l10n.t('The server does not take this sign-in any more. Sign in again.');
    case 'totpRequired':
      return vscode.l10n.t('The server wants a second factor. Sign in again.');
    case 'cancelled':
      return vscode.l10n.t('Cancelled.');
    default:
      return explainOutage(failure);
  }
}

type Outage = Extract<
  Failure,
  { kind: 'offline' | 'timeout' | 'server' | 'certificate' | 'cors' | 'protocol' }
>;

function explainOutage(failure: Outage): string {
  switch (failure.kind) {
    case 'offline':
      return vscode.l10n.t('The server cannot be reached. Check the network and try again.');
    case 'timeout':
      return vscode.l10n.t('The server took too long to answer. Try again.');
    case 'server':
      return vscode.l10n.t('The server has a problem of its own. Try again later.');
    case 'certificate':
      return vscode.l10n.t('The certificate of the server is not trusted on this machine. Ask who runs it.');
    case 'cors':
      return vscode.l10n.t('The server does not let editors in a browser in. Use VS Code on the desktop.');
    case 'protocol':
      return failure.redirectedTo
        ? vscode.l10n.t(
            'The server sent us to {0} instead of answering. Sign in there.',
            failure.redirectedTo,
          )
        : vscode.l10n.t(
            'The answer did not come from Rocket.Chat. A proxy or sign-in page may be in between.',
          );
  }
}

/** The server's sentence without the code in brackets behind it. */
function wordsOf(serverText: string): string {
  return serverText.replace(/\s*\[[\w-]+\]$/, '') || serverText;
}

function secondsUntil(time: Date): number {
  return Math.max(1, Math.ceil((time.getTime() - Date.now()) / 1000));
}
