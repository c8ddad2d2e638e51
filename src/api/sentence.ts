import type { FailedCall, Failure } from './errors';

/** Why a call failed, in one plain sentence; `host` is where it was sent. */
export function sentence(failure: Failure, call: FailedCall, host: string): string {
  if (failure.kind === 'totpRequired') return secondFactorSentence(failure.isWrongCode);
  if (failure.kind === 'rateLimited')
    return `${host} asks for a pause until ${failure.retryAt.toISOString()}.`;
  if (failure.kind === 'protocol') return protocolSentence(failure.redirectedTo, call, host);
  const own = failure.kind === 'invalid' ? unsent.get(failure.code) : undefined;
  if (own !== undefined) return own.replace('{host}', host);
  if (failure.kind === 'server') return `${host} failed with status ${call.status ?? 500}.`;
  return withWords(openings[failure.kind].replace('{host}', host), call.serverText);
}

type Plain = Exclude<Failure['kind'], 'totpRequired' | 'rateLimited' | 'protocol' | 'server'>;

const openings: Readonly<Record<Plain, string>> = {
  offline: '{host} cannot be reached',
  timeout: '{host} did not answer in time',
  cancelled: 'The call was cancelled',
  signedOut: '{host} does not accept this sign-in',
  forbidden: '{host} does not allow this',
  notFound: '{host} does not have what was asked for',
  refused: '{host} refused this',
  invalid: '{host} could not read the request',
  certificate: 'The certificate of {host} is not trusted',
  cors: '{host} does not allow calls from a browser',
};

/** What is refused before anything is sent, by our own codes. */
const unsent = new Map([
  ['foreign-address', 'This is not the address of a file of {host}.'],
  ['path-segment', 'An id or name is empty or made of dots, which no address can hold.'],
  ['unreadable-file', 'The file cannot be read any more.'],
]);

function secondFactorSentence(isWrongCode: boolean): string {
  return isWrongCode ? 'The code of the second factor is wrong.' : 'A code of the second factor is needed.';
}

function protocolSentence(redirectedTo: string | undefined, call: FailedCall, host: string): string {
  if (redirectedTo !== undefined) return `${host} sends callers on to ${redirectedTo}.`;
  if (call.status === 407) return 'The proxy wants a user name and a password.';
  return `The answer is not one of Rocket.Chat; something between here and ${host} may have sent it.`;
}

/** The server's words without the code in brackets and without their own full stop. */
function withWords(opening: string, serverText: string | undefined): string {
  const words = serverText
    ?.replace(/\s*\[[^\]]*\]$/, '')
    .replace(/\.$/, '')
    .replaceAll(/\s+/g, ' ');
  return words ? `${opening}: ${words}.` : `${opening}.`;
}
