import type { ApiError, FailureKind } from '../api/errors';

/** What has nothing to do with the message: the next try may succeed. */
const passing: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'offline',
  'timeout',
  'cancelled',
  'rateLimited',
  'signedOut',
  'certificate',
  'cors',
]);

/** What may pass, but is the message's own fault if it comes again and again. */
const doubtful: ReadonlySet<FailureKind> = new Set<FailureKind>(['server', 'protocol']);
const mostTries = 5;

/** Whether it is worth while to try again without being asked. `tries`: how often it was tried. */
export function mayPass({ failure: { kind } }: ApiError, tries: number): boolean {
  return passing.has(kind) || (doubtful.has(kind) && tries < mostTries);
}

/** How long to wait until then: as the server says, else twice as long each time, a minute at most. */
export function pauseMs({ failure }: ApiError, failures: number, now: number): number {
  if (failure.kind === 'rateLimited') return Math.max(1_000, failure.retryAt.getTime() - now);
  return Math.min(60_000, 2_000 * 2 ** Math.min(failures, 5));
}
