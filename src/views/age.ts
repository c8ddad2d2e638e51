const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago, as rows say it: in the largest unit that fits, and from a day on by its date. */
export interface Age {
  readonly unit: 'minutes' | 'hours' | 'thisYear' | 'date';
  /** Of minutes or hours. */
  readonly count: number;
}

/** Both in ms since the epoch. What is to come counts as now. */
export function ageOf(time: number, now: number): Age {
  const age = Math.max(0, now - time);
  if (age < hour) return { unit: 'minutes', count: Math.floor(age / minute) };
  if (age < day) return { unit: 'hours', count: Math.floor(age / hour) };
  const isThisYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  return { unit: isThisYear ? 'thisYear' : 'date', count: 0 };
}

/** Whether a row says something else of a time than it did before. */
export function hasAged(time: number, before: number, now: number): boolean {
  const [one, other] = [ageOf(time, before), ageOf(time, now)];
  return one.unit !== other.unit || one.count !== other.count;
}
