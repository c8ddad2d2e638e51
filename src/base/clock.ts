import type { Disposable } from './event';

/** Time as a parameter, so that tests decide what it is. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs once after `ms` milliseconds, of which 24 days are the most, unless disposed before. */
  after(ms: number, run: () => void): Disposable;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, Math.min(ms, longestMs));
    return { dispose: () => clearTimeout(timer) };
  },
};

/** 24 days; more than this `setTimeout` takes for 1. */
const longestMs = 2 ** 31 - 1;
