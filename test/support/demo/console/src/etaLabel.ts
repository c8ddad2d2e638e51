/** Minutes of the day: one arrival in ten is earlier than `p10`, one in ten later than `p90`. */
export interface Arrival {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** A range as wide as we are unsure; one time where nobody would plan differently. */
export function etaLabel({ p10, p50, p90 }: Arrival): string {
  if (p90 - p10 <= 10) return `about ${clock(p50)}`;
  return `${clock(rounded(p10, Math.floor))} to ${clock(rounded(p90, Math.ceil))}`;
}

function rounded(minutes: number, round: (value: number) => number): number {
  return round(minutes / 5) * 5;
}

function clock(minutes: number): string {
  const hour = Math.floor(minutes / 60);
  return `${hour}:${String(minutes % 60).padStart(2, '0')}`;
}
