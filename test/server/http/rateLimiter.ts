export interface Limit {
  readonly calls: number;
  readonly ms: number;
}

interface Verdict {
  readonly allowed: boolean;
  readonly remaining: number;
  /** Epoch milliseconds at which the window ends. */
  readonly reset: number;
  /** Rounded up. */
  readonly secondsToReset: number;
}

interface Window {
  readonly since: number;
  readonly callsByAddress: Map<string, number>;
}

/** Counts calls in fixed windows, one per route and verb, apart for each client address. */
export class RateLimiter {
  private readonly windows = new Map<string, Window>();

  constructor(private readonly now: () => number) {}

  /** Counts this call, refused ones too. */
  take(bucket: string, address: string, limit: Limit): Verdict {
    const { since, callsByAddress } = this.window(bucket, limit.ms);
    const calls = (callsByAddress.get(address) ?? 0) + 1;
    callsByAddress.set(address, calls);
    const reset = since + limit.ms;
    return {
      allowed: calls <= limit.calls,
      remaining: Math.max(0, limit.calls - calls),
      reset,
      secondsToReset: Math.ceil((reset - this.now()) / 1000),
    };
  }

  forget(): void {
    this.windows.clear();
  }

  private window(bucket: string, ms: number): Window {
    const current = this.windows.get(bucket);
    if (current && this.now() < current.since + ms) return current;
    const fresh = { since: this.now(), callsByAddress: new Map<string, number>() };
    this.windows.set(bucket, fresh);
    return fresh;
  }
}
