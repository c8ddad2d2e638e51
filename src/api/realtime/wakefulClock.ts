import type { Clock } from '../../base/clock';
import type { Disposable } from '../../base/event';

/**
 * A clock that notices when the machine has slept: a timer came much too late. `woke` is called before the late timer
 * runs; it may dispose that one.
 */
export class WakefulClock implements Clock {
  private tick: Disposable | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly woke: () => void,
  ) {}

  now(): number {
    return this.clock.now();
  }

  after(ms: number, run: () => void): Disposable {
    const due = this.clock.now() + ms;
    let isDisposed = false;
    const timer = this.clock.after(ms, () => {
      if (this.clock.now() - due > mostLateMs) this.woke();
      if (!isDisposed) run();
    });
    return {
      dispose: () => {
        isDisposed = true;
        timer.dispose();
      },
    };
  }

  /** Keeps a timer running, as those of some hosts stand still while the machine sleeps. */
  watch(): void {
    this.rest();
    this.tick = this.after(tickMs, () => this.watch());
  }

  /** No timer is left by it. */
  rest(): void {
    this.tick?.dispose();
    this.tick = undefined;
  }
}

/** A busy host is late as well, but not by as much. */
const mostLateMs = 15_000;
/** Wake is noticed within this. */
const tickMs = 5000;
