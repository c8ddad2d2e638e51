import { createHash } from 'node:crypto';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * Turns the script's times into minutes before now. Three forms:
 * `9 10:05` is 10:05 UTC nine working days ago, `25m` minutes ago, `120d` days ago.
 *
 * Yesterday's talk ends before 19:00 and today's starts at most 300 minutes ago,
 * so the order holds at whatever hour the data are made.
 */
export class Calendar {
  constructor(
    private readonly now: Date,
    private readonly seed: string,
  ) {}

  minutesAgo(when: string): number {
    const [, amount, unit] = /^(\d+)([md])$/.exec(when) ?? [];
    if (amount !== undefined) return Number(amount) * (unit === 'd' ? DAY / MINUTE : 1);
    const [, day, hours, minutes] = /^([1-9]) (\d\d):(\d\d)$/.exec(when) ?? [];
    if (day === undefined) throw new Error(`Not a time of the script: "${when}"`);
    const clock = Number(hours) * 60 + Number(minutes);
    return (this.now.getTime() - this.workingDay(Number(day))) / MINUTE - clock;
  }

  /** A part of a minute that belongs to `key`, from 0 up to 0.9. */
  jitter(key: string): number {
    const byte = createHash('sha256').update(`${this.seed}/${key}`).digest().readUInt8(0);
    return (byte / 255) * 0.9;
  }

  /** Midnight of the working day so many working days before today. */
  private workingDay(count: number): number {
    let midnight = Math.floor(this.now.getTime() / DAY) * DAY;
    for (let left = count; left > 0;) {
      midnight -= DAY;
      if (!isWeekend(midnight)) left -= 1;
    }
    return midnight;
  }
}

function isWeekend(midnight: number): boolean {
  const weekday = new Date(midnight).getUTCDay();
  return weekday === 0 || weekday === 6;
}
