import { pauseMs, type RetryPolicy } from '../retry';

/** How long to wait before the next attempt to connect. */
export class Backoff {
  private wasSpared = false;
  private lost = 0;

  constructor(private readonly random: () => number) {}

  /** Attempts that failed since a connection last held. */
  get failures(): number {
    return this.lost;
  }

  /** A connection has held, or the world is another one. */
  reset(): void {
    this.wasSpared = false;
    this.lost = 0;
  }

  /** Whether a live connection that was cut may be made anew at once: the first one may. */
  spare(): boolean {
    const isFirst = !this.wasSpared && this.lost === 0;
    this.wasSpared = true;
    return isFirst;
  }

  /** A moment by chance, so that not all clients of a server that restarts come at once. */
  momentMs(): number {
    return this.random() * longestMomentMs;
  }

  /** Doubles from failure to failure. Equal jitter: half of the pause is certain, the other half is chance. */
  afterFailure(): number {
    this.lost += 1;
    return pauseMs(reconnecting, this.lost, this.random);
  }
}

const longestMomentMs = 1000;
const reconnecting: RetryPolicy = { tries: Infinity, firstPauseMs: 1000, longestPauseMs: 60_000 };
