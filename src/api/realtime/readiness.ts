/** A state that is reached, lost and reached again, and those who wait for it. */
export class Readiness {
  private readonly waiting = new Set<() => void>();
  private reached = false;

  get isReached(): boolean {
    return this.reached;
  }

  reach(): void {
    this.reached = true;
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }

  lose(): void {
    this.reached = false;
  }

  /** Rejects with the reason of the signal that fires first. */
  async until(...signals: readonly AbortSignal[]): Promise<void> {
    for (const signal of signals) signal.throwIfAborted();
    if (this.reached) return;
    await new Promise<void>((resolve) => {
      const end = () => {
        this.waiting.delete(end);
        for (const signal of signals) signal.removeEventListener('abort', end);
        resolve();
      };
      this.waiting.add(end);
      for (const signal of signals) signal.addEventListener('abort', end);
    });
    for (const signal of signals) signal.throwIfAborted();
  }
}
