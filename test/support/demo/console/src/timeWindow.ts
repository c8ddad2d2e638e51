/** Half-open, in minutes of the day: the minute `to` belongs to the window after this one. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

/** People forgive a minute; the solver does not. */
const grace = 1;

export function isPunctual(window: TimeWindow, arrival: number): boolean {
  return arrival >= window.from && arrival < window.to + grace;
}

export function overlap(a: TimeWindow, b: TimeWindow): number {
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
}

/** What is left for a stop once another one has taken its part. */
export function without(window: TimeWindow, taken: TimeWindow): TimeWindow[] {
  const before = { from: window.from, to: Math.min(window.to, taken.from) };
  const after = { from: Math.max(window.from, taken.to), to: window.to };
  return [before, after].filter(({ from, to }) => from < to);
}
