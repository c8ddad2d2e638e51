import type { Answer } from './transport';

/** What an answer's headers say of its route's limit; times by this machine's clock. */
export interface Allowance {
  /** At least 1. */
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: number;
}

/** Undefined where nothing useful is said: limiter off, user exempt, headers hidden from a browser host. */
export function allowanceIn(answer: Answer<unknown>, now: number): Allowance | undefined {
  const limit = numberIn(answer, 'x-ratelimit-limit');
  // A limit that lets nobody through would hold up its route for ever.
  if (limit === undefined || limit < 1) return undefined;
  const remaining = numberIn(answer, 'x-ratelimit-remaining');
  const resetAt = resetIn(answer, now);
  if (remaining === undefined || resetAt === undefined) return undefined;
  return { limit, remaining, resetAt };
}

/** When a 429 says to come back: its reset, the seconds in its text, a proxy's `Retry-After`, or a minute. */
export function pauseEnd(answer: Answer<unknown>, now: number): number {
  const resetAt = resetIn(answer, now);
  if (resetAt !== undefined) return resetAt;
  const seconds = secondsIn(answer.body) ?? numberIn(answer, 'retry-after') ?? usualSeconds;
  return now + Math.min(Math.max(seconds * 1000, shortestPauseMs), longestWindowMs);
}

/** The server's default window. */
const usualSeconds = 60;
const shortestPauseMs = 1000;

/** The end of the window is told in epoch milliseconds of the server's clock; nonsense counts as nothing. */
function resetIn(answer: Answer<unknown>, now: number): number | undefined {
  const said = numberIn(answer, 'x-ratelimit-reset');
  if (said === undefined) return undefined;
  const resetAt = said - clockSkew(answer, now);
  return resetAt > now && resetAt < now + longestWindowMs ? resetAt : undefined;
}

const longestWindowMs = 3_600_000;

/** How far the server's clock is ahead of ours. `Date` has whole seconds, so a small difference is none. */
function clockSkew(answer: Answer<unknown>, now: number): number {
  const skew = Date.parse(answer.headers.get('date') ?? '') - now;
  return Math.abs(skew) > 3000 ? skew : 0;
}

function secondsIn(body: unknown): number | undefined {
  const seconds = typeof body === 'string' ? /must wait (\d+) seconds/.exec(body)?.[1] : undefined;
  return seconds === undefined ? undefined : Number(seconds);
}

function numberIn(answer: Answer<unknown>, header: string): number | undefined {
  const text = answer.headers.get(header)?.trim();
  const value = text ? Number(text) : NaN;
  return Number.isFinite(value) ? value : undefined;
}
