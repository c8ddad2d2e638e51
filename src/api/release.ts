/** A release as a number, so that releases can be compared: `8.6.1` is 8006, as only the first two matter. */
export function releaseNumber(version: string): number {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(version) ?? [];
  // What names itself otherwise (`develop`) is built from the newest source.
  return major === undefined ? Infinity : Number(major) * 1000 + Number(minor);
}

/** What the server says it is: given, or asked once, and again only after a question that failed. */
export class Release {
  private stated: Promise<string> | undefined;

  constructor(
    given: string | undefined,
    private readonly ask: () => Promise<string>,
  ) {
    if (given !== undefined) this.stated = Promise.resolve(given);
  }

  /** Undefined if the signal fired before the answer, which others may still wait for. */
  async until(signal: AbortSignal | undefined): Promise<string | undefined> {
    if (signal?.aborted) return undefined;
    this.stated ??= this.asked();
    return signal ? firstOf(this.stated, signal) : this.stated;
  }

  private async asked(): Promise<string> {
    try {
      return await this.ask();
    } catch (error) {
      this.stated = undefined;
      throw error;
    }
  }
}

/** Listens to the signal no longer than it waits. */
function firstOf<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const leave = () => resolve(undefined);
    signal.addEventListener('abort', leave, { once: true });
    void promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
