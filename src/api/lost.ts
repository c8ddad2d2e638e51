import { FetchError } from 'ofetch';
import type { ApiError } from './errors';
import { apiError } from './failure';
import type { Outgoing } from './request';

/** Why there is no answer, or only its beginning. `isReachable` asks once more, in a way CORS cannot stop. */
export async function lostAnswer(
  error: unknown,
  out: Outgoing,
  isReachable: () => Promise<boolean>,
): Promise<ApiError> {
  if (!(error instanceof FetchError)) return apiError({ kind: 'protocol' }, out, { cause: error });
  // ofetch's own error holds the request with its headers; the one inside does not.
  const { cause } = error;
  const trace = traceOf(cause);
  if (trace.some(isCertificate)) return apiError({ kind: 'certificate' }, out, { cause });
  if (trace.some(isProxyLogin)) return apiError({ kind: 'protocol' }, out, { cause, status: 407 });
  const isCors = maybeCors(cause) && (await isReachable());
  return apiError({ kind: isCors ? 'cors' : 'offline' }, out, { cause });
}

/** Code and message of an error and of its causes: where Node and Electron say what happened. */
function traceOf(error: unknown): string[] {
  const trace: string[] = [];
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    trace.push('code' in at ? `${String(at.code)} ${at.message}` : at.message);
  }
  return trace;
}

function isCertificate(text: string): boolean {
  return text.includes('net::ERR_CERT_') || certificateCodes.some((code) => text.startsWith(code));
}

/** How OpenSSL's and Node's codes of a certificate that is not trusted begin. */
const certificateCodes = [
  'CERT_',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
];

/**
 * A refused tunnel has words only; a number alone may be of an address. A 407 to the request itself is
 * withheld by Node's `fetch`: of all reasons that we can meet it is the one without a word (undici's
 * `httpNetworkOrCacheFetch`).
 */
function isProxyLogin(text: string): boolean {
  return text === '' || /\(407\)|statusCode=407|\b407 Proxy|ERR_PROXY_AUTH/.test(text);
}

/** Browsers hide the reason of a failed `fetch`; Node and Electron give one. */
function maybeCors(error: unknown): boolean {
  return error instanceof TypeError && error.cause === undefined && !error.message.includes('net::');
}
