import { methodError } from '../methodCall';
import type { Outgoing } from '../request';
import type { Result } from './frames';

/** Why a connection is no more, and what that means for the next one. `why` is for the log. */
export type End =
  | { readonly kind: 'lost' | 'refused'; readonly why: string }
  /** The server wants to be left alone for a while. */
  | { readonly kind: 'paused'; readonly why: string; readonly ms: number };

/** What a failed sign-in means; undefined if it succeeded. */
export function loginEnd({ error }: Result, out: Outgoing, now: number): End | undefined {
  if (error === undefined) return undefined;
  return pauseEnd(error, out, now) ?? refusal(error, out, now);
}

/** Of any error with which the server asks for a pause. */
export function pauseEnd(error: unknown, out: Outgoing, now: number): End | undefined {
  const { failure } = methodError(error, { out, now });
  if (failure.kind !== 'rateLimited') return undefined;
  return { kind: 'paused', why: 'too many requests', ms: failure.retryAt.getTime() - now };
}

function refusal(error: unknown, out: Outgoing, now: number): End {
  const { failure, call } = methodError(error, { out, now });
  const code = 'code' in failure ? failure.code : failure.kind;
  const isFinal = finalCodes.has(code) || numberIn(error) === 403;
  return { kind: isFinal ? 'refused' : 'lost', why: `login failed: ${call.errorType ?? code}` };
}

function numberIn(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'error' in error ? error.error : undefined;
}

/** A dead token, a closed account: what no further attempt can change. 403 is Meteor's word for the first. */
const finalCodes = new Set(['403', 'signedOut', 'forbidden', 'error-user-is-not-activated']);
