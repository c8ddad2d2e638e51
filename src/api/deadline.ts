import type { Clock } from '../base/clock';
import type { Disposable } from '../base/event';

/** What a call usually may take, waiting for a rate limit not counted. */
export const callMs = 30_000;

/**
 * The end of one call: its caller's signal, or its time. One controller and one timer, both let go by
 * `dispose`: `AbortSignal.any` with `AbortSignal.timeout` was measured to leak.
 */
export class Deadline implements Disposable {
  private readonly controller = new AbortController();
  private timer: Disposable | undefined;
  private runningSince = 0;
  private reason: 'timeout' | 'cancelled' | undefined;

  readonly signal = this.controller.signal;

  constructor(
    private readonly clock: Clock,
    private leftMs: number,
    private readonly caller: AbortSignal | undefined,
  ) {
    caller?.addEventListener('abort', this.cancel);
    if (caller?.aborted) this.cancel();
    else this.run();
  }

  /** Why the signal fired, if it did. */
  get endedBy(): 'timeout' | 'cancelled' | undefined {
    return this.reason;
  }

  /** The time stands still until `wait` ends; the caller's signal still counts. */
  async pausedDuring<T>(wait: () => Promise<T>): Promise<T> {
    this.pause();
    try {
      return await wait();
    } finally {
      this.run();
    }
  }

  dispose(): void {
    this.pause();
    this.caller?.removeEventListener('abort', this.cancel);
  }

  private readonly cancel = () => this.end('cancelled');

  private run(): void {
    this.runningSince = this.clock.now();
    this.timer = this.clock.after(Math.max(0, this.leftMs), () => this.end('timeout'));
  }

  private pause(): void {
    if (!this.timer) return;
    this.timer.dispose();
    this.timer = undefined;
    this.leftMs -= this.clock.now() - this.runningSince;
  }

  private end(reason: 'timeout' | 'cancelled'): void {
    this.reason ??= reason;
    this.controller.abort();
  }
}
