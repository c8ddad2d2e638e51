import type { RouteLimit } from '../api/client';

const fastest = 60_000;
const slowest = 600_000;

/**
 * How long to wait until the next refresh in the background: a minute while at least half of the route's
 * allowance is left, ten minutes when it is used up. An office may share one allowance.
 */
export function refreshInterval(limit: RouteLimit | undefined): number {
  if (!limit || limit.limit <= 0) return fastest;
  const left = Math.min(1, Math.max(0, (2 * limit.remaining) / limit.limit));
  return slowest - (slowest - fastest) * left;
}

/** Up to a tenth earlier or later, so that windows do not ask in step; `random` from 0 up to 1. */
export function jittered(ms: number, random: number): number {
  return Math.round(ms * (0.9 + 0.2 * random));
}
