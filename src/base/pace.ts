import { sleep } from './async';
import type { Clock } from './clock';

/** Lets through so many turns in a window of time, and makes the others wait in line. */
export class Pace {
  private readonly taken: number[] = [];
  private line: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly clock: Clock,
    private readonly limit: { readonly turns: number; readonly ms: number },
  ) {}

  /** Resolves when it is one's turn. Rejects with the signal's reason, and then takes none. */
  turn(signal: AbortSignal): Promise<void> {
    const mine = this.line.then(() => this.take(signal));
    this.line = mine.catch(() => undefined);
    return mine;
  }

  /** How long `count` more turns will take from now, in ms. */
  timeFor(count: number): number {
    const { turns, ms } = this.limit;
    this.forget();
    const beyond = this.taken.length + count - turns;
    return beyond <= 0 ? 0 : Math.ceil(beyond / turns) * ms;
  }

  private async take(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    this.forget();
    const [first] = this.taken;
    const { turns, ms } = this.limit;
    // A clock that was set back would have it wait for hours.
    if (first !== undefined && this.taken.length >= turns)
      await sleep(this.clock, Math.min(ms, first + ms - this.clock.now()), signal);
    this.forget();
    this.taken.push(this.clock.now());
  }

  private forget(): void {
    const since = this.clock.now() - this.limit.ms;
    while (this.taken[0] !== undefined && this.taken[0] <= since) this.taken.shift();
  }
}
