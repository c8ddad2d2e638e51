import { ApiError, failureOf } from './errors';

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

/** Counts what one call went through. */
export class Tries {
  private lost = 0;
  private limited = 0;

  constructor(
    private readonly policy: RetryPolicy,
    private readonly random: () => number,
  ) {}

  /** How many milliseconds after this failure the call may be sent again; undefined if not. */
  pauseAfter(error: unknown): number | undefined {
    // The limiter refuses before anything is done, so that every call may go again; its next turn waits.
    if (failureOf(error)?.kind === 'rateLimited') {
      this.limited += 1;
      return this.limited < mostRefusals ? 0 : undefined;
    }
    this.lost += 1;
    if (!isPassing(error) || this.lost >= this.policy.tries) return undefined;
    return pauseMs(this.policy, this.lost, this.random);
  }
}

/** An office behind one address shares the limit: others may have been quicker after the pause. */
const mostRefusals = 3;

/** No answer, one that broke off, or a gateway without its server. A full answer is never asked for again. */
function isPassing(error: unknown): boolean {
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
