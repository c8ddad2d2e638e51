import type { Clock } from '../base/clock';

/** A release as a number, so that releases can be compared: `8.6.1` is 8006, as only the first two matter. */
export function releaseNumber(version: string): number {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(version) ?? [];
  // What names itself otherwise (`develop`) is built from the newest source.
  return major === undefined ? Infinity : Number(major) * 1000 + Number(minor);
}

/** What the server says it is: given, or asked, and again after an hour or a question that failed. */
export class Release {
  private stated: Promise<string> | undefined;
  private askedAt = 0;

  constructor(
    private readonly given: string | undefined,
    private readonly clock: Clock,
    private readonly ask: () => Promise<string>,
  ) {}

  /** Undefined if the signal fired before the answer, which others may still wait for. */
  async until(signal: AbortSignal | undefined): Promise<string | undefined> {
    if (signal?.aborted) return undefined;
    if (this.given !== undefined) return this.given;
    if (this.clock.now() - this.askedAt >= freshMs) this.stated = undefined;
    this.stated ??= this.asked();
    return signal ? firstOf(this.stated, signal) : this.stated;
  }

  private async asked(): Promise<string> {
    this.askedAt = this.clock.now();
    try {
      return await this.ask();
    } catch (error) {
      this.stated = undefined;
      throw error;
    }
  }
}

/** A client may live for weeks, and its server be upgraded meanwhile. */
const freshMs = 3_600_000;

/** Listens to the signal no longer than it waits. */
function firstOf<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const leave = () => resolve(undefined);
    signal.addEventListener('abort', leave, { once: true });
    void promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
