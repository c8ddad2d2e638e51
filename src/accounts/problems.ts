import * as vscode from 'vscode';
import { ApiError, type FailureKind } from '../api/errors';
import { Malformed } from '../model/parse';
import { explain } from '../platform/explain';
import { Problem } from './problem';

/** Why there is no server at an address, as a sentence beside the address. */
export function serverProblem(error: unknown, address: string): unknown {
  if (!(error instanceof ApiError) || error.failure.kind === 'cancelled') return error;
  if (error.call.status === 407)
    return new Problem(
      vscode.l10n.t('The proxy wants a user name and a password. Give them in the setting http.proxy.'),
    );
  if (error.failure.kind === 'protocol' && error.failure.redirectedTo !== undefined)
    return new Problem(
      vscode.l10n.t(
        '{0} sends you on to {1}, and there is no Rocket.Chat server.',
        address,
        error.failure.redirectedTo,
      ),
    );
  return new Problem(absences(address)[error.failure.kind] ?? explain(error));
}

/** Failures that mean more while a server is looked for than `explain` knows. */
function absences(address: string): Partial<Readonly<Record<FailureKind, string>>> {
  const isNone = vscode.l10n.t('There is no Rocket.Chat server at {0}.', address);
  return {
    offline: vscode.l10n.t('{0} cannot be reached. Check the address and the network.', address),
    timeout: vscode.l10n.t('{0} did not answer in time. Try again.', address),
    certificate: vscode.l10n.t(
      'The certificate of {0} is not trusted on this machine. Ask who runs the server.',
      address,
    ),
    protocol: isNone,
    notFound: isNone,
    forbidden: isNone,
    refused: isNone,
    invalid: vscode.l10n.t('This is not the address of a server. Enter one like chat.example.org.'),
    signedOut: isNone,
  };
}

/** Why a server does not let somebody in, as a sentence beside what was typed. */
export function loginProblem(error: unknown, server: string): unknown {
  if (error instanceof Malformed) return new Problem(namelessWords(server));
  if (!(error instanceof ApiError) || error.failure.kind === 'cancelled') return error;
  const words = refusals(server)[error.call.errorType ?? ''];
  if (words !== undefined) return new Problem(words);
  if (error.failure.kind === 'signedOut')
    return new Problem(vscode.l10n.t('User name or password is wrong.'));
  return new Problem(explain(error));
}

/** Whoever came by single sign-on may have chosen no user name yet. */
function namelessWords(server: string): string {
  return vscode.l10n.t(
    '{0} did not say who signed in. Open it in a browser, see that you have a user name, then try again.',
    server,
  );
}

/** By the codes of `login`. */
function refusals(server: string): Readonly<Record<string, string>> {
  return {
    'totp-max-attempts': vscode.l10n.t('Too many wrong codes. Wait some minutes, then start again.'),
    'error-login-blocked-for-user': vscode.l10n.t(
      'Too many failed sign-ins: {0} does not let this user in for a while. Try again later.',
      server,
    ),
    'error-login-blocked-for-ip': vscode.l10n.t(
      'Too many failed sign-ins from your network: {0} lets nobody in from there for a while. Try again later.',
      server,
    ),
    'error-user-is-not-activated': vscode.l10n.t('This account is not active. Ask who runs {0}.', server),
    'error-invalid-email': vscode.l10n.t(
      'The e-mail address of this account is not verified yet. Use the link that {0} has sent to it.',
      server,
    ),
    'error-app-user-is-not-allowed-to-login': vscode.l10n.t(
      'This is the account of an app. It cannot sign in.',
    ),
    'error-user-has-no-roles': vscode.l10n.t('This account has no role on {0} and cannot sign in.', server),
  };
}
