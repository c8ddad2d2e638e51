/** Time as the workspace sees it, in milliseconds since the epoch. */
export interface Clock {
  now(): number;
}

/** Starts at `start` and goes on as fast as `wallClock` does. */
export function runningFrom(start: number, wallClock: () => number): Clock {
  const offset = start - wallClock();
  return { now: () => wallClock() + offset };
}

export function standingAt(time: number): Clock {
  return { now: () => time };
}
