/** Work by key, one piece at a time; all who ask meanwhile share the one that follows. */
export class Turns {
  private readonly running = new Map<string, Promise<void>>();
  private readonly following = new Map<string, Promise<void>>();

  take(key: string, work: () => Promise<void>): Promise<void> {
    const running = this.running.get(key);
    if (!running) return this.begin(key, work);
    const known = this.following.get(key);
    if (known) return known;
    const next = ended(running).then(() => {
      this.following.delete(key);
      return this.begin(key, work);
    });
    this.following.set(key, next);
    return next;
  }

  private begin(key: string, work: () => Promise<void>): Promise<void> {
    const run = work().finally(() => {
      // What follows takes its place at once.
      if (!this.following.has(key)) this.running.delete(key);
    });
    this.running.set(key, run);
    return run;
  }
}

/** However it ends: who asked for it hears of that. */
async function ended(work: Promise<void>): Promise<void> {
  await work.catch(() => undefined);
}
