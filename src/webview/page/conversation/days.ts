/** Names days as the person reads them. Knows no clock: what today is, is told. */
export class DayNames {
  // Made when first used: to make them takes longer than all else that a page does at its start.
  private near: Intl.RelativeTimeFormat | undefined;
  private thisYear: Intl.DateTimeFormat | undefined;
  private otherYear: Intl.DateTimeFormat | undefined;

  constructor(private readonly locale: string) {}

  /** `Today`, `Yesterday`, `Tuesday 17 November`; with the year where it is another than now. */
  name(time: number, now: number): string {
    const ago = daysBetween(time, now);
    if (ago === 0 || ago === 1) return capitalised(this.nearby(ago));
    const isThisYear = new Date(time).getFullYear() === new Date(now).getFullYear();
    return isThisYear ? this.inThisYear(time) : this.inOtherYear(time);
  }

  private nearby(ago: number): string {
    this.near ??= new Intl.RelativeTimeFormat(this.locale, { numeric: 'auto' });
    return this.near.format(-ago, 'day');
  }

  private inThisYear(time: number): string {
    this.thisYear ??= new Intl.DateTimeFormat(this.locale, dayAndMonth);
    return this.thisYear.format(time);
  }

  private inOtherYear(time: number): string {
    this.otherYear ??= new Intl.DateTimeFormat(this.locale, { ...dayAndMonth, year: 'numeric' });
    return this.otherYear.format(time);
  }
}

const dayAndMonth = { weekday: 'long', day: 'numeric', month: 'long' } as const;

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
