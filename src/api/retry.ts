import { ApiError } from './errors';

/** How often a call is sent again, and after what pauses. */
export interface RetryPolicy {
  readonly tries: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
}

/** For reads, and for writes that may be repeated after a lost answer. */
export const fewTries: RetryPolicy = { tries: 3, firstPauseMs: 400, longestPauseMs: 4000 };

/** For all other writes: nobody knows whether the first one arrived. */
export const oneTry: RetryPolicy = { tries: 1, firstPauseMs: 0, longestPauseMs: 0 };

/** No answer, one that broke off, or a gateway without its server. A full answer is never asked for again. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  const { failure, call, cause } = error;
  if (failure.kind === 'offline') return true;
  const brokeOff = failure.kind === 'protocol' && call.status === undefined && cause !== undefined;
  return brokeOff || gatewayStatuses.has(call.status ?? 0);
}

const gatewayStatuses = new Set([502, 503, 504]);

/** Doubles from try to try; half of it is chance, so that many clients do not come back together. */
export function pauseMs(policy: RetryPolicy, tries: number, random: () => number): number {
  const full = Math.min(policy.longestPauseMs, policy.firstPauseMs * 2 ** (tries - 1));
  return full * (0.5 + random() / 2);
}
