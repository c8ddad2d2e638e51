import type { RouteLimit } from '../api/client';
import type { Clock } from '../base/clock';
import type { Disposable } from '../base/event';
import { jittered, refreshInterval } from './refreshInterval';

/** Without the focus only badges are looked at. */
const unfocusedInterval = 300_000;
/** Most connections are there before that. */
const patience = 10_000;

export interface PollingOptions {
  readonly clock: Clock;
  readonly random: () => number;
  readonly limit: () => RouteLimit | undefined;
  /** From when on the server answers again, if it has asked to slow down. */
  readonly retryAt: () => Date | undefined;
  readonly ask: () => Promise<void>;
}

/** Asks now and then, where nothing is told. */
export class LivePolling implements Disposable {
  private timer: Disposable | undefined;
  private isRunning = false;
  private isAsking = false;
  private isFocused = true;
  private askedAt = 0;

  constructor(private readonly options: PollingOptions) {}

  get isOn(): boolean {
    return this.isRunning;
  }

  /** Asks at once, also where it is on already. */
  start(): void {
    this.isRunning = true;
    this.timer?.dispose();
    void this.ask();
  }

  /** Begins in a moment, unless it is stopped before. */
  startSoon(): void {
    if (this.isRunning) return;
    const { clock, random } = this.options;
    this.timer ??= clock.after(jittered(patience, random()), () => this.start());
  }

  stop(): void {
    this.isRunning = false;
    this.timer?.dispose();
    this.timer = undefined;
  }

  /** Who comes back sees at once what is new, if the last answer has grown old. */
  setFocused(isFocused: boolean): void {
    this.isFocused = isFocused;
    this.schedule();
  }

  dispose(): void {
    this.stop();
  }

  private async ask(): Promise<void> {
    const { clock, ask } = this.options;
    this.isAsking = true;
    this.askedAt = clock.now();
    await ask();
    this.isAsking = false;
    this.schedule();
  }

  private schedule(): void {
    if (!this.isRunning || this.isAsking) return;
    this.timer?.dispose();
    const { clock, limit, random, retryAt } = this.options;
    const interval = this.isFocused ? refreshInterval(limit()) : unfocusedInterval;
    const due = Math.max(this.askedAt + jittered(interval, random()), retryAt()?.getTime() ?? 0);
    this.timer = clock.after(Math.max(0, due - clock.now()), () => void this.ask());
  }
}
