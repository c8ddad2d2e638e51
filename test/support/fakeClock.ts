import type { Clock } from '../../src/base/clock';
import type { Disposable } from '../../src/base/event';

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** Time that passes when told to. */
export class FakeClock implements Clock {
  private time: number;
  private timers: Timer[] = [];
  private readonly awaited = new Set<() => void>();

  constructor(start: Date | string | number = '2026-03-02T09:00:00.000Z') {
    this.time = new Date(start).getTime();
  }

  now(): number {
    return this.time;
  }

  after(ms: number, run: () => void): Disposable {
    const timer: Timer = { at: this.time + ms, run };
    this.timers.push(timer);
    for (const look of [...this.awaited]) look();
    return { dispose: () => void (this.timers = this.timers.filter((other) => other !== timer)) };
  }

  /** In how many milliseconds each timer is due, the next one first. */
  get pending(): number[] {
    return this.timers.map(({ at }) => at - this.time).sort((a, b) => a - b);
  }

  /** Resolves as soon as there is a timer that is due in `ms` milliseconds. */
  untilPending(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!this.pending.includes(ms)) return;
        this.awaited.delete(look);
        resolve();
      };
      this.awaited.add(look);
      look();
    });
  }

  /** Runs what falls due, in order of time; what waits for it has gone on when this resolves. */
  async advance(ms: number): Promise<void> {
    const end = this.time + ms;
    await settled();
    for (let next = this.nextDue(end); next; next = this.nextDue(end)) {
      this.timers = this.timers.filter((other) => other !== next);
      this.time = Math.max(this.time, next.at);
      next.run();
      await settled();
    }
    this.time = end;
  }

  /** The machine slept: what fell due runs late, when it wakes. */
  async oversleep(ms: number): Promise<void> {
    this.time += ms;
    await this.advance(0);
  }

  private nextDue(end: number): Timer | undefined {
    return this.timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  }
}

/** All promises that could go on have done so. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
