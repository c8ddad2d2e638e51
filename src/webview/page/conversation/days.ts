/** Names days as the person reads them. Knows no clock: what today is, is told. */
export class DayNames {
  private readonly near: Intl.RelativeTimeFormat;
  private readonly thisYear: Intl.DateTimeFormat;
  private readonly otherYear: Intl.DateTimeFormat;

  constructor(locale: string) {
    this.near = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
    const day = { weekday: 'long', day: 'numeric', month: 'long' } as const;
    this.thisYear = new Intl.DateTimeFormat(locale, day);
    this.otherYear = new Intl.DateTimeFormat(locale, { ...day, year: 'numeric' });
  }

  /** `Today`, `Yesterday`, `Tuesday 17 November`; with the year where it is another than now. */
  name(time: number, now: number): string {
    const ago = daysBetween(time, now);
    if (ago === 0 || ago === 1) return capitalised(this.near.format(-ago, 'day'));
    const isThisYear = new Date(time).getFullYear() === new Date(now).getFullYear();
    return (isThisYear ? this.thisYear : this.otherYear).format(time);
  }
}

/** A day of this place's calendar, the same for every time in it. */
export function dayOf(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0);
}

/** When the next day begins. */
export function nextMidnight(now: number): number {
  return new Date(now).setHours(24, 0, 0, 0);
}

function daysBetween(earlier: number, later: number): number {
  // Days of 23 and 25 hours are days too.
  return Math.round((dayOf(later) - dayOf(earlier)) / 86_400_000);
}

function capitalised(text: string): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase() + rest.join('');
}
