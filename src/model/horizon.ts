import type { Clock } from '../base/clock';
import { optionalTime } from './parse';

/** Documents may be stored, and told of, a little out of order. */
const slack = 5_000;
/** What is seen within this time counts as seen at its end. */
const step = 1_000;
/** Clocks differ by less. A server whose clock was wrong once has documents from the future: nothing to go by. */
export const mostAhead = 3_600_000;

/** One unbroken time of being told. What it has proved stays proven after its end. */
export interface Line {
  readonly until: number;
}

/** When a question was sent: how far the server's time had certainly come, and how we were being told. */
export interface Asking {
  readonly seen: number;
  readonly line?: Line;
}

/**
 * How far the server's own time is known to have come, and up to when all that happened has been told. What has merely
 * arrived proves nothing: what was before it may have been lost.
 */
export class Horizon {
  private seen = 0;
  /** What had been seen by when, by this machine's clock. */
  private steps: { readonly from: number; by: number; seen: number }[] = [];
  private current: { until: number } | undefined;

  constructor(private readonly clock: Clock) {}

  /** Only while the connection is live. */
  get line(): Line | undefined {
    return this.current;
  }

  /** A document of that time has come, by whatever way. */
  see(time: number): void {
    const now = this.clock.now();
    if (time <= this.seen || time > now + mostAhead) return;
    this.seen = time;
    const last = this.steps.at(-1);
    // Nothing is proven before the connection is there.
    if (!this.current) this.steps = [{ from: now, by: now, seen: time }];
    else if (!last || now - last.from >= step) this.steps.push({ from: now, by: now, seen: time });
    else Object.assign(last, { by: now, seen: time });
  }

  /** Answers the newest time of several documents, or 0. Times are written alike, so their text tells which it is. */
  seeAll(documents: readonly Readonly<Record<string, unknown>>[]): number {
    const bound = new Date(this.clock.now() + mostAhead).toISOString();
    let newest = '';
    for (const { _updatedAt: time } of documents)
      if (typeof time === 'string' && time > newest && time < bound) newest = time;
    const seen = optionalTime(newest) ?? 0;
    this.see(seen);
    return seen;
  }

  begin(): void {
    this.current = { until: 0 };
  }

  end(): void {
    this.current = undefined;
  }

  /** A ping of that time, by this machine's clock, has been answered. */
  prove(sentAt: number): void {
    const proven = this.steps.findLast(({ by }) => by <= sentAt);
    if (!proven) return;
    this.steps = this.steps.filter(({ by }) => by > proven.by);
    if (this.current) this.current.until = Math.max(this.current.until, proven.seen - slack);
  }

  /** To be kept with a question until its answer comes. */
  ask(): Asking {
    return { seen: this.seen, line: this.current };
  }
}

/** Up to when one thing is known, by the server's time. */
export class Mark {
  private asked = 0;
  private line: Line | undefined;

  get until(): number {
    return Math.max(this.asked, this.line?.until ?? 0);
  }

  isOn(line: Line | undefined): boolean {
    return this.line === line;
  }

  /** The answer has come, with documents up to `newest`; what happens from the question on is told by its line. */
  learn({ seen, line }: Asking, newest: number): void {
    this.asked = Math.max(this.until, seen - slack, newest - slack);
    this.line = line;
  }

  /** It was kept from another time. */
  recall(until: number): void {
    this.asked = until;
  }

  /** Not told of it any more. */
  leave(): void {
    this.asked = this.until;
    this.line = undefined;
  }
}
